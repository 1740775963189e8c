import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Registering, changing and withdrawing under duong-hoa-2022, mục III.1.
@Suite struct RegisteringTests {
  let office: Office

  init() throws { office = try Office(at: "2022-01-10 09:00") }

  // MARK: What a success says

  @Test func aRegistrationIsAnsweredWithReceiptStateAndNextStep() throws {
    let performed = try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let change = try #require(performed.outcome.change)
    #expect(change.receipt.at == office.now)
    #expect(change.receipt.code.hasPrefix("TN-"))
    #expect(change.honours.map(\.name) == ["Lao động tiên tiến"])
    #expect(change.state == .active)
    #expect(!change.isLate)
    #expect(change.isSpeaker)
    #expect(change.subject.name == "Nguyễn Thị Hoa")
    #expect(change.subject.unit == "thôn Buồng Tằm")
    #expect(change.next?.milestone.id == "council")
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  @Test func severalHonoursAreOneChangeWithOneReceipt() throws {
    let performed = try office.perform(office.register("LDTT", "CSTDCS", for: .hoa), as: .hoa)
    #expect(performed.outcome.change?.honours.map(\.code) == ["LDTT", "CSTDCS"])
    #expect(try office.honours(of: .hoa) == ["LDTT", "CSTDCS"])
    #expect(try office.contents()["change_log"].count == 1)
    #expect(try office.contents()["registration_event"].count == 2)
  }

  @Test func anHonourNamedTwiceIsRegisteredOnce() throws {
    let performed = try office.perform(office.register("LDTT", "LDTT", for: .hoa), as: .hoa)
    #expect(performed.outcome.change?.honours.map(\.code) == ["LDTT"])
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  @Test func unitsAndHouseholdsAreRegisteredLikePeople() throws {
    let unit = Subject.unit(office.unit("thôn Buồng Tằm"))
    try office.perform(office.register("TTLDTT", for: unit), as: .lan)
    try office.perform(office.register("GDVH", for: office.household(.hoa)), as: .hoa)
    #expect(try office.honours(of: unit) == ["TTLDTT"])
    #expect(try office.honours(of: office.household(.hoa)) == ["GDVH"])
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func everyReceiptIsDifferent_alsoAfterARefusal() throws {
    var receipts: [Int64] = []
    for cast in [Cast.hoa, .binh, .lan, .minh, .son] {
      #expect(try office.refusal(of: office.register("TTLDTT", for: cast), as: cast) != nil)
      let performed = try office.perform(office.register("LDTT", for: cast), as: cast)
      receipts.append(try #require(performed.outcome.change).receipt.number)
    }
    #expect(receipts == Set(receipts).sorted())
  }

  // MARK: When

  @Test(
    "The last day counts to its end (duong-hoa-2022: before 15 January)",
    arguments: [
      ("2022-01-14 23:59:59", true), ("2022-01-14 23:59:59.999", true),
      ("2022-01-15 00:00:00", false), ("2022-01-15 00:00:00.001", false),
    ] as [(Instant, Bool)])
  func theLastDay(now: Instant, isInTime: Bool) throws {
    try office.perform(office.register("LDTT", for: .binh), as: .binh)
    office.clock.now = now
    for change in [
      office.register("LDTT", for: .hoa), office.replace(by: "CSTDCS", for: .binh),
      office.withdraw(for: .binh),
    ] {
      let speaker: Cast = change == office.register("LDTT", for: .hoa) ? .hoa : .binh
      let refusal = try office.refusal(of: change, as: speaker)
      #expect((refusal == nil) == isInTime)
      if !isInTime { #expect(refusal == .deadlinePassed(passed(speakerAccepts: false))) }
    }
  }

  @Test func afterTheLastDayOnlyTheSecretaryAccepts_withAReason() throws {
    office.clock.now = "2022-01-15 08:00"
    for cast in [Cast.hoa, .lan] {
      #expect(
        try office.refusal(of: office.register("LDTT", for: .hoa, reason: "đi học"), as: cast)
          == .deadlinePassed(passed(speakerAccepts: false)))
    }
    #expect(
      try office.refusal(of: office.register("LDTT", for: .hoa), as: .secretary)
        == .deadlinePassed(passed(speakerAccepts: true)))
    #expect(
      try office.refusal(of: office.register("LDTT", for: .hoa, reason: "  "), as: .secretary)
        == .deadlinePassed(passed(speakerAccepts: true)))
    let late = try office.perform(
      office.register("LDTT", for: .hoa, reason: "đi học"), as: .secretary)
    #expect(late.outcome.change?.isLate == true)
    #expect(try lateReason(of: .hoa) == "đi học")
  }

  @Test func whatWasAcceptedLateStaysLate() throws {
    office.clock.now = "2022-01-15 08:00"
    try office.perform(office.register("LDTT", for: .hoa, reason: "đi học"), as: .secretary)
    let changed = try office.perform(
      office.replace(by: "CSTDCS", for: .hoa, reason: "nhầm"), as: .secretary)
    #expect(changed.outcome.change?.isLate == true)
    #expect(try lateReason(of: .hoa) == "nhầm")
    // Should the last day be moved, the registration stays what it was.
    let extended = try Office(
      at: "2022-01-15 08:00", campaigns: [Plans.duongHoa(registrationEnds: "2022-01-31")])
    try extended.perform(extended.register("LDTT", for: .hoa, reason: "không cần"), as: .secretary)
    #expect(try extended.registrations(of: extended.subject(.hoa)).map(\.lateReason) == [nil])
  }

  @Test func aWindowThatHasNotOpenedAdmitsNobody() throws {
    let office = try Office(
      at: "2022-01-02 23:59:59.999",
      campaigns: [Plans.duongHoa(registrationOpens: "2022-01-03")])
    let early = Refusal.notOpenYet(
      milestone: "đăng ký danh hiệu thi đua năm 2022", opens: "2022-01-03")
    for cast in [Cast.hoa, .secretary] {
      let change = office.register("LDTT", for: .hoa, reason: "sớm")
      #expect(try office.refusal(of: change, as: cast) == early)
    }
    office.clock.now = "2022-01-03 00:00"
    #expect(try office.refusal(of: office.register("LDTT", for: .hoa), as: .hoa) == nil)
  }

  @Test func aPlanWithoutRegistrationSaysSo() throws {
    office.clock.now = "2023-04-01 09:00"
    let change = Change.register(
      RegisterHonours(
        campaign: "hong-phong-2023", subject: office.subject(.strangerMember), honours: ["GKX"]))
    #expect(
      try office.refusal(of: change, as: .strangerSecretary)
        == .wrongState(.noRegistrationDuty(campaign: "90 năm Đảng bộ tỉnh")))
  }

  // MARK: What

  @Test func oneHonourThatDoesNotFitRefusesAllOfThem() throws {
    #expect(
      try office.refusal(of: office.register("LDTT", "TTLDTT", for: .hoa), as: .hoa)
        == .notEligible(
          .wrongKind(
            honour: "Tập thể lao động tiên tiến", given: .person, allowed: [.collective],
            source: "Luật Thi đua, khen thưởng 15/2003/QH11, Điều 28")))
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test(
    "Honours that cannot be registered",
    arguments: [
      ("XPTTTB", .notInForce(honour: "Xã, phường, thị trấn tiêu biểu", on: "2022-01-10")),
      ("NOBEL", .notInForce(honour: "NOBEL", on: "2022-01-10")),
      (
        "GKX",
        .notInPlan(honour: "Giấy khen của Chủ tịch UBND cấp xã", campaign: "thi đua năm 2022")
      ),
    ] as [(HonourCode, Refusal.Ineligibility)])
  func notEligible(code: HonourCode, reason: Refusal.Ineligibility) throws {
    let refusal = Refusal.notEligible(reason)
    #expect(try office.refusal(of: office.register(code, for: .hoa), as: .hoa) == refusal)
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(try office.refusal(of: office.replace(by: code, for: .hoa), as: .hoa) == refusal)
  }

  @Test func theSameHonourAgainIsADuplicate() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let existing = try #require(try office.registrations(of: office.subject(.hoa)).first)
    let duplicate = Refusal.duplicate(
      existing: existing, subject: try #require(office.directory.named(office.subject(.hoa))),
      honour: "Lao động tiên tiến")
    for change in [
      office.register("LDTT", for: .hoa), office.register("CSTDCS", "LDTT", for: .hoa),
      office.replace(by: "LDTT", for: .hoa),
    ] {
      #expect(try office.refusal(of: change, as: .hoa) == duplicate)
    }
    // Somebody else's is none.
    #expect(try office.refusal(of: office.register("LDTT", for: .binh), as: .binh) == nil)
  }

  @Test func unknownCampaignsAndSubjects() throws {
    let elsewhere = Change.register(
      RegisterHonours(campaign: "x", subject: office.subject(.hoa), honours: ["LDTT"]))
    #expect(try office.refusal(of: elsewhere, as: .hoa) == .unknownCampaign(asWritten: "x"))
    #expect(
      try office.refusal(of: office.register("LDTT", for: .person(99_999)), as: .secretary)
        == .notPermitted(.selfUnitOrSecretary))
  }

  @Test func anotherCommunesCampaignIsNotForOurPeople() throws {
    let change = Change.register(
      RegisterHonours(
        campaign: "hong-phong-2023", subject: office.subject(.hoa), honours: ["LDTT"]))
    for cast in [Cast.hoa, .secretary] {
      #expect(try office.refusal(of: change, as: cast) == .notPermitted(.selfUnitOrSecretary))
    }
  }

  // MARK: Changing and withdrawing

  @Test func theOnlyRegistrationNeedNotBeNamed() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let replaced = try office.perform(office.replace(by: "CSTDCS", for: .hoa), as: .hoa)
    guard case .replaced(let change, let from) = replaced.outcome else {
      Issue.record("not replaced: \(replaced.outcome)")
      return
    }
    #expect(from == "Lao động tiên tiến")
    #expect(change.honours.map(\.code) == ["CSTDCS"])
    #expect(try office.honours(of: .hoa) == ["CSTDCS"])
    let withdrawn = try office.perform(office.withdraw(for: .hoa), as: .hoa)
    #expect(withdrawn.outcome.change?.state == .withdrawn)
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func ofSeveralOneMustBeNamed() throws {
    try office.perform(office.register("LDTT", "CSTDCS", for: .hoa), as: .hoa)
    let named = try #require(office.directory.named(office.subject(.hoa)))
    let which = Refusal.wrongState(
      .whichRegistration(subject: named, honours: ["LDTT", "CSTDCS"]))
    #expect(try office.refusal(of: office.withdraw(for: .hoa), as: .hoa) == which)
    #expect(try office.refusal(of: office.replace(by: "CSTDT", for: .hoa), as: .hoa) == which)
    try office.perform(office.replace("LDTT", by: "CSTDT", for: .hoa), as: .hoa)
    try office.perform(office.withdraw("CSTDCS", for: .hoa), as: .hoa)
    #expect(try office.honours(of: .hoa) == ["CSTDT"])
  }

  @Test func whatIsNotRegisteredCannotBeChanged() throws {
    let named = try #require(office.directory.named(office.subject(.hoa)))
    for change in [office.withdraw(for: .hoa), office.withdraw("LDTT", for: .hoa)] {
      #expect(
        try office.refusal(of: change, as: .hoa)
          == .wrongState(.nothingRegistered(subject: named)))
    }
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    for change in [
      office.withdraw("CSTDCS", for: .hoa), office.replace("CSTDCS", by: "CSTDT", for: .hoa),
    ] {
      #expect(
        try office.refusal(of: change, as: .hoa)
          == .wrongState(.honourNotRegistered(subject: named, honour: "Chiến sĩ thi đua cơ sở")))
    }
  }

  @Test func afterWithdrawingOneCanRegisterAgain() throws {
    for _ in 1...3 {
      try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
      try office.perform(office.withdraw(for: .hoa), as: .hoa)
    }
    #expect(try office.contents()["registration"].count == 3)
    #expect(try office.honours(of: .hoa) == [])
  }

  // MARK: The trail and the notices

  @Test func eachChangeLeavesOneRowInTheTrail() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .lan)
    office.clock.advance(seconds: 60)
    try office.perform(office.replace(by: "CSTDCS", for: .hoa), as: .hoa)
    office.clock.advance(seconds: 60)
    try office.perform(office.withdraw(for: .hoa), as: .secretary)
    let rows = try office.contents()["change_log"].map { $0.split(separator: "|") }
    let start = office.now.milliseconds - 120_000
    #expect(
      rows.map { $0.dropFirst().joined(separator: "|") } == [
        "\(start)|duong-hoa|\(office.person(.lan).id)|registration.create|duong-hoa-2022 · Nguyễn Thị Hoa · LDTT|∅|∅",
        "\(start + 60_000)|duong-hoa|\(office.person(.hoa).id)|registration.change|duong-hoa-2022 · Nguyễn Thị Hoa · LDTT, CSTDCS|∅|∅",
        "\(start + 120_000)|duong-hoa|\(office.person(.secretary).id)|registration.withdraw|duong-hoa-2022 · Nguyễn Thị Hoa · CSTDCS|∅|∅",
      ])
  }

  @Test func whoDidNotMakeTheChangeIsTold() throws {
    let performed = try office.perform(office.register("LDTT", for: .hoa), as: .lan)
    let push = try #require(performed.pushes.first)
    #expect(performed.pushes.map(\.recipient) == [office.person(.hoa).id])
    guard case .registrationNotice(let notice) = push.content else {
      Issue.record("not a notice: \(push.content)")
      return
    }
    #expect(notice.event == .registered)
    #expect(notice.by == "Lê Thị Lan")
    #expect(notice.receipt == performed.outcome.change?.receipt.code)
    #expect(notice.honours == ["Lao động tiên tiến"])
    #expect(try office.waiting(for: .hoa) == [push])
  }

  @Test func whoMadeTheChangeIsNotTold() throws {
    #expect(try office.perform(office.register("LDTT", for: .hoa), as: .hoa).pushes == [])
    let household = office.register("GDVH", for: office.household(.hoa))
    #expect(try office.perform(household, as: .hoa).pushes == [])
    let unit = office.register("TTLDTT", for: .unit(office.unit("thôn Hộ")))
    #expect(try office.perform(unit, as: .son).pushes == [])
  }

  @Test func aUnitsOfficersAndAHouseholderAreTold() throws {
    let unit = office.register("TTLDTT", for: .unit(office.unit("thôn Hộ")))
    let household = office.register("GDVH", for: office.household(.minh))
    #expect(try told(of: unit, by: .secretary) == [.init(.son, .collective, "thôn Hộ")])
    #expect(try told(of: household, by: .son) == [.init(.minh, .household, "Phạm Văn Minh")])
    #expect(
      try told(of: office.register("LDTT", for: .minh), by: .son)
        == [.init(.minh, .person, "Phạm Văn Minh")])
  }

  private struct Told: Hashable {
    let recipient: Cast?
    let kind: SubjectKind
    let subject: String

    init(_ recipient: Cast?, _ kind: SubjectKind, _ subject: String) {
      self.recipient = recipient
      self.kind = kind
      self.subject = subject
    }
  }

  private func told(of change: Change, by cast: Cast) throws -> [Told] {
    try office.perform(change, as: cast).pushes.compactMap { push in
      guard case .registrationNotice(let notice) = push.content else { return nil }
      let recipient = Cast.people.first { office.person($0).id == push.recipient }
      return Told(recipient, notice.kind, notice.subject)
    }
  }

  private func passed(speakerAccepts: Bool) -> PassedDeadline {
    PassedDeadline(
      campaign: "duong-hoa-2022", milestone: .registration,
      title: "đăng ký danh hiệu thi đua năm 2022", lastValidDay: "2022-01-14",
      acceptsLate: [.secretary], speakerAccepts: speakerAccepts)
  }

  private func lateReason(of cast: Cast) throws -> String? {
    try office.registrations(of: office.subject(cast)).first?.lateReason
  }
}
