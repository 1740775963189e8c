package import Campaigns
package import CivilTime
import Vietnamese

extension Push {
  /// The same words as in the chat, as a letter: its subject line and its text.
  package func letter(at now: Instant) -> (subject: String, text: String) {
    let text = content.answer(at: now, in: .elsewhere).text
    return (
      subject: content.subject(on: now.date),
      text: text
        + "\n\n--\nThư của trợ lý Thi đua, không trả lời được. Muốn làm việc hay đổi cách nhắc, "
        + "mời anh/chị vào trò chuyện; thôi nhận thư thì gõ: tắt email\n"
    )
  }
}

extension PushContent {
  fileprivate func subject(on day: CivilDate) -> String {
    switch self {
    case .reminder(let digest): "Nhắc việc thi đua ngày \(digest.day.vietnamese)"
    case .nudge(let nudge): "\(nudge.by) nhắc: \(nudge.duty.title)"
    case .personal: "Lời nhắc của anh/chị, ngày \(day.vietnamese)"
    case .registrationNotice: "Tin về đăng ký thi đua"
    case .caseNotice: "Tin thi đua, khen thưởng"
    }
  }
}
