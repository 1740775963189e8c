/// Cuts a stream of bytes into lines that end with LF or CRLF.
///
/// Invariants:
/// - each line of the stream is handed out exactly once, in order, sound or with its fault;
/// - what is kept between two feeds is at most `limit + 1` bytes, and nothing at all (no
///   allocation) when the last feed ended with a line: ten thousand connections are mostly idle;
/// - a line that lies wholly inside the fed bytes is lent from there without a copy;
/// - bytes after the last line end are no line. A connection that ends in the middle of a line has
///   not said it: half of a sentence may mean the contrary.
package struct LineFramer: Sendable {
  /// The longest line of the chat protocol in bytes, its end not counted.
  package static let chatLimit = 4_096

  private let limit: Int
  private var partial: [UInt8] = []
  private var isSkipping = false

  package init(limit: Int = LineFramer.chatLimit) {
    self.limit = limit
  }

  /// Whether the stream stands in the middle of a line.
  package var isInsideLine: Bool { isSkipping || !partial.isEmpty }

  /// Takes the next bytes of the stream and calls `line` for every line that they complete.
  ///
  /// A sound line comes without its end, is UTF-8 and holds no NUL; it may be empty. With a fault
  /// come the bytes as they are, of a line too long only its first `limit` bytes (as soon as it is
  /// too long; the rest is skipped silently). The span is valid only during the call.
  package mutating func feed(
    _ bytes: Span<UInt8>, line: (_ line: Span<UInt8>, _ fault: LineFault?) -> Void
  ) {
    var start = 0
    while let end = lineFeed(in: bytes, from: start) {
      complete(bytes.extracting(start..<end), line)
      start = end + 1
    }
    keep(bytes.extracting(start..<bytes.count), line)
  }

  private func lineFeed(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { return index }
      index += 1
    }
    return nil
  }

  private mutating func complete(
    _ piece: Span<UInt8>, _ line: (Span<UInt8>, LineFault?) -> Void
  ) {
    if isSkipping {
      isSkipping = false
    } else if partial.isEmpty {
      deliver(piece, line)
    } else {
      append(piece)
      let whole = partial
      partial = []
      deliver(whole.span, line)
    }
  }

  private mutating func keep(
    _ piece: Span<UInt8>, _ line: (Span<UInt8>, LineFault?) -> Void
  ) {
    guard !isSkipping, !piece.isEmpty else { return }
    append(piece)
    // A CR just behind the limit may be half of the line's end.
    guard partial.count - (partial.last == UInt8(ascii: "\r") ? 1 : 0) > limit else { return }
    let beginning = partial
    partial = []
    isSkipping = true
    line(beginning.span.extracting(first: limit), .tooLong(limit: limit))
  }

  /// Takes only what can still matter: beyond `limit + 2` bytes a line is too long anyway.
  private mutating func append(_ piece: Span<UInt8>) {
    let room = limit + 2 - partial.count
    for index in 0..<min(room, piece.count) { partial.append(piece[index]) }
  }

  private func deliver(_ piece: Span<UInt8>, _ line: (Span<UInt8>, LineFault?) -> Void) {
    let endsWithCR = !piece.isEmpty && piece[piece.count - 1] == UInt8(ascii: "\r")
    let content = piece.extracting(droppingLast: endsWithCR ? 1 : 0)
    if content.count > limit {
      line(content.extracting(first: limit), .tooLong(limit: limit))
    } else {
      line(content, LineFault(in: content))
    }
  }
}
