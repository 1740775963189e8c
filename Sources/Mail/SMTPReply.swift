/// What a server answered: `550 5.1.1 no such user`.
package struct SMTPReply: Hashable, Sendable, CustomStringConvertible {
  /// 200 to 599.
  package let code: Int
  /// The text behind the code of each line, at least one, without control characters.
  package let lines: [String]

  /// As a reader makes it, or a test; nothing is checked.
  package init(code: Int, lines: [String]) {
    self.code = code
    self.lines = lines
  }

  /// The code and the text on one line, as a log wants it.
  package var description: String {
    ([String(code)] + lines.filter { !$0.isEmpty }).joined(separator: " ")
  }

  /// What its first digit says.
  enum Kind { case done, goOn, notNow, never }

  var kind: Kind {
    switch code / 100 {
    case 2: .done
    case 3: .goOn
    case 4: .notNow
    default: .never
    }
  }
}

/// Joins bytes to lines and lines to replies, of which a server may send parts at a time.
struct SMTPReplyReader {
  /// Twice what RFC 5321 allows, the end of the line not counted.
  static let lineLimit = 1_024
  static let replyLimit = 100

  private var buffer: [UInt8] = []
  private var code: Int?
  private var lines: [String] = []

  /// Whether nothing has come since the last whole reply.
  var isEmpty: Bool { buffer.isEmpty && code == nil }

  mutating func append(_ bytes: some Sequence<UInt8>) { buffer.append(contentsOf: bytes) }

  /// The next whole reply; `nil` until more has come.
  mutating func next() throws(SMTPFault) -> SMTPReply? {
    while let end = buffer.firstIndex(of: 0x0A) {
      var line = Array(buffer[..<end])
      buffer.removeSubrange(...end)
      if line.last == 0x0D { line.removeLast() }
      if let reply = try take(line) { return reply }
    }
    guard buffer.count <= SMTPReplyReader.lineLimit + 1 else { throw .lineTooLong }
    return nil
  }

  private mutating func take(_ line: [UInt8]) throws(SMTPFault) -> SMTPReply? {
    guard line.count <= SMTPReplyReader.lineLimit else { throw .lineTooLong }
    guard lines.count < SMTPReplyReader.replyLimit else { throw .replyTooLong }
    let text = MailText.singleLine(String(decoding: line.dropFirst(4), as: UTF8.self))
    guard let code = SMTPReplyReader.code(of: line), self.code ?? code == code else {
      throw .notAReply(MailText.singleLine(String(decoding: line.prefix(80), as: UTF8.self)))
    }
    self.code = code
    lines.append(text)
    if line.count > 3, line[3] == UInt8(ascii: "-") { return nil }
    defer { (self.code, lines) = (nil, []) }
    return SMTPReply(code: code, lines: lines)
  }

  /// Three digits, the first 2 to 5, and behind them nothing, a space or a hyphen.
  private static func code(of line: [UInt8]) -> Int? {
    guard line.count >= 3, line.prefix(3).allSatisfy({ 0x30...0x39 ~= $0 }),
      0x32...0x35 ~= line[0],
      line.count == 3 || line[3] == UInt8(ascii: " ") || line[3] == UInt8(ascii: "-")
    else { return nil }
    return line.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
