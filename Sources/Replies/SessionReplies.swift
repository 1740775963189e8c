package import Campaigns
package import CivilTime
import Vietnamese
package import Wire

// Greeting, login, and lines that are no requests.

/// The first line on every connection; says so while the clock is not the real one.
package func greetingText(simulatedNow: Instant?) -> String {
  let clock = simulatedNow.map { " [đồng hồ mô phỏng: \($0.vietnamese)]" } ?? ""
  return "Xin chào! Đây là trợ lý Thi đua.\(clock) Gõ “đăng nhập TÊN” hoặc “trợ giúp”."
}

/// After a login.
package func welcomeAnswer(
  _ person: Person, unit: String?, organization: String?, newPassword: Bool
)
  -> Answer
{
  let place = [unit, organization].compactMap { $0 }.joined(separator: ", ")
  let changed = newPassword ? " Mật khẩu mới đã được ghi nhận." : ""
  return Answer(
    "Chào \(person.name)\(place.isEmpty ? "" : " (\(place))"), anh/chị đã đăng nhập với vai trò \(person.role.words).\(changed)",
    [
      "name": .string(person.name), "role": .string(person.role.rawValue),
      "organization": .string(person.organization),
      "unit": unit.map { .string($0) } ?? .null,
    ])
}

/// The same for a wrong password and for a name that nobody has.
package let wrongPasswordAnswer = Answer("Tên đăng nhập hoặc mật khẩu không đúng.")
package let lockedAccountAnswer = Answer("Tài khoản này đang bị khóa. Xin liên hệ quản trị.")
package let codeExpiredAnswer = Answer("Mã một lần đã hết hạn. Xin quản trị cấp mã mới.")

package func weakPasswordAnswer(minimum: Int) -> Answer {
  Answer(
    "Mật khẩu mới cần ít nhất \(minimum) ký tự và khác mật khẩu cũ. Xin đặt lại.",
    ["needs": "new_password", "secret": true])
}

extension ChatErrorCode {
  /// What went wrong below the level of requests.
  package var text: String {
    switch self {
    case .malformed: "Dòng này không đúng định dạng nên không được xử lý."
    case .lineTooLong: "Dòng quá dài (tối đa 4.096 byte) nên không được xử lý."
    case .notUTF8: "Dòng này không phải văn bản UTF-8 nên không được xử lý."
    case .nulByte: "Dòng này có byte NUL nên không được xử lý."
    case .tooManyPending: "Gửi quá nhanh: dòng này không được xử lý. Xin chờ trả lời rồi gửi tiếp."
    case .tooManyConnections: "Hệ thống đang quá tải kết nối. Xin thử lại sau ít phút."
    case .idle: "Đã lâu không có tin nhắn; kết nối được đóng. Xin kết nối lại khi cần."
    case .shuttingDown: "Hệ thống dừng để bảo trì; kết nối được đóng. Xin kết nối lại sau."
    case .internal: "Hệ thống gặp lỗi; dòng này không được xử lý. Xin thử lại."
    }
  }
}
