/// One record of a CSV text.
struct CSVRecord {
  /// The line on which the record begins, from 1.
  let line: Int
  /// As written, without the quotes of quoted fields.
  fileprivate(set) var fields: [String] = []
  /// Set if the record breaks RFC 4180; its fields are then what could be made of it.
  fileprivate(set) var fault: PeopleProblem?

  /// Excel leaves lines of bare separators behind.
  var isBlank: Bool { fields.allSatisfy { $0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } } }
}

/// The records of a CSV text (RFC 4180), tolerant where spreadsheets differ: a byte order mark,
/// any line end, `;` or a tab as separator. Works on bytes.
struct CSVRecords: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  init(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    self.bytes = bytes
    separator = CSVRecords.separator(of: bytes)
  }

  mutating func next() -> CSVRecord? {
    guard place < bytes.count else { return nil }
    var record = CSVRecord(line: line)
    let start = place
    repeat {
      readField(of: &record)
    } while passSeparator()
    if record.fault == .unclosedQuote {
      // Whatever follows was swallowed by the quote: go on with the next line instead.
      place = start
      line = record.line
      skipLine()
    } else {
      passLineEnd()
    }
    return record
  }

  private mutating func readField(of record: inout CSVRecord) {
    guard place < bytes.count, bytes[place] == quote else { return readPlain(into: &record) }
    place += 1
    var value: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == quote {
        guard place < bytes.count, bytes[place] == quote else {
          record.fields.append(String(decoding: value, as: UTF8.self))
          return passRest(of: &record)
        }
        place += 1
      } else if byte == newline {
        line += 1
      }
      value.append(byte)
    }
    record.fields.append(String(decoding: value, as: UTF8.self))
    record.fault = .unclosedQuote
  }

  private mutating func readPlain(into record: inout CSVRecord) {
    let start = place
    while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
    record.fields.append(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  /// After a closing quote only the end of the field may follow.
  private mutating func passRest(of record: inout CSVRecord) {
    while place < bytes.count, !isEnd(bytes[place]) {
      if bytes[place] != 0x20 { record.fault = record.fault ?? .textAfterQuote }
      place += 1
    }
  }

  private mutating func passSeparator() -> Bool {
    guard place < bytes.count, bytes[place] == separator else { return false }
    place += 1
    return true
  }

  private mutating func passLineEnd() {
    guard place < bytes.count else { return }
    if bytes[place] == carriageReturn, place + 1 < bytes.count, bytes[place + 1] == newline {
      place += 1
    }
    place += 1
    line += 1
  }

  private mutating func skipLine() {
    while place < bytes.count, bytes[place] != newline, bytes[place] != carriageReturn {
      place += 1
    }
    passLineEnd()
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == newline || byte == carriageReturn
  }

  /// The one of comma, semicolon and tab that is commonest in the first line with any of them.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n"), counts != [0, 0, 0] { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let best = counts.indices.max {
      counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1)
    }
    return candidates[best ?? 0]
  }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
