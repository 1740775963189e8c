/// How a message ends inside SMTP: with a dot alone on a line, so that every dot at the beginning
/// of a line of the message itself is doubled.
enum DotStuffing {
  /// The message with doubled dots and the final dot. Every line end becomes CRLF: a bare CR or LF
  /// around a dot is what one server takes for the end and the next one does not.
  static func stuffed(_ message: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(message.count + 64)
    var atLineStart = true
    var afterCR = false
    for byte in message {
      switch byte {
      case 0x0A where afterCR: break
      case 0x0A, 0x0D:
        out += [0x0D, 0x0A]
        atLineStart = true
      default:
        if byte == UInt8(ascii: "."), atLineStart { out.append(byte) }
        out.append(byte)
        atLineStart = false
      }
      afterCR = byte == 0x0D
    }
    if !atLineStart { out += [0x0D, 0x0A] }
    return out + Array(".\r\n".utf8)
  }
}
