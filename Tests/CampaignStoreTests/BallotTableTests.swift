import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct BallotTableTests {
  @Test func votesCanBeChangedUntilTheyAreSealed_andAreNobodysAfterwards() throws {
    let office = try Office(at: "2022-11-16 09:00")
    try office.session.transaction { session in
      let receipt = Receipt(number: try Numbering(session).take(), at: office.now)
      try ChangeLog(session).add(
        ChangeEntry(receipt: receipt, organization: nil, person: nil, act: .councilOpen, detail: "")
      )
      let dossier = try RecordTable<Dossier>(session).add(
        Dossier(honour: "LDTT", year: 2022), in: Office.campaign, of: office.subject(.hoa),
        by: receipt.number)
      let sitting = try RecordTable<Sitting>(session).add(
        Sitting(openedAt: office.now, reason: nil, members: [1, 2], agenda: [dossier.id]),
        in: Office.campaign, of: nil, by: receipt.number)
      let ballots = BallotTable(session)
      func cast(_ vote: Vote, by person: PersonID) throws -> Bool {
        try ballots.cast(vote, by: person, on: dossier.id, in: sitting.id, at: office.now)
      }
      #expect(try !cast(.disagree, by: 1))
      #expect(try cast(.agree, by: 1), "changed")
      #expect(try !cast(.abstain, by: 2))
      #expect(try ballots.votes(on: dossier.id, in: sitting.id) == [.agree, .abstain])
      try ballots.seal(sitting.id)
      #expect(try ballots.votes(on: dossier.id, in: sitting.id) == [])
      #expect(try ballots.voters(in: sitting.id) == [1: [dossier.id], 2: [dossier.id]])
    }
    #expect(try office.contents()["ballot"].allSatisfy { $0.contains("∅") })
  }
}
