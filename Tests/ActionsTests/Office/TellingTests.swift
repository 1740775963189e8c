import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// A later day, announcements, difficulties, good examples, counts.
@Suite struct TellingTests {
  let office: Office

  init() throws {
    office = try Office(at: "2022-01-10 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
  }

  private func extend(_ day: CivilDate) -> Change {
    .extendMilestone(Office.campaign, .registration, day)
  }

  @Test func anExtendedMilestoneIsOpenToItsNewLastMinute_andAllAreTold() throws {
    let performed = try office.perform(extend("2022-01-20"), as: .secretary)
    guard case .extended(let entry, let from, let told)? = performed.made else {
      throw NotAsWanted()
    }
    #expect(entry.milestone.deadline.lastValidDay == "2022-01-20")
    #expect(from == "2022-01-14")
    #expect(told == 5, "members and officers of Dương Hòa")
    let version = office.directory.version
    try office.reload()
    #expect(office.directory.version > version)
    office.clock.now = "2022-01-20 23:59:59.999"
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    office.clock.now = "2022-01-21 00:00"
    guard
      case .deadlinePassed(let passed)? = try office.refusal(
        of: office.register("LDTT", for: .binh), as: .binh)
    else { throw NotAsWanted() }
    #expect(passed.lastValidDay == "2022-01-20")
  }

  @Test func anExtensionCanBeTakenBack() throws {
    try office.perform(extend("2022-01-20"), as: .secretary)
    try office.perform(.undo, as: .secretary)
    try office.reload()
    #expect(
      office.directory.campaign(Office.campaign)?.registration?.deadline.lastValidDay
        == "2022-01-14")
  }

  @Test func onlyLater_andNotIntoThePast() throws {
    for day in ["2022-01-14", "2022-01-13"] as [CivilDate] {
      #expect(
        try office.refusal(of: extend(day), as: .chair)
          == .wrongState(
            .notLater(milestone: "đăng ký danh hiệu thi đua năm 2022", current: "2022-01-14")))
    }
    office.clock.now = "2022-02-01 09:00"
    #expect(try office.refusal(of: extend("2022-01-20"), as: .chair) != nil)
    #expect(
      try office.refusal(of: extend("2022-02-20"), as: .lan)
        == .notPermitted(.roles([.secretary, .chair])))
  }

  @Test func anAnnouncementReachesAll_orOneUnit_andNobodyElse() throws {
    let all = try office.perform(.announce("chiều nay họp", nil), as: .secretary)
    #expect(all.pushes.count == 8, "everyone of Dương Hòa but the secretary")
    let unit = try office.perform(
      .announce("dọn vệ sinh", office.unit("thôn Hộ")), as: .chair)
    #expect(
      Set(unit.pushes.map(\.recipient)) == [office.person(.minh).id, office.person(.son).id])
    #expect(
      try office.refusal(of: .announce("x", nil), as: .lan)
        == .notPermitted(.roles([.secretary, .chair])))
    guard case .wrongState(.notUndoable)? = try office.refusal(of: .undo, as: .chair) else {
      throw NotAsWanted()
    }
  }

  @Test func aDifficultyIsTold_answered_andTheAnswerGoesBack() throws {
    let sent = try office.perform(.submitFeedback(Office.campaign, "thiếu mẫu"), as: .hoa)
    #expect(sent.pushes.map(\.recipient) == [office.person(.secretary).id])
    let answered = try office.perform(.replyFeedback(nil, "đã gửi mẫu"), as: .secretary)
    #expect(answered.pushes.map(\.recipient) == [office.person(.hoa).id])
    #expect(answered.pushes.first?.notice?.text == "đã gửi mẫu")
    #expect(
      try office.refusal(of: .replyFeedback(nil, "x"), as: .secretary)
        == .wrongState(.nothingToAnswer))
    guard
      case .feedback(let list) = try office.answer(
        .feedback(Office.campaign), as: .secretary)
    else { throw NotAsWanted() }
    #expect(list.entries.map(\.feedback.answer?.text) == ["đã gửi mẫu"])
    #expect(
      try office.refusal(of: Question.feedback(Office.campaign), as: .hoa)
        == .notPermitted(.roles([.secretary])))
  }

  @Test func ofSeveralDifficultiesTheNumberTellsWhichIsAnswered() throws {
    try office.perform(.submitFeedback(Office.campaign, "một"), as: .hoa)
    try office.perform(.submitFeedback(Office.campaign, "hai"), as: .binh)
    guard
      case .wrongState(.whichFeedback(let numbers))? = try office.refusal(
        of: .replyFeedback(nil, "x"), as: .secretary)
    else { throw NotAsWanted() }
    #expect(numbers.count == 2)
    let answered = try office.perform(.replyFeedback(numbers[1], "x"), as: .secretary)
    #expect(answered.pushes.map(\.recipient) == [office.person(.binh).id])
    #expect(
      try office.refusal(of: .replyFeedback(999_999, "x"), as: .secretary)
        == .wrongState(.nothingToAnswer))
  }

  @Test func aGoodExampleGoesToTheSecretary() throws {
    let sent = try office.perform(
      .submitExample(Office.campaign, office.subject(.binh), "nhặt được của rơi"), as: .hoa)
    #expect(sent.pushes.map(\.recipient) == [office.person(.secretary).id])
    #expect(
      try office.refusal(
        of: .submitExample(Office.campaign, office.subject(.strangerMember), "x"), as: .hoa)
        == .unknownSubject(asWritten: nil))
  }

  @Test func anExampleIsShownToAllOnceItIsApproved() throws {
    try office.perform(
      .submitExample(Office.campaign, office.subject(.binh), "nhặt được của rơi"), as: .hoa)
    func seen(by cast: Cast) throws -> Int {
      guard case .examples(let list) = try office.answer(.examples(Office.campaign, nil), as: cast)
      else { throw NotAsWanted() }
      return list.entries.count
    }
    #expect(try seen(by: .secretary) == 1)
    #expect(try seen(by: .hoa) == 1, "the own proposal")
    #expect(try seen(by: .minh) == 0)
    #expect(try seen(by: .strangerSecretary) == 0)
    let approve = Change.approveExample(Office.campaign, office.subject(.binh))
    #expect(try office.refusal(of: approve, as: .chair) == .notPermitted(.roles([.secretary])))
    let approved = try office.perform(approve, as: .secretary)
    #expect(
      Set(approved.pushes.map(\.recipient)) == [office.person(.hoa).id, office.person(.binh).id])
    #expect(try seen(by: .minh) == 1)
    guard case .wrongState(.noExample)? = try office.refusal(of: approve, as: .secretary) else {
      throw NotAsWanted()
    }
  }

  @Test func aPledgeIsSignedOnce_andTheListSaysHowManyAreMissing() throws {
    let sign = Change.signPledge(Office.campaign, office.subject(.hoa), text: nil)
    try office.perform(sign, as: .hoa)
    guard case .wrongState(.alreadySigned)? = try office.refusal(of: sign, as: .hoa) else {
      throw NotAsWanted()
    }
    #expect(
      try office.refusal(
        of: .signPledge(Office.campaign, office.subject(.minh), text: nil), as: .lan)
        == .notPermitted(.selfUnitOrSecretary))
    func list(as cast: Cast) throws -> PledgeList {
      guard case .pledges(let list) = try office.answer(.pledges(Office.campaign, nil), as: cast)
      else { throw NotAsWanted() }
      return list
    }
    #expect(try list(as: .secretary).missing?.count == 4)
    #expect(try list(as: .lan).missing?.count == 2)
    #expect(try list(as: .binh).signed.isEmpty)
    #expect(try list(as: .hoa).signed.map(\.subject.name) == [Cast.hoa.name])
  }

  @Test func countsAddUp() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.register("LDTT", "CSTDCS", for: .minh), as: .minh)
    try office.perform(office.work(.work, "đường hoa", of: "thôn Hộ"), as: .son)
    try office.perform(.openDossier(office.dossier(.hoa, "LDTT")), as: .lan)
    func summary(as cast: Cast) throws -> Summary {
      guard
        case .summary(let summary) = try office.answer(
          .summary(Office.campaign, nil), as: cast)
      else { throw NotAsWanted() }
      return summary
    }
    let all = try summary(as: .secretary)
    #expect(
      all.registrations == [
        .init(name: "Lao động tiên tiến", count: 2),
        .init(name: "Chiến sĩ thi đua cơ sở", count: 1),
      ])
    #expect(all.people == 5)
    #expect(all.registeredPeople == 2)
    #expect(all.byUnit.map(\.registrations).reduce(0, +) == 3)
    #expect(all.byUnit.map(\.works).reduce(0, +) == all.works)
    #expect(all.byUnit.map(\.dossiers).reduce(0, +) == 1)
    #expect(try summary(as: .lan).registrations.map(\.count) == [1])
    #expect(
      try office.refusal(of: Question.summary(Office.campaign, nil), as: .hoa)
        == .notPermitted(.unitOfficerOr([.secretary, .chair])))
  }
}
