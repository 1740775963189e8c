import CampaignStore
import Glibc
import SecureSockets

// What went wrong below, in the words of the person who has to mend it; the technical cause stands
// behind it in brackets.

extension StoreError {
  var words: String {
    "\(detail.map { $0 + ": " } ?? "")\(kind.words) (\(description))"
  }
}

extension StoreError.Kind {
  fileprivate var words: String {
    switch self {
    case .busy: "Kho dữ liệu đang bị một chương trình khác giữ. Xin thử lại sau."
    case .constraint: "Dữ liệu trái với quy tắc của kho; chưa ghi gì."
    case .corrupt: "Tệp của kho bị hỏng. Xin khôi phục từ bản sao lưu."
    case .notAStore: "Tệp này không phải kho dữ liệu của Thi đua."
    case .missing: "Không có thư mục hoặc tệp này."
    case .denied: "Hệ điều hành không cho đọc hoặc ghi. Xin xem lại quyền của thư mục dữ liệu."
    case .full: "Đĩa đã đầy; chưa ghi gì."
    case .readOnly: "Kho chỉ cho đọc. Xin xem lại quyền của thư mục dữ liệu."
    case .inputOutput: "Không đọc hoặc ghi được tệp của kho. Xin kiểm tra đĩa."
    case .newerThanProgram: "Kho do một bản chương trình mới hơn ghi. Xin dùng bản đó."
    case .migrationDiffers: "Kho do một bản chương trình khác ghi. Xin dùng bản đó."
    case .transactionLost: "Việc ghi bị gián đoạn; chưa ghi gì. Xin thử lại."
    case .unexpectedNull, .misuse, .other: "Kho dữ liệu gặp lỗi; chưa ghi gì."
    }
  }
}

extension TLSSetupError {
  var words: String {
    switch self {
    case .file(let error): error.words
    case .refused: "OpenSSL không nhận thiết đặt TLS (\(description))"
    }
  }
}

extension TLSFileError {
  var words: String {
    let what =
      switch problem {
      case .unreadable: "không đọc được"
      case .notPEM: "không có chứng thư hoặc khóa dạng PEM"
      case .encryptedKey: "khóa có mật khẩu; máy chủ cần khóa không có mật khẩu"
      case .belongsToAnother: "khóa không phải của chứng thư này"
      case .notAccepted: "OpenSSL không nhận: quá yếu hoặc lạ"
      case .unwritable: "không ghi được"
      }
    return "\(file): \(what) (\(description))"
  }
}

extension SocketError {
  var words: String {
    let what =
      switch code {
      case EADDRINUSE:
        "địa chỉ này đang có chương trình khác dùng. Chọn cổng khác: --chat HOST:PORT"
      case EADDRNOTAVAIL: "máy này không có địa chỉ đó"
      case EACCES: "không được phép dùng cổng này; cổng dưới 1024 cần quyền riêng"
      default: "hệ điều hành không cho"
      }
    return "\(subject.isEmpty ? act : subject): \(what) (\(description))"
  }
}
