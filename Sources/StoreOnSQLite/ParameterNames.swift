/// SQLite's spelling of a statement: every `$1` outside quotes and comments becomes `?1`.
///
/// SQLite would take `$1` as a name and number it by first appearance, so that `$2, $1` would
/// bind the wrong way round.
func numberedParameters(_ text: String) -> String {
  var out: [UInt8] = []
  out.reserveCapacity(text.utf8.count)
  var bytes = text.utf8.makeIterator()
  var state = Scan.code
  var previous: UInt8 = 0
  while let byte = bytes.next() {
    state = state.after(byte, previous: previous)
    out.append(state == .code && byte == UInt8(ascii: "$") ? UInt8(ascii: "?") : byte)
    previous = state == .code || state.isComment ? byte : 0
  }
  return String(decoding: out, as: UTF8.self)
}

/// Where in a statement the scan stands. A doubled quote inside quotes closes and opens again.
private enum Scan: Equatable {
  case code
  case quoted(UInt8)
  case lineComment
  case blockComment

  var isComment: Bool { self == .lineComment || self == .blockComment }

  func after(_ byte: UInt8, previous: UInt8) -> Scan {
    switch self {
    case .code where byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\""): .quoted(byte)
    case .code where byte == UInt8(ascii: "-") && previous == byte: .lineComment
    case .code where byte == UInt8(ascii: "*") && previous == UInt8(ascii: "/"): .blockComment
    case .quoted(let quote) where byte == quote: .code
    case .lineComment where byte == UInt8(ascii: "\n"): .code
    case .blockComment where byte == UInt8(ascii: "/") && previous == UInt8(ascii: "*"): .code
    default: self
    }
  }
}
