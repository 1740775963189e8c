import Wire

/// How a client of a mail server introduces and protects itself.
package struct SMTPSettings: Sendable {
  /// When TLS begins.
  package enum Encryption: Hashable, Sendable {
    /// The connection begins with TLS (port 465); no STARTTLS is needed.
    case fromTheStart
    /// Nothing but EHLO is said before STARTTLS has succeeded.
    case required
    /// STARTTLS if the server offers it. Whoever stands in between can hide the offer.
    case whenOffered
    /// Plain bytes, as to a relay on the same machine.
    case never
  }

  /// What the client calls itself to the server.
  package let name: MailDomain
  /// When TLS begins, and whether mail goes without it.
  package let encryption: Encryption
  /// `nil` if the server takes mail without login.
  package let login: SMTPLogin?

  /// Throws `domain` unless the name is in ASCII: it is said before the server can say that it
  /// knows other letters.
  package init(
    name: MailDomain, encryption: Encryption, login: SMTPLogin? = nil
  ) throws(MailFault) {
    guard name.description.utf8.allSatisfy({ $0 < 0x80 }) else { throw .domain(name.description) }
    self.name = name
    self.encryption = encryption
    self.login = login
  }
}

/// A name and a password, which no description shows.
package struct SMTPLogin: Sendable, CustomStringConvertible, CustomReflectable {
  /// As the server knows the client, 1 to 255 bytes.
  package let user: String
  let password: String

  /// `nil` if one is empty, has more than 255 bytes or holds a zero byte, which AUTH PLAIN uses to
  /// separate them.
  package init?(user: String, password: String) {
    let isSound = [user, password].allSatisfy { text in
      (1...255).contains(text.utf8.count) && !text.utf8.contains(0)
    }
    guard isSound else { return nil }
    self.user = user
    self.password = password
  }

  /// The name alone.
  package var description: String { "login of \(user)" }
  /// Without the password, for `dump` and debuggers.
  package var customMirror: Mirror { Mirror(self, children: ["user": user]) }

  /// RFC 4616: no other identity, the name, the password.
  var plainToken: String {
    let parts = [0] + Array(user.utf8) + [0] + Array(password.utf8)
    return String(decoding: Base64.encode(parts), as: UTF8.self)
  }
}
