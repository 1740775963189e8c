import CivilTime

@testable import Mail

/// The messages that tests send.
enum Samples {
  static func message(
    _ number: Int = 1, from: String = "nhac@thi-dua.example", fromName: String? = nil,
    to: String = "hoa@so.example", toName: String? = nil, subject: String = "Nhac viec",
    text: String = "x", attachments: [MailAttachment] = [], headers: [MailHeader] = []
  ) throws -> MailMessage {
    MailMessage(
      id: try MailID("nhac-\(number)@thi-dua.example"), from: try MailAddress(from, name: fromName),
      to: try MailAddress(to, name: toName), date: morning, subject: subject, text: text,
      attachments: attachments, headers: headers)
  }

  /// Monday, 10 January 2022, 08:00 in Vietnam.
  static let morning = Instant(milliseconds: 1_641_776_400_000)
}
