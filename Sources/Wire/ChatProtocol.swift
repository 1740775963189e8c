/// The server's side of one chat connection: lines in, requests out; messages in, bytes out.
///
/// A connection begins undecided and is greeted with text. Its first line that is not blank
/// decides: if it begins with `{` (after a byte order mark or spaces), every line from then on,
/// either way, is one JSON object; otherwise a line is what a person typed.
///
///     ← Xin chào! …                               ← Xin chào! …
///     → hồ sơ của tôi                             → {"id":7,"text":"hồ sơ của tôi"}
///     ← Chị Hoa: 1 đăng ký.                       ← {"kind":"reply","id":7,"state":"done",…}
///     ←   Lao động tiên tiến, đã ghi nhận.
///
/// Use: hand every line of a `LineFramer` to `lineReceived`, answer each input that comes back
/// with exactly one `append`, in order. A push that an undecided connection is given is written as
/// text; whoever can wait should wait for the first line.
package struct ChatProtocol: Sendable, Equatable {
  package enum Mode: Sendable, Equatable {
    case undecided
    case text
    case jsonLines
  }

  package private(set) var mode = Mode.undecided

  package init() {}

  /// What the line asks for; `nil` for a blank line, which is not answered.
  package mutating func lineReceived(_ line: Span<UInt8>, fault: LineFault?) -> ChatInput? {
    let start = mode == .undecided ? line.endOfByteOrderMark : 0
    let first = line.firstNonSpace(from: start)
    if mode == .undecided, let first {
      mode = first == UInt8(ascii: "{") ? .jsonLines : .text
    }
    if let fault { return .fault(ChatFault(fault), id: nil) }
    if first == nil { return nil }
    let content = line.extracting(start..<line.count)
    return mode == .jsonLines ? readJSON(content) : readText(content)
  }

  private func readText(_ line: Span<UInt8>) -> ChatInput {
    do throws(UTF8.ValidationError) {
      let text = String(copying: try UTF8Span(validating: line))
      return .request(ChatRequest(.text(text)))
    } catch {
      return .fault(.notUTF8(offset: error.byteOffsets.lowerBound), id: nil)
    }
  }

  private func readJSON(_ line: Span<UInt8>) -> ChatInput {
    var reader = ChatRequestReader()
    do throws(ChatFault) {
      return .request(try reader.read(line))
    } catch {
      return .fault(error, id: reader.id)
    }
  }
}

/// What a line turned out to be. Each is answered once: a request with a reply, a fault with an
/// error.
package enum ChatInput: Sendable, Equatable {
  case request(ChatRequest)
  /// `id` is the request's, if that much could be read.
  case fault(ChatFault, id: RequestID?)
}

extension Span<UInt8> {
  /// 3 behind a byte order mark, which some editors put before the first line, else 0.
  fileprivate var endOfByteOrderMark: Int {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? 3 : 0
  }

  fileprivate func firstNonSpace(from start: Int) -> UInt8? {
    for index in start..<count where !self[index].isJSONSpace { return self[index] }
    return nil
  }
}
