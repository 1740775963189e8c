import Wire

/// Turns the bytes of a terminal in raw mode into keys, wherever a read has cut them.
///
/// Understood are UTF-8, the control keys of Emacs and readline, and the sequences of xterm, VT220
/// and the Linux console. A sequence that is not known is swallowed whole; bytes that are not
/// UTF-8 are dropped. Inside a bracketed paste nothing is a command: a line break becomes a space,
/// so that pasting several lines never sends any of them.
///
/// Escape alone means nothing here; it waits for what follows, without a clock.
package struct KeyDecoder: Sendable {
  private enum State {
    case ground
    case escape
    /// After `ESC [`, with the parameters so far.
    case sequence([UInt8])
    /// After `ESC O` or `ESC [ [`: one more byte.
    case oneMore
  }

  private var state = State.ground
  private var isPasting = false
  private var character: [UInt8] = []
  private static let longestParameters = 16

  package init() {}

  package mutating func keys(in bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var text: [UInt8] = []
    for byte in bytes {
      guard let key = received(byte, text: &text) else { continue }
      flush(&text, into: &keys)
      keys.append(key)
    }
    flush(&text, into: &keys)
    return keys
  }

  private func flush(_ text: inout [UInt8], into keys: inout [Key]) {
    var plain: [UInt8] = []
    PlainText.append(text.span, to: &plain)
    if !plain.isEmpty { keys.append(.text(String(decoding: plain, as: UTF8.self))) }
    text = []
  }

  /// Takes one byte: it completes a key, adds to `text`, or is remembered.
  private mutating func received(_ byte: UInt8, text: inout [UInt8]) -> Key? {
    switch state {
    case .ground:
      return groundReceived(byte, text: &text)
    case .escape:
      state = .ground
      return escapeReceived(byte, text: &text)
    case .oneMore:
      state = .ground
      return Self.cursorKey(byte, modified: false)
    case .sequence(let parameters):
      return sequenceReceived(byte, parameters)
    }
  }

  private mutating func groundReceived(_ byte: UInt8, text: inout [UInt8]) -> Key? {
    if byte >= 0x80 {
      characterReceived(byte, text: &text)
      return nil
    }
    character = []
    switch byte {
    case 0x1B:
      state = .escape
    case 0x20..<0x7F:
      text.append(byte)
    default:
      if !isPasting { return Self.controlKey(byte) }
      if byte == 0x09 || byte == 0x0A || byte == 0x0D { text.append(UInt8(ascii: " ")) }
    }
    return nil
  }

  /// Collects a character of several bytes; adds it to `text` when it is whole.
  private mutating func characterReceived(_ byte: UInt8, text: inout [UInt8]) {
    if byte >= 0xC0 { character = [] }
    character.append(byte)
    if String(validating: character, as: UTF8.self) != nil {
      text += character
      character = []
    } else if character.count >= 4 || character.first.map({ $0 < 0xC0 }) == true {
      character = []
    }
  }

  private mutating func escapeReceived(_ byte: UInt8, text: inout [UInt8]) -> Key? {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .oneMore
    case 0x1B: state = .escape
    case UInt8(ascii: "b") where !isPasting: return .wordLeft
    case UInt8(ascii: "f") where !isPasting: return .wordRight
    case UInt8(ascii: "d") where !isPasting: return .deleteWordForward
    case 0x7F where !isPasting, 0x08 where !isPasting: return .deleteWordBack
    default: return groundReceived(byte, text: &text)
    }
    return nil
  }

  private mutating func sequenceReceived(_ byte: UInt8, _ parameters: [UInt8]) -> Key? {
    switch byte {
    case 0x20...0x3F:
      let isFull = parameters.count >= Self.longestParameters
      state = .sequence(isFull ? parameters : parameters + [byte])
      return nil
    case UInt8(ascii: "[") where parameters.isEmpty:
      state = .oneMore
      return nil
    case 0x1B:
      state = .escape
      return nil
    default:
      state = .ground
      return sequenceEnded(byte, String(decoding: parameters, as: UTF8.self))
    }
  }

  private mutating func sequenceEnded(_ byte: UInt8, _ parameters: String) -> Key? {
    guard byte == UInt8(ascii: "~") else {
      return isPasting ? nil : Self.cursorKey(byte, modified: parameters.contains(";"))
    }
    switch parameters {
    case "200": isPasting = true
    case "201": isPasting = false
    case _ where isPasting: break
    case "1", "7": return .home
    case "4", "8": return .end
    case "3": return .delete
    case "3;5", "3;3": return .deleteWordForward
    default: break
    }
    return nil
  }

  /// `modified`: with Ctrl, Alt or Shift held.
  private static func cursorKey(_ byte: UInt8, modified: Bool) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): modified ? .wordRight : .right
    case UInt8(ascii: "D"): modified ? .wordLeft : .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }

  private static func controlKey(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x01: .home  // A
    case 0x02: .left  // B
    case 0x03: .interrupt  // C
    case 0x04: .endOfInput  // D
    case 0x05: .end  // E
    case 0x06: .right  // F
    case 0x08, 0x7F: .backspace  // H
    case 0x0A, 0x0D: .enter  // J, M
    case 0x0B: .deleteToEnd  // K
    case 0x0C: .clearScreen  // L
    case 0x0E: .down  // N
    case 0x10: .up  // P
    case 0x15: .deleteToStart  // U
    case 0x17: .deleteWordBack  // W
    case 0x19: .putBack  // Y
    case 0x1A: .suspend  // Z
    default: nil
    }
  }
}
