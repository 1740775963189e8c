package import CivilTime

/// One message to one person: it has one outcome, and nobody sees another's address.
package struct MailMessage: Hashable, Sendable {
  /// The same for every attempt at the same message: who gets it twice can tell.
  package let id: MailID
  /// Who wrote it; also told when it cannot be delivered.
  package let from: MailAddress
  /// The one who gets it.
  package let to: MailAddress
  /// When it was written, not when it is sent.
  package let date: Instant
  /// One line; control characters are written as spaces.
  package let subject: String
  /// Plain text, lines ended by LF, CR or CRLF.
  package let text: String
  /// Files that come with it, in this order; usually none.
  package let attachments: [MailAttachment]
  /// What stands in the header besides, in this order.
  package let headers: [MailHeader]

  /// Puts together what has been checked; nothing here can fail.
  package init(
    id: MailID, from: MailAddress, to: MailAddress, date: Instant, subject: String, text: String,
    attachments: [MailAttachment] = [], headers: [MailHeader] = [.autoSubmitted]
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.date = date
    self.subject = subject
    self.text = text
    self.attachments = attachments
    self.headers = headers
  }

  /// Whether an address in it has letters beyond ASCII, which only SMTPUTF8 carries.
  package var isInternational: Bool { from.isInternational || to.isInternational }
}

/// A message's name among all messages of the world: `nhac-17@thi-dua.example`.
package struct MailID: Hashable, Sendable, CustomStringConvertible {
  /// Without the angle brackets.
  package let description: String

  /// `left@right` of at most 200 bytes, both sides ASCII atoms with dots between them.
  package init(_ text: String) throws(MailFault) {
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    guard text.utf8.count <= 200, sides.count == 2,
      sides.allSatisfy({ side in
        side.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
          .allSatisfy { !$0.isEmpty && $0.allSatisfy(MailText.isAtomic) }
      })
    else { throw .messageID(text) }
    description = text
  }
}

/// A header of the caller's: `Auto-Submitted: auto-generated`.
package struct MailHeader: Hashable, Sendable {
  /// The longest value in bytes: with its name it fits the 998 of a line, even unfolded.
  package static let valueLimit = 800

  /// Before the colon, 1 to 76 bytes.
  package let name: String
  /// One line of printable ASCII, 1 to `valueLimit` bytes.
  package let value: String

  /// Written by a machine without being asked: no absent person's program answers it (RFC 3834).
  package static let autoSubmitted = MailHeader(
    checkedName: "Auto-Submitted", checkedValue: "auto-generated")

  /// `name` of 1 to 76 bytes is none that the message writes itself; `value` is one line of
  /// printable ASCII.
  package init(_ name: String, _ value: String) throws(MailFault) {
    guard (1...76).contains(name.utf8.count),
      name.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ":") }),
      !MailHeader.isWrittenByMessage(name.lowercased())
    else { throw .headerName(name) }
    guard (1...MailHeader.valueLimit).contains(value.utf8.count),
      value.utf8.allSatisfy(MailText.isPrintableASCII), !value.hasPrefix(" "), !value.hasSuffix(" ")
    else { throw .headerValue(value) }
    self.init(checkedName: name, checkedValue: value)
  }

  private init(checkedName: String, checkedValue: String) {
    name = checkedName
    value = checkedValue
  }

  private static func isWrittenByMessage(_ name: String) -> Bool {
    switch name {
    case "date", "from", "sender", "to", "cc", "bcc", "message-id", "subject", "mime-version": true
    default: name.hasPrefix("content-")
    }
  }
}

/// A file that comes with a message.
package struct MailAttachment: Hashable, Sendable {
  /// The type of an iCalendar file, which mail programs offer to add to the calendar.
  package static let calendar = "text/calendar; charset=utf-8; method=PUBLISH"

  /// What it is called when it is saved.
  package let fileName: String
  /// `text/csv; charset=utf-8`, as it stands in the part's header.
  package let contentType: String
  /// Anything; the message carries it as base64.
  package let bytes: [UInt8]

  /// `fileName` has 1 to 100 bytes, in any alphabet, without slashes, quotes and control
  /// characters; `contentType` is `type/subtype` and its parameters, at most 120 bytes.
  package init(fileName: String, contentType: String, bytes: [UInt8]) throws(MailFault) {
    guard (1...100).contains(fileName.utf8.count),
      !fileName.unicodeScalars.contains(where: { MailText.isControl($0) || "/\\\"".contains($0) })
    else { throw .fileName(fileName) }
    let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
    let halves = type.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard contentType.utf8.count <= 120, contentType.utf8.allSatisfy(MailText.isPrintableASCII),
      halves.count == 2,
      halves.allSatisfy({ !$0.isEmpty && $0.allSatisfy(MailText.isAtomic) })
    else { throw .contentType(contentType) }
    self.fileName = fileName
    self.contentType = contentType
    self.bytes = bytes
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
