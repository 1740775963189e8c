import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Whatever whoever tries in whatever order on the way from registration to the award, the store
/// keeps its promises.
@Suite struct RandomCasesTests {
  private static let sequences: UInt64 = 36

  @Test("One collective and one person a year", arguments: 0..<3 as Range<UInt64>)
  func withFewPlaces(group: UInt64) throws {
    try expectSound(Plans.everything(), group)
  }

  @Test("Places for all", arguments: 3..<6 as Range<UInt64>)
  func withPlacesForAll(group: UInt64) throws {
    try expectSound(Plans.everything(quota: Campaigns.Quota.none), group)
  }

  private func expectSound(_ plan: Campaign, _ group: UInt64) throws {
    var made: Set<ChangeAct> = []
    for sequence in 0..<RandomCasesTests.sequences {
      var trial = try CaseTrial(plan, seed: group * RandomCasesTests.sequences + sequence)
      for step in 0..<60 { try trial.tryNext(step) }
      try trial.expectHistoryComplete()
      made.formUnion(trial.acts)
    }
    #expect(wanted.subtracting(made) == [], "the script is too timid to prove anything")
  }

  private let wanted: Set<ChangeAct> = [
    .registrationCreate, .registrationChange, .registrationWithdraw, .pledgeSign, .workRegister,
    .workProgress, .targetReport, .dossierCreate, .dossierAttach, .dossierSubmit,
    .dossierAccept, .dossierReturn, .councilOpen, .councilVote, .councilClose, .awardDecide,
    .awardForward,
    .milestoneExtend, .announce, .feedbackSubmit, .feedbackReply, .exampleSubmit, .undo,
    .barRecord, .barLift, .councilOpinion,
  ]
}
