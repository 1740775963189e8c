import Campaigns
import CivilTime
import TestSupport
import Testing
import Vietnamese

@testable import Understanding

/// A later day, announcements, difficulties, good examples: ask, show, do.
@Suite struct OfficeDialogTests {
  let office: Office
  let secretary: Talker
  let hoa: Talker

  init() throws {
    office = try Office(at: "2022-01-10 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
    secretary = Talker(.secretary, in: office)
    hoa = Talker(.hoa, in: office)
  }

  private var plan: Campaign { Plans.everything() }

  private func entry(_ kind: Campaigns.MilestoneKind) throws -> MilestoneEntry {
    MilestoneEntry(try #require(plan.milestones(of: kind).first), at: office.now)
  }

  private var outright: [(Cast, Reading)] {
    [
      (
        .secretary,
        .said(.milestoneExtend, .act, milestone: .registration, date: .day("2022-01-20"))
      ),
      (.chair, .said(.milestoneExtend, .act, milestone: .work, date: .day("2022-11-30"))),
      (.secretary, .said(.announceSend, .act, text: "chiều nay họp")),
      (
        .chair,
        .said(.announceSend, .act, unit: office.named(unit: "thôn Hộ"), text: "dọn vệ sinh")
      ),
      (.hoa, .said(.feedbackSubmit, .act, text: "thiếu mẫu đăng ký")),
      (.secretary, .said(.feedbackReply, .act, text: "đã gửi mẫu")),
      (
        .hoa, .said(.exampleSubmit, .act, subject: office.named(.binh), text: "nhặt được của rơi")
      ),
    ]
  }

  private func paths() throws -> [DialogPath] {
    let offered = plan.milestones.map { MilestoneEntry($0, at: office.now) }
    return [
      DialogPath(
        .secretary, .said(.milestoneExtend),
        [
          (.milestone(offered: offered), .read(.said(nil, milestone: .registration))),
          (.day, .read(.said(nil, date: .impossible("31/2", .noSuchDay)))),
          (.day, .read(.said(nil, date: .day("2022-01-20")))),
        ], shows: .extend(try entry(.registration), to: "2022-01-20")),
      DialogPath(
        .chair, .said(.milestoneExtend, milestone: .work, date: .impossible("31/11", .noSuchDay)),
        [(.day, .read(.said(nil, date: .day("2022-11-30"))))],
        shows: .extend(try entry(.work), to: "2022-11-30")),
      DialogPath(
        .secretary, .said(.announceSend),
        [
          (.words(.announcement), .words(" ")),
          (.words(.announcement), .words("  đăng ký trước ngày 15  ")),
        ], shows: .announce("đăng ký trước ngày 15", unit: nil)),
      DialogPath(
        .chair, .said(.announceSend, unit: office.named(unit: "thôn Hộ")),
        [(.words(.announcement), .words("dọn vệ sinh"))],
        shows: .announce("dọn vệ sinh", unit: "thôn Hộ")),
      DialogPath(
        .hoa, .said(.feedbackSubmit), [(.words(.feedback), .words("thiếu mẫu"))],
        shows: .feedback("thiếu mẫu")),
      DialogPath(
        .secretary, .said(.feedbackReply), [(.words(.reply), .words("mai có mẫu"))],
        shows: .reply("mai có mẫu")),
      DialogPath(
        .hoa, .said(.exampleSubmit),
        [
          (.subject, .read(.said(nil, subject: office.named(.binh)))),
          (.words(.example), .words("nhặt được của rơi")),
        ], shows: .example("nhặt được của rơi")),
    ]
  }

  @Test func whatIsStatedOutrightIsDoneAtOnce() throws {
    for (cast, reading) in outright {
      let said = try Talker(cast, in: office).says(reading)
      #expect(said.made != nil, "\(reading.intent): \(said)")
      try office.reload()
    }
  }

  @Test func whatIsMissingIsAskedFor_thenShown_thenDone() throws {
    for path in try paths() { try path.expectDone(in: office) }
  }

  @Test func givingUpChangesNothing() throws {
    for path in try paths() { try path.expectLeft(in: office) }
  }

  // MARK: A later day

  @Test func aMilestoneThatThePlanLacksIsRefused_beforeADayIsAskedFor() throws {
    #expect(
      try secretary.says(.said(.milestoneExtend, .act, milestone: .closing))
        == .refused(.wrongState(.noMilestone(.closing, campaign: "thi đua năm 2022"))))
  }

  @Test func ofASpanTheLastDayCounts() throws {
    let span = try #require(DateSpan("2022-01-15", "2022-01-20"))
    let said = try secretary.says(
      .said(.milestoneExtend, milestone: .registration, date: .span(span)))
    #expect(said.proposal?.act == .extend(try entry(.registration), to: "2022-01-20"))
  }

  @Test func anEarlierDayIsRefused() throws {
    guard
      case .refused(.wrongState(.notLater)) = try secretary.says(
        .said(.milestoneExtend, .act, milestone: .registration, date: .day("2022-01-13")))
    else {
      Issue.record("not refused")
      return
    }
  }

  // MARK: Announcements

  @Test func aUnitThatIsNotKnownGetsNoAnnouncement() throws {
    #expect(
      try secretary.says(.said(.announceSend, .act, unit: .named([], "thôn Mây"), text: "họp"))
        == .refused(.unknownSubject(asWritten: "thôn Mây")))
  }

  // MARK: Difficulties

  private func send(_ texts: String...) throws -> [Int64] {
    try texts.map { text in
      guard
        case .feedbackSent(let entry)? = try Talker(.hoa, in: office).says(
          .said(.feedbackSubmit, .act, text: text)
        ).made
      else { throw NotSent() }
      return entry.id
    }
  }

  @Test("The number before the colon says which is answered", arguments: ["", "số ", "vướng mắc "])
  func numbered(lead: String) throws {
    let numbers = try send("một", "hai", "ba")
    for decision in [Decision.act, .confirm] {
      let number = numbers[decision == .act ? 1 : 2]
      let reading = Reading.said(
        .feedbackReply, decision, text: "\(lead)\(number): mai có: đủ mẫu")
      var said = try secretary.says(reading)
      if decision == .confirm {
        #expect(said.proposal?.act == .reply("mai có: đủ mẫu"))
        said = try secretary.says(.yes)
      }
      guard case .feedbackAnswered(let entry)? = said.made else {
        Issue.record("\(said)")
        return
      }
      #expect(entry.id == number)
      #expect(entry.feedback.answer?.text == "mai có: đủ mẫu")
    }
  }

  @Test func theNumberMayStandOutsideOfTheWords() throws {
    let numbers = try send("một", "hai")
    let said = try secretary.says(
      .said(.feedbackReply, .act, number: Double(numbers[1]), text: "12: mẫu 3"))
    guard case .feedbackAnswered(let entry)? = said.made else {
      Issue.record("\(said)")
      return
    }
    #expect(entry.id == numbers[1])
    #expect(entry.feedback.answer?.text == "12: mẫu 3")
  }

  @Test func ofSeveralWithoutANumberNoneIsAnswered() throws {
    let numbers = try send("một", "hai")
    for text in ["mai có", "xin lỗi: mai có", "\(numbers[0]):", "\(numbers[0]): "] {
      #expect(
        try secretary.says(.said(.feedbackReply, .act, text: text))
          == .refused(.wrongState(.whichFeedback(numbers))))
    }
    #expect(
      try secretary.says(.said(.feedbackReply, .act, text: "999999: mai có"))
        == .refused(.wrongState(.nothingToAnswer)))
  }

  @Test(
    "The only one needs no number, nor is every number before a colon one",
    arguments: [
      "xin lỗi: mai có", "họp lúc 15:30", "15:30 họp", "hạn đến ngày 12: nộp tại UBND", "12:",
    ])
  func colons(text: String) throws {
    _ = try send("một")
    let said = try secretary.says(.said(.feedbackReply, .act, text: text))
    guard case .feedbackAnswered(let entry)? = said.made else {
      Issue.record("\(said)")
      return
    }
    #expect(entry.feedback.answer?.text == text)
  }

  private struct NotSent: Error {}

  // MARK: Who may not

  @Test(
    "Who may not is refused before anything is asked",
    arguments: [
      (.hoa, .milestoneExtend, .roles([.secretary, .chair])),
      (.lan, .milestoneExtend, .roles([.secretary, .chair])),
      (.council, .announceSend, .roles([.secretary, .chair])),
      (.lan, .announceSend, .roles([.secretary, .chair])),
      (.hoa, .feedbackReply, .roles([.secretary])),
      (.chair, .feedbackReply, .roles([.secretary])),
    ] as [(Cast, Intent, Refusal.Permitted)])
  func refused(cast: Cast, intent: Intent, permitted: Refusal.Permitted) throws {
    let talker = Talker(cast, in: office)
    for text in [nil, "chữ"] {
      #expect(
        try talker.says(.said(intent, .act, text: text)) == .refused(.notPermitted(permitted)))
      #expect(try talker.says(.yes) == .talked(.nothingPending))
    }
  }

  @Test("Difficulties and examples are for everyone who has logged in", arguments: Cast.allCases)
  func everyone(cast: Cast) throws {
    office.clock.now = "2022-06-01 09:00"
    for intent in [Intent.feedbackSubmit, .exampleSubmit] {
      let said = try Talker(cast, in: office).says(.said(intent))
      guard cast != .guest else {
        #expect(said == .refused(.notLoggedIn))
        continue
      }
      #expect(
        said
          == .asked(.missing(intent == .exampleSubmit ? .subject : .words(.feedback))))
    }
  }
}
