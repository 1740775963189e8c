import Glibc
import SecureSockets

/// Every sentence that the chat client itself says. What the server says comes from the server.
enum ClientWords {
  static let userPrompt = "Tên đăng nhập (Enter để vào làm khách): "
  static let newPasswordPrompt = "Mật khẩu mới: "
  static let newPasswordAgainPrompt = "Nhập lại mật khẩu mới: "
  static let secretPrompt = "(không hiện) "
  static let prompt = "> "
  static let questionPrompt = "? "

  static func passwordPrompt(user: String) -> String { "Mật khẩu của \(user): " }

  static let passwordsDiffer = "Hai lần nhập không giống nhau. Mời nhập lại mật khẩu mới."
  static let passwordIsEmpty = "Mật khẩu không được để trống."
  static let tooManyAttempts = "Đăng nhập không thành công nhiều lần. Kết thúc."
  static let interruptHint = "Nhấn Ctrl-D để thoát."
  static let goodbye = "Tạm biệt!"
  static let connectionLost =
    "Mất kết nối với máy chủ. Những gì đã được máy chủ xác nhận vẫn còn; hãy chạy lại lệnh này."
  static let unreadableLine = "Máy chủ gửi một dòng không đọc được; đã bỏ qua."
  static let tooManyWaiting = "Máy chủ chưa kịp trả lời; câu vừa gõ chưa được gửi."
  static let inputTooLong = "Dòng quá dài, không gửi."
  static let inputUnreadable = "Dòng không phải văn bản UTF-8, không gửi."
  static let notUTF8Terminal =
    "Luu y: thiet bi dau cuoi khong dung UTF-8 (LANG). Chu co dau co the hien sai."

  static func cannotConnect(_ address: String, _ reason: String) -> String {
    "Không kết nối được tới \(address): \(reason)."
  }

  static func badAddress(_ text: String) -> String {
    "“\(text)” không phải là địa chỉ máy chủ. Viết như: thidua.example.vn, "
      + "127.0.0.1:7697 hoặc [::1]:7697."
  }

  static func pinned(_ address: String, _ fingerprint: String, file: String) -> String {
    """
    Lần đầu kết nối tới \(address). Dấu vân tay chứng thư của máy chủ:
      \(fingerprint)
    đã ghi vào \(file). Nếu cần chắc chắn, hãy đối chiếu với người quản trị.
    """
  }

  static func changed(
    _ address: String, old: String, new: String, file: String, line: Int
  ) -> String {
    """
    DỪNG LẠI: chứng thư của \(address) đã khác lần trước.
      lần trước: \(old)
      bây giờ:   \(new)
    Có thể máy chủ vừa đổi chứng thư, cũng có thể ai đó đang giả làm máy chủ. Chưa gửi gì đi.
    Hãy hỏi người quản trị xem dấu vân tay mới có đúng không. Nếu đúng, xóa dòng \(line) trong
      \(file)
    rồi kết nối lại. Nếu không đúng, đừng đăng nhập.
    """
  }

  static func cannotPin(file: String, _ reason: String) -> String {
    "Không ghi được \(file): \(reason). Lần sau sẽ không nhận ra máy chủ này."
  }

  static func unreadableKnownHosts(file: String, line: Int) -> String {
    "Dòng \(line) trong \(file) không đọc được. Hãy sửa hoặc xóa dòng đó rồi kết nối lại."
  }

  static func cannotRead(file: String, _ reason: String) -> String {
    "Không đọc được \(file): \(reason). Chưa kết nối."
  }

  static func reason(of failure: TLSClient.Failure) -> String {
    switch failure {
    case .unknownHost: "không tìm thấy máy chủ có tên này"
    case .socket(let error): reason(of: error.code)
    case .tls(let error): "không lập được kết nối TLS (\(error))"
    case .otherCertificate(let certificate): "chứng thư lạ \(certificate.fingerprint)"
    case .setup(let error): "không chuẩn bị được TLS (\(error))"
    case .timedOut: "quá lâu không có trả lời"
    case .closed: "máy chủ đã đóng kết nối"
    }
  }

  /// Why the kernel refused, for the numbers that people meet.
  static func reason(of code: Int32) -> String {
    switch code {
    case ECONNREFUSED: "máy chủ chưa chạy hoặc không nhận kết nối ở cổng này"
    case EHOSTUNREACH, ENETUNREACH: "không có đường mạng tới máy chủ"
    case ETIMEDOUT: "quá lâu không có trả lời"
    case ECONNRESET, EPIPE: "máy chủ đã cắt kết nối"
    case EACCES, EPERM: "không có quyền"
    case ENOENT: "không có thư mục để lưu"
    case ENOSPC: "hết chỗ trên đĩa"
    case EROFS: "đĩa chỉ cho đọc"
    default: SocketError.words(of: code)
    }
  }

  /// Whether a line speaks of a password, and so may hold one.
  static func speaksOfPassword(_ line: String) -> Bool {
    let line = line.lowercased()
    return ["mật khẩu", "mat khau", "password"].contains { line.contains($0) }
  }
}
