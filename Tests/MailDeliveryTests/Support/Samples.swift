import CivilTime
import Mail

/// The messages that tests send.
enum Samples {
  static func message(
    _ number: Int = 1, to: String = "hoa@so.example", text: String = "Kính gửi chị Hòa."
  ) throws -> MailMessage {
    MailMessage(
      id: try MailID("nhac-\(number)@thi-dua.example"),
      from: try MailAddress("nhac@thi-dua.example", name: "Trợ lý thi đua"),
      to: try MailAddress(to, name: "Nguyễn Thị Hòa"), date: morning,
      subject: "Nhắc việc \(number): hồ sơ đề nghị tặng Bằng khen còn thiếu biên bản họp",
      text: text)
  }

  /// Monday, 10 January 2022, 08:00 in Vietnam.
  static let morning = Instant(milliseconds: 1_641_776_400_000)
}
