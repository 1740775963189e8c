/// Whom a message is from or for: an address, and the name that people see with it.
///
/// Addresses are written without quotes, comments or source routes: `local@domain`, in ASCII or,
/// for servers with SMTPUTF8, with letters of other alphabets. A local part does not begin with a
/// hyphen, so that no program takes it for an option.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  /// The longest name in bytes.
  package static let nameLimit = 200

  /// Before the `@`, at most 64 bytes.
  package let local: String
  /// Behind the `@`.
  package let domain: MailDomain
  /// What is shown beside the address; `nil` for none.
  package let name: String?

  /// Reads `local@domain` of at most 254 bytes. An empty `name` is none.
  package init(_ text: String, name: String? = nil) throws(MailFault) {
    guard text.utf8.count <= 254, let at = text.lastIndex(of: "@") else { throw .address(text) }
    local = String(text[..<at])
    guard MailAddress.isLocal(local) else { throw .address(text) }
    do throws(MailFault) {
      domain = try MailDomain(String(text[text.index(after: at)...]))
    } catch {
      throw .address(text)
    }
    if let name {
      guard name.utf8.count <= MailAddress.nameLimit,
        !name.unicodeScalars.contains(where: MailText.isControl)
      else { throw .displayName(name) }
    }
    self.name = name == "" ? nil : name
  }

  /// `local@domain`, without the name.
  package var description: String { "\(local)@\(domain)" }

  /// Whether only servers with SMTPUTF8 can carry it.
  package var isInternational: Bool { !description.utf8.allSatisfy { $0 < 0x80 } }

  /// Atoms with a dot between them.
  private static func isLocal(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && !text.hasPrefix("-")
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
        !atom.isEmpty
          && atom.unicodeScalars.allSatisfy { scalar in
            UInt8(exactly: scalar.value).map(MailText.isAtomic) ?? false
              || MailText.isForeignLetter(scalar)
          }
      }
  }
}

/// Where mail goes to, or what a client calls itself: `so-noi-vu.example`.
package struct MailDomain: Hashable, Sendable, CustomStringConvertible {
  /// As it was written.
  package let description: String

  /// Labels of 1 to 63 bytes between dots, 253 bytes in all: letters (of any alphabet), digits, and
  /// hyphens inside. One label is enough, for `localhost`.
  package init(_ text: String) throws(MailFault) {
    guard text.utf8.count <= 253,
      text.split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy(MailDomain.isLabel)
    else { throw .domain(text) }
    description = text
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
      && label.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-": true
        default: MailText.isForeignLetter(scalar)
        }
      }
  }
}
