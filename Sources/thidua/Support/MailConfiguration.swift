import ChatServer
import Mail
import MailDelivery
import SecureSockets
import Yams

/// The options of `thidua.yaml` whose names begin with `mail_`: together they say how reminders go by
/// mail, or that they do not.
struct MailConfiguration {
  private var sender: String?
  private var relay: String?
  private var encryption = SMTPSettings.Encryption.required
  private var user: String?
  private var passwordFile: String?
  private var program: String?
  private var verifies = true

  /// Whether the option is one of mail's. Throws `CommandFailure` with status 78 for a bad value.
  mutating func set(_ key: String, _ value: Node, _ place: String) throws -> Bool {
    guard key.hasPrefix("mail_") else { return false }
    guard let text = value.string, !text.isEmpty else {
      throw CommandFailure(.badConfiguration, "\(place): “\(key)” cần một giá trị.")
    }
    switch key {
    case "mail_from": sender = text
    case "mail_relay": relay = text
    case "mail_user": user = text
    case "mail_password_file": passwordFile = text
    case "mail_program": program = text
    case "mail_encryption":
      let names: [String: SMTPSettings.Encryption] = [
        "from_the_start": .fromTheStart, "required": .required, "when_offered": .whenOffered,
        "never": .never,
      ]
      guard let chosen = names[text] else {
        throw CommandFailure(
          .badConfiguration,
          "\(place): “mail_encryption” là required, from_the_start, when_offered hoặc never.")
      }
      encryption = chosen
    case "mail_verify":
      guard let verify = value.bool else {
        throw CommandFailure(.badConfiguration, "\(place): “mail_verify” là true hoặc false.")
      }
      verifies = verify
    default: return false
    }
    return true
  }

  /// `nil` where neither a relay nor a program is named.
  func service(_ path: String) throws -> MailService? {
    if relay == nil, program == nil { return nil }
    guard relay == nil || program == nil else {
      throw CommandFailure(
        .badConfiguration, "\(path): chỉ chọn một trong mail_relay và mail_program.")
    }
    guard let sender, let from = try? MailAddress(sender, name: "Thi đua") else {
      throw CommandFailure(
        .badConfiguration, "\(path): “mail_from” cần một địa chỉ email của cơ quan.")
    }
    if let program { return MailService(SendmailProgram(path: program), from: from) }
    return MailService(try smtp(path, from), from: from)
  }

  private func smtp(_ path: String, _ from: MailAddress) throws -> SMTPRelay {
    let parts = (relay ?? "").split(separator: ":")
    guard parts.count == 2, let port = UInt16(parts[1]) else {
      throw CommandFailure(.badConfiguration, "\(path): “mail_relay” có dạng máy:cổng.")
    }
    var login: SMTPLogin?
    if let user {
      guard let passwordFile else {
        throw CommandFailure(
          .badConfiguration, "\(path): có mail_user thì cần mail_password_file.")
      }
      let password = try InputFile.read(passwordFile).filter { !$0.isNewline }
      guard let checked = SMTPLogin(user: user, password: password) else {
        throw CommandFailure(
          .badConfiguration, "\(passwordFile): mật khẩu trống hoặc quá dài.")
      }
      login = checked
    }
    guard
      let settings = try? SMTPSettings(name: from.domain, encryption: encryption, login: login)
    else {
      throw CommandFailure(.badConfiguration, "\(path): tên miền của mail_from chỉ dùng chữ ASCII.")
    }
    return SMTPRelay(
      host: String(parts[0]), port: port, settings: settings,
      verification: verifies ? .systemAuthorities : .none)
  }
}
