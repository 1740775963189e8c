/// Why something cannot stand in a message: found before a byte of it is written, so that no name
/// or setting can begin a header, a command or a message of its own.
package enum MailFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not `local@domain`, or not a local part that is written without quotes.
  case address(String)
  /// Not a domain of letters, digits, hyphens and dots.
  case domain(String)
  /// A control character in it, or more than `MailAddress.nameLimit` bytes.
  case displayName(String)
  /// Not `left@right` in ASCII.
  case messageID(String)
  /// Not a header's name, or one that the message writes itself.
  case headerName(String)
  /// Not one line of printable ASCII of at most `MailHeader.valueLimit` bytes.
  case headerValue(String)
  /// A file's name that is empty, too long or holds a slash, a quote or a control character.
  case fileName(String)
  /// Not `type/subtype` with its parameters in printable ASCII.
  case contentType(String)

  /// One line for a log, with at most 80 characters of what was written.
  package var description: String {
    switch self {
    case .address(let text): "not a mail address: \(MailText.quoted(text))"
    case .domain(let text): "not a mail domain: \(MailText.quoted(text))"
    case .displayName(let text): "not a name for a mail address: \(MailText.quoted(text))"
    case .messageID(let text): "not a message id: \(MailText.quoted(text))"
    case .headerName(let text): "not the name of a free header: \(MailText.quoted(text))"
    case .headerValue(let text): "not the value of a header: \(MailText.quoted(text))"
    case .fileName(let text): "not the name of an attachment: \(MailText.quoted(text))"
    case .contentType(let text): "not a content type: \(MailText.quoted(text))"
    }
  }
}
