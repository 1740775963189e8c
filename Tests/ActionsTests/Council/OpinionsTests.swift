import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Written opinions of absent members: they count as votes, and a vote of one's own comes first.
@Suite struct OpinionsTests {
  let office: Office

  init() throws {
    office = try Office(
      at: "2022-06-01 09:00", campaigns: [Plans.everything(quota: Campaigns.Quota.none)])
    try office.accept("LDTT", for: office.subject(.hoa), as: .lan)
    office.clock.now = "2022-11-16 09:00"
    try office.perform(.openSitting(Office.campaign, reason: nil), as: .secretary)
  }

  private func opinion(of cast: Cast, _ vote: Vote = .agree) -> Change {
    .recordOpinion(office.dossier(.hoa), of: office.person(cast).id, vote)
  }

  private func close() throws -> Minutes {
    let performed = try office.perform(.closeSitting(Office.campaign), as: .secretary)
    guard case .sittingClosed(let minutes, _)? = performed.made else { throw NotAsWanted() }
    return minutes
  }

  @Test func itCountsAsAVote_andTheMemberIsTold() throws {
    let performed = try office.perform(opinion(of: .council), as: .secretary)
    #expect(performed.pushes.map(\.recipient) == [office.person(.council).id])
    try office.perform(.castVote(office.dossier(.hoa), .agree), as: .chair)
    let minutes = try close()
    #expect(minutes.voters == 2)
    #expect(minutes.written == 1)
    #expect(minutes.items.map(\.tally.agree) == [2])
  }

  @Test func aPaperCanBePutRight_butNotOverAnOwnVote() throws {
    try office.perform(opinion(of: .council, .disagree), as: .secretary)
    let again = try office.perform(opinion(of: .council, .agree), as: .secretary)
    guard case .opinionRecorded(_, Cast.council.name, true)? = again.made else {
      throw NotAsWanted()
    }
    // He comes after all, and votes himself.
    try office.perform(.castVote(office.dossier(.hoa), .abstain), as: .council)
    #expect(
      try office.refusal(of: opinion(of: .council), as: .secretary)
        == .wrongState(.council(.hasVoted(name: Cast.council.name))))
    try office.perform(.castVote(office.dossier(.hoa), .agree), as: .chair)
    let minutes = try close()
    #expect(minutes.written == 0)
    #expect(
      minutes.items.map(\.tally) == [Tally(members: 2, agree: 1, disagree: 0, abstain: 1)])
  }

  @Test func refusals() throws {
    #expect(
      try office.refusal(of: opinion(of: .lan), as: .secretary)
        == .wrongState(.council(.notMember(asWritten: Cast.lan.name))))
    for cast in [Cast.council, .lan, .hoa] {
      #expect(
        try office.refusal(of: opinion(of: .council), as: cast)
          == .notPermitted(.roles([.secretary, .chair])))
    }
  }

  @Test("The trail names the member, never the choice") func theTrail() throws {
    try office.perform(opinion(of: .council, .disagree), as: .secretary)
    let rows = try office.contents()["change_log"].filter { $0.contains("council.opinion") }
    #expect(rows.count == 1)
    #expect(rows.allSatisfy { $0.contains(Cast.council.name) && !$0.contains("disagree") })
    #expect(
      try office.refusal(of: .undo, as: .secretary).map {
        if case .wrongState(.notUndoable) = $0 { true } else { false }
      } == true)
  }
}
