import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

/// What is said unasked, as `interface.md` promises it to clients.
@Suite struct ReminderRepliesTests {
  @Test(
    arguments: [
      ("2021-12-31 08:00", "hết thứ Sáu, 14/01/2022, còn 14 ngày"),
      ("2022-01-13 08:00", "hết thứ Sáu, 14/01/2022, còn 1 ngày"),
      ("2022-01-14 08:00", "hôm nay, thứ Sáu, 14/01/2022, là ngày cuối"),
      // Days left are those of the moment it is read, not of the moment it was due.
      ("2022-01-14 23:59:59.999", "hôm nay, thứ Sáu, 14/01/2022, là ngày cuối"),
      ("2022-01-16 08:00", "đã hết hạn thứ Sáu, 14/01/2022, quá 2 ngày"),
    ] as [(Instant, String)])
  func theEndInWords(now: Instant, end: String) {
    let message = push(digest(duties: [duty])).message(at: now)
    #expect(
      message.text.hasPrefix(
        "Nhắc việc:\n1. đăng ký danh hiệu thi đua năm 2022 (phong trào thi đua năm 2022): \(end)."))
    expectVietnamese(message.text)
  }

  @Test func theWire() {
    let message = push(digest(duties: [duty])).message(at: "2022-01-07 08:00")
    #expect(message.id == "p-12")
    #expect(message.topic == "reminder")
    #expect(message.data["campaign"] == "duong-hoa-2022")
    #expect(message.data["milestone"] == "registration")
    #expect(message.data["last_valid_day"] == "2022-01-14")
    #expect(message.data["late"] == false)
    #expect(message.data["duties"]?.arrayValue?.count == 1)
    #expect(message.data["missing"] == [])
  }

  @Test func severalDutiesAreOneMessage() {
    let council = DutyDue(
      campaign: "x", campaignTitle: "Đồng khởi mới", milestone: "council-2016", kind: .council,
      title: "họp Hội đồng", lastValidDay: "2022-01-21")
    let message = push(digest(duties: [duty, council])).message(at: "2022-01-07 08:00")
    #expect(message.text.split(separator: "\n").count == 3)
    #expect(message.data["duties"]?.arrayValue?.count == 2)
    #expect(message.data["milestone"] == "registration")
  }

  @Test func whatIsLateSaysSo() {
    let late = ReminderDigest(day: "2022-01-07", isLate: true, duties: [duty], missing: [])
    let message = push(.reminder(late)).message(at: "2022-01-08 10:00")
    #expect(message.text.hasPrefix("Nhắc việc (gửi muộn, lẽ ra ngày 07/01/2022):"))
    #expect(message.data["late"] == true)
    #expect(message.data["day"] == "2022-01-07")
  }

  @Test func theSecretarysList() {
    let missing = MissingDuty(duty: duty, names: ["Trần Văn Bình", "Hoàng Sơn"], count: 73)
    let content = PushContent.reminder(
      ReminderDigest(day: "2022-01-15", isLate: false, duties: [], missing: [missing]))
    let message = push(content).message(at: "2022-01-15 08:00")
    #expect(
      message.text == """
        Nhắc việc:
        1. 73 người chưa thực hiện: đăng ký danh hiệu thi đua năm 2022 (phong trào thi đua năm 2022), đã hết hạn thứ Sáu, 14/01/2022, quá 1 ngày. Trả lời 1 để nhắc những người này.
        - Trần Văn Bình
        - Hoàng Sơn
        … và 71 người nữa. Gõ: ai chưa đăng ký
        """)
    #expect(message.data["campaign"] == "duong-hoa-2022")
    #expect(message.data["missing"]?.arrayValue?.first?["count"] == 73)
  }

  @Test func unitsAreCountedAsUnits() {
    let missing = MissingDuty(duty: duty, names: ["thôn Hộ"], count: 1, areUnits: true)
    let content = PushContent.reminder(
      ReminderDigest(day: "2022-01-15", isLate: false, duties: [], missing: [missing]))
    let message = push(content).message(at: "2022-01-15 08:00")
    #expect(message.text.contains("1. 1 đơn vị chưa thực hiện: đăng ký"))
    #expect(message.text.contains("Trả lời 1 để nhắc các đơn vị này.\n- thôn Hộ"))
    #expect(message.data["missing"]?.arrayValue?.first?["units"] == true)
  }

  @Test("Every kind of duty says what can be done", arguments: MilestoneKind.allCases)
  func advice(kind: MilestoneKind) {
    let duty = DutyDue(
      campaign: "x", campaignTitle: "x", milestone: "m", kind: kind, title: "việc",
      lastValidDay: "2022-01-14")
    let text = push(digest(duties: [duty])).message(at: "2022-01-07 08:00").text
    expectVietnamese(text)
    #expect(text.contains("Trả lời 1 để "))
    // In a letter nothing can be answered by number.
    let letter = digest(duties: [duty]).answer(at: "2022-01-07 08:00", in: .elsewhere).text
    expectVietnamese(letter)
    #expect(letter.contains("Gõ: ") && !letter.contains("Trả lời 1"))
  }

  @Test func aNudgeSaysWhoAsks() {
    let message = push(.nudge(Nudge(duty: duty, by: "Đỗ Minh Thư"))).message(
      at: "2022-01-07 08:00")
    #expect(
      message.text == """
        Đỗ Minh Thư nhắc anh/chị:
        1. đăng ký danh hiệu thi đua năm 2022 (phong trào thi đua năm 2022): hết thứ Sáu, 14/01/2022, còn 7 ngày. Trả lời 1 để đăng ký.
        """)
    #expect(message.topic == "reminder")
    #expect(message.data["by"] == "Đỗ Minh Thư")
    #expect(message.data["milestone"] == "registration")
  }

  @Test func whoHasSeenIt() {
    let readership = Readership(
      unit: "thôn Hộ",
      sendings: [
        .init(
          kind: .announcement, at: "2022-01-07 08:00", by: "Võ Chủ", text: "chiều nay họp",
          readers: [
            .init(name: "Phạm Văn Minh", seenAt: "2022-01-07 08:30"),
            .init(name: "Hoàng Sơn", seenAt: nil),
          ])
      ])
    let answer = Outcome.readership(readership).answer(at: "2022-01-07 09:00")
    #expect(
      answer.text == """
        Thông báo “chiều nay họp” của Võ Chủ, 08:00 thứ Sáu, 07/01/2022: 1/2 người đã xem; chưa xem:
        - Hoàng Sơn
        """)
    #expect(answer.data["sendings"]?.arrayValue?.first?["unseen"] == ["Hoàng Sơn"])
    let none = Outcome.readership(Readership(unit: nil, sendings: [])).answer(
      at: "2022-01-07 09:00")
    expectVietnamese(none.text)
  }

  @Test(
    "A notice says who did what to whom",
    arguments: [
      (.registered, .person, "Lê Thị Lan đã đăng ký Lao động tiên tiến cho anh/chị"),
      (.changed, .person, "Lê Thị Lan đã đổi đăng ký của anh/chị thành Lao động tiên tiến"),
      (.withdrawn, .household, "Lê Thị Lan đã rút đăng ký Lao động tiên tiến của gia đình anh/chị"),
      (
        .undone, .collective,
        "Lê Thị Lan đã hoàn tác thay đổi về đăng ký Lao động tiên tiến của thôn Hộ"
      ),
    ] as [(RegistrationEvent, SubjectKind, String)])
  func notices(event: RegistrationEvent, kind: SubjectKind, sentence: String) {
    let notice = RegistrationNotice(
      event: event, kind: kind, subject: "thôn Hộ", campaign: "x", campaignTitle: "thi đua",
      honours: ["Lao động tiên tiến"], by: "Lê Thị Lan", receipt: "TN-000012", isLate: false)
    let message = push(.registrationNotice(notice)).message(at: "2022-01-07 08:00")
    #expect(message.text == sentence + ", phong trào thi đua. Mã tiếp nhận TN-000012.")
    #expect(message.topic == "registration")
    #expect(message.data.members.map(\.key) == ["campaign", "receipt", "by", "subject"])
  }

  @Test(
    arguments: [
      ("p-12", 12), ("p-0", 0), ("p-9223372036854775807", .max), ("p-", nil), ("12", nil),
      ("P-12", nil), ("p-1x", nil), ("p- 1", nil), ("p-9223372036854775808", nil), ("", nil),
      ("p-+5", nil), ("p--5", nil), ("p-012", nil),
    ] as [(String, PushID?)])
  func namesOfPushes(text: String, id: PushID?) {
    #expect(Push.id(wire: text) == id)
  }

  @Test func acknowledging() {
    let none = Outcome.acknowledged(count: 0).answer(at: "2022-01-07 08:00")
    let two = Outcome.acknowledged(count: 2).answer(at: "2022-01-07 08:00")
    expectVietnamese(none.text)
    #expect(two.text == "Đã ghi nhận anh/chị đã xem 2 lời nhắc.")
    #expect(two.data["acknowledged"] == 2)
  }

  private let duty = DutyDue(
    campaign: "duong-hoa-2022", campaignTitle: "thi đua năm 2022", milestone: "registration",
    kind: .registration, title: "đăng ký danh hiệu thi đua năm 2022", lastValidDay: "2022-01-14")

  private func digest(duties: [DutyDue]) -> PushContent {
    .reminder(ReminderDigest(day: "2022-01-07", isLate: false, duties: duties, missing: []))
  }

  private func push(_ content: PushContent) -> Push {
    Push(id: 12, recipient: 7, content: content, createdAt: "2022-01-07 08:00")
  }
}
