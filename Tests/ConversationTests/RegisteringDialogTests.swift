import Campaigns
import CivilTime
import TestSupport
import Testing

@testable import Understanding

/// Ask, fill, confirm, do.
@Suite struct RegisteringDialogTests {
  let office: Office
  let hoa: Talker
  let lan: Talker
  let secretary: Talker

  init() throws {
    office = try Office(at: "2022-01-10 09:00")
    hoa = Talker(.hoa, in: office)
    lan = Talker(.lan, in: office)
    secretary = Talker(.secretary, in: office)
  }

  // MARK: The way to a registration

  @Test func whatIsMissingIsAskedFor_thenShown_thenDone() throws {
    #expect(
      try hoa.says(.said(.registrationCreate))
        == .asked(
          .missing(
            .honour(offered: [
              "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh",
            ]))))
    let proposal = try hoa.says(.said(nil, honours: ["LDTT"])).proposal
    #expect(proposal?.act == .register)
    #expect(proposal?.honours == ["Lao động tiên tiến"])
    #expect(proposal?.isSpeaker == true)
    #expect(proposal?.campaign == "thi đua năm 2022")
    #expect(try office.honours(of: .hoa) == [])
    #expect(try hoa.says(.yes).change?.honours.map(\.code) == ["LDTT"])
    #expect(try office.honours(of: .hoa) == ["LDTT"])
    #expect(try hoa.says(.yes) == .talked(.nothingPending))
  }

  @Test func whatIsStatedOutrightIsDoneAtOnce() throws {
    #expect(
      try hoa.says(.said(.registrationCreate, .act, honours: ["LDTT"], subject: .me)).change != nil)
  }

  @Test func aSubjectThatWasInferredIsShownFirst() throws {
    #expect(try hoa.says(.said(.registrationCreate, .act, honours: ["LDTT"])).proposal != nil)
    #expect(try hoa.says(.yes).change != nil)
  }

  @Test func aYesWhereNoneWasAskedForLosesNothing() throws {
    let twin = try office.enterNamesake(of: .hoa, in: "thôn Hộ")
    let namesakes = SubjectSlot.person(
      candidates: [office.person(.hoa).id, twin], asWritten: "Hoa")
    let asked = try hoa.says(.said(.registrationCreate, subject: .me))
    #expect(try hoa.says(.yes) == asked)
    #expect(
      try secretary.says(.said(.registrationCreate, honours: ["LDTT"], subject: namesakes)).choices
        == 2)
    #expect(try secretary.says(.yes) == .talked(.numberOutOfRange(count: 2)))
    #expect(try secretary.says(.number(1)).proposal?.subject?.subject == office.subject(.hoa))
  }

  @Test(
    "A no leaves everything as it was", arguments: [Reading.no, .cancel, .said(.talkUndo, .act)])
  func givingUp(reading: Reading) throws {
    #expect(try hoa.says(.said(.registrationCreate, honours: ["LDTT"])).proposal != nil)
    #expect(try hoa.says(reading) == .talked(.cancelled))
    #expect(try hoa.says(.yes) == .talked(.nothingPending))
    #expect(try hoa.says(.said(.registrationCreate)) != .talked(.nothingPending))
    #expect(try hoa.says(reading) == .talked(.cancelled))
    #expect(try hoa.says(.said(nil, honours: ["LDTT"])) == .talked(.unclear(likely: [])))
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func whileConfirmingADetailMayStillBeChanged() throws {
    #expect(try lan.says(.said(.registrationCreate, honours: ["LDTT"])).proposal?.isSpeaker == true)
    let other = try lan.says(.said(nil, honours: ["CSTDCS"])).proposal
    #expect(other?.honours == ["Chiến sĩ thi đua cơ sở"])
    let forHoa = try lan.says(.said(nil, subject: person(.hoa))).proposal
    #expect(forHoa?.subject?.name == "Nguyễn Thị Hoa")
    #expect(forHoa?.honours == ["Chiến sĩ thi đua cơ sở"])
    _ = try lan.says(.yes)
    #expect(try office.honours(of: .hoa) == ["CSTDCS"])
    #expect(try office.honours(of: .lan) == [])
  }

  @Test func anotherIntentDropsWhatWasPending() throws {
    for pending in [
      Reading.said(.registrationCreate), .said(.registrationCreate, honours: ["LDTT"]),
      .said(.registrationCreate, of: ["LDTT", "CSTDCS"]), .said(nil, rivals: [.registrationCreate]),
    ] {
      _ = try hoa.says(pending)
      guard case .done(.deadlines) = try hoa.says(.said(.campaignDeadlines, .act)) else {
        Issue.record("not answered after \(pending)")
        continue
      }
      #expect(try hoa.says(.yes) == .talked(.nothingPending))
    }
    #expect(try office.honours(of: .hoa) == [])
  }

  // MARK: Changing, withdrawing, undoing

  @Test func aChangeShowsOldAndNew() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let both = try hoa.says(.said(.registrationChange, honours: ["LDTT", "CSTDCS"])).proposal
    #expect(both?.act == .replace(from: "Lao động tiên tiến"))
    #expect(both?.honours == ["Chiến sĩ thi đua cơ sở"])
    _ = try hoa.says(.yes)
    #expect(try office.honours(of: .hoa) == ["CSTDCS"])
    let only = try hoa.says(.said(.registrationChange, honours: ["LDTT"])).proposal
    #expect(only?.act == .replace(from: nil))
    _ = try hoa.says(.yes)
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  @Test func aChangeWithoutTheNewHonourAsksForIt() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    guard case .asked(.missing(.newHonour)) = try hoa.says(.said(.registrationChange)) else {
      Issue.record("not asked")
      return
    }
    _ = try hoa.says(.said(nil, honours: ["CSTDCS"]))
    _ = try hoa.says(.yes)
    #expect(try office.honours(of: .hoa) == ["CSTDCS"])
  }

  @Test func withdrawingNeedsNoHonour() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let proposal = try hoa.says(.said(.registrationWithdraw)).proposal
    #expect(proposal?.act == .withdraw)
    #expect(proposal?.honours == [])
    #expect(try hoa.says(.yes).change?.state == .withdrawn)
    #expect(try hoa.says(.said(.talkUndo, .act)).change?.state == .active)
  }

  @Test func whatTheClerkRefusesIsTheAnswer() throws {
    _ = try hoa.says(.said(.registrationWithdraw))
    guard case .refused(.wrongState(.nothingRegistered)) = try hoa.says(.yes) else {
      Issue.record("not refused")
      return
    }
    #expect(try hoa.says(.yes) == .talked(.nothingPending))
  }

  // MARK: Choosing by number

  @Test func ofSeveralHonoursOneIsChosenByNumber() throws {
    let ask = Reading.said(.registrationCreate, of: ["LDTT", "CSTDCS"], subject: .me)
    for wrong: Double in [0, 3, -1, 99] {
      #expect(
        try hoa.says(ask)
          == .asked(.choose(.honours(["Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"]))))
      #expect(try hoa.says(.number(wrong)) == .talked(.numberOutOfRange(count: 2)))
      // The question still stands.
      #expect(try hoa.says(.number(2)).proposal?.honours == ["Chiến sĩ thi đua cơ sở"])
    }
    #expect(try hoa.says(.yes).change?.honours.map(\.code) == ["CSTDCS"])
  }

  @Test("What is no whole number chooses nothing", arguments: [1.5, 1e12, -.infinity, .nan])
  func noNumber(number: Double) throws {
    _ = try hoa.says(.said(.registrationCreate, of: ["LDTT", "CSTDCS"], subject: .me))
    #expect(try hoa.says(.number(number)).proposal == nil)
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func insteadOfANumberTheNameMayBeSaid() throws {
    _ = try hoa.says(.said(.registrationCreate, of: ["LDTT", "CSTDCS"], subject: .me))
    #expect(try hoa.says(.said(nil, honours: ["LDTT"])).proposal?.honours == ["Lao động tiên tiến"])
  }

  @Test func namesakesAreChosenByNumber() throws {
    let twin = try office.enterNamesake(of: .hoa, in: "thôn Hộ")
    let both = [office.person(.hoa).id, twin]
    let asked = try secretary.says(
      .said(
        .registrationCreate, .choose, honours: ["LDTT"],
        subject: .person(candidates: both, asWritten: "chị Hoa")))
    guard case .asked(.choose(.subjects("chị Hoa", let named))) = asked else {
      Issue.record("somebody was chosen silently: \(asked)")
      return
    }
    #expect(named.map(\.unit) == ["thôn Buồng Tằm", "thôn Hộ"])
    #expect(try secretary.says(.number(2)).proposal?.subject == named[1])
    _ = try secretary.says(.yes)
    #expect(try office.honours(of: .person(twin)) == ["LDTT"])
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func aUnitTellsNamesakesApart() throws {
    let twin = try office.enterNamesake(of: .hoa, in: "thôn Hộ")
    let both = SubjectSlot.person(candidates: [office.person(.hoa).id, twin], asWritten: "Hoa")
    let inHo = UnitSlot.named([office.unit("thôn Hộ")], "thôn Hộ")
    let proposal = try secretary.says(
      .said(.registrationCreate, .choose, honours: ["LDTT"], subject: both, unit: inHo)
    ).proposal
    #expect(proposal?.subject?.subject == .person(twin))
    // A unit in which neither is does not choose either.
    let elsewhere = UnitSlot.named([office.unit("thôn Còn Quyền")], "thôn Còn Quyền")
    #expect(
      try secretary.says(
        .said(.registrationCreate, .choose, honours: ["LDTT"], subject: both, unit: elsewhere)
      ).choices == 2)
  }

  @Test func anOfficerIsOfferedOnlyWhomHeMayActFor() throws {
    let twin = try office.enterNamesake(of: .hoa, in: "thôn Hộ")
    let both = SubjectSlot.person(candidates: [twin, office.person(.hoa).id], asWritten: "Hoa")
    let proposal = try lan.says(
      .said(.registrationCreate, .choose, honours: ["LDTT"], subject: both)
    ).proposal
    #expect(proposal?.subject?.subject == office.subject(.hoa))
  }

  // MARK: Households, units, "anh ấy"

  @Test func anHonourOfHouseholdsMeansTheSpeakersHousehold() throws {
    for subject in [nil, SubjectSlot.me] {
      let proposal = try hoa.says(
        .said(.registrationCreate, honours: ["GDVH"], subject: subject)
      ).proposal
      #expect(proposal?.subject?.subject == office.household(.hoa))
    }
    let ofBinh = try lan.says(
      .said(.registrationCreate, honours: ["GDVH"], subject: person(.binh))
    ).proposal
    #expect(ofBinh?.subject?.subject == office.household(.binh))
  }

  @Test func aUnitIsRegisteredByItsOfficer() throws {
    let unit = UnitSlot.named([office.unit("thôn Buồng Tằm")], "thôn Buồng Tằm")
    let proposal = try lan.says(
      .said(.registrationCreate, honours: ["TTLDTT"], unit: unit)
    ).proposal
    #expect(proposal?.subject?.name == "thôn Buồng Tằm")
    _ = try lan.says(.yes)
    #expect(try office.honours(of: .unit(office.unit("thôn Buồng Tằm"))) == ["TTLDTT"])
  }

  @Test func whoWasSpokenOfLastIsMeantByAPronoun() throws {
    #expect(
      try lan.says(.said(.statusOf, .act, subject: .spokenOf)) == .asked(.missing(.subject)))
    _ = try lan.says(.said(.statusOf, .act, subject: person(.binh)))
    let proposal = try lan.says(
      .said(.registrationCreate, .act, honours: ["LDTT"], subject: .spokenOf)
    ).proposal
    #expect(proposal?.subject?.subject == office.subject(.binh))
  }

  private func person(_ cast: Cast) -> SubjectSlot {
    .person(candidates: [office.person(cast).id], asWritten: cast.name)
  }
}
