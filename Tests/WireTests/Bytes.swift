// Small helpers that let the tables below speak of bytes.

@testable import Wire

extension [UInt8] {
  init(_ text: String) { self = Array(text.utf8) }

  var text: String { String(decoding: self, as: UTF8.self) }
}

/// What a framer handed out for one line.
struct Handed: Equatable, CustomStringConvertible {
  var bytes: [UInt8]
  var fault: LineFault?

  init(_ bytes: [UInt8], _ fault: LineFault? = nil) {
    self.bytes = bytes
    self.fault = fault
  }

  init(_ text: String, _ fault: LineFault? = nil) { self.init([UInt8](text), fault) }

  var description: String {
    "\(bytes.text.prefix(40))(\(bytes.count)) \(String(describing: fault))"
  }
}

extension LineFramer {
  mutating func lines(feeding bytes: [UInt8]) -> [Handed] {
    var lines: [Handed] = []
    feed(bytes.span) { line, fault in lines.append(Handed(line.copy, fault)) }
    return lines
  }

  mutating func lines(feeding bytes: [UInt8], inPiecesOf size: Int) -> [Handed] {
    stride(from: 0, to: bytes.count, by: size).flatMap {
      lines(feeding: Array(bytes[$0..<min($0 + size, bytes.count)]))
    }
  }
}

extension Span<UInt8> {
  var copy: [UInt8] { indices.map { self[$0] } }
}

extension ChatProtocol {
  /// Every input that a stream of bytes holds.
  mutating func inputs(of bytes: [UInt8], framer: inout LineFramer) -> [ChatInput] {
    var inputs: [ChatInput] = []
    framer.feed(bytes.span) { line, fault in
      if let input = lineReceived(line, fault: fault) { inputs.append(input) }
    }
    return inputs
  }
}

func inputs(_ bytes: [UInt8]) -> [ChatInput] {
  var framer = LineFramer()
  var chat = ChatProtocol()
  return chat.inputs(of: bytes, framer: &framer)
}

func inputs(_ text: String) -> [ChatInput] { inputs([UInt8](text)) }

/// The same numbers for the same seed, on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
