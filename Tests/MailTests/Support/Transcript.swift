@testable import Mail

/// A dialogue as it is written down: what the server says begins with `S`, what the client did with
/// `C`; `TLS` is a handshake, `END` the client hanging up, `CUT` the connection breaking.
struct Transcript {
  var session: SMTPSession

  init(_ messages: [MailMessage], _ settings: SMTPSettings) {
    session = SMTPSession(messages, settings)
  }

  /// Plays the server's lines, those that follow each other in one piece or byte by byte, and
  /// returns the dialogue that came of it.
  mutating func play(_ script: String, byteByByte: Bool = false) -> String {
    var dialogue: [String] = []
    var said: [UInt8] = []
    for line in script.split(separator: "\n").map(String.init) + [""] {
      if line.hasPrefix("S ") {
        dialogue.append(line)
        said += Array("\(line.dropFirst(2))\r\n".utf8)
        continue
      }
      for piece in byteByByte ? said.map({ [$0] }) : [said] where !piece.isEmpty {
        dialogue += carryOut(session.received(piece))
      }
      said = []
      if line == "CUT" {
        dialogue.append("CUT")
        session.connectionLost("cut off")
      }
    }
    return dialogue.joined(separator: "\n")
  }

  private mutating func carryOut(_ actions: [SMTPSession.Action]) -> [String] {
    var lines: [String] = []
    for action in actions {
      switch action {
      case .send(let bytes):
        let text = String(decoding: bytes, as: UTF8.self)
        lines.append(text.hasSuffix("\r\n.\r\n") ? "C (message)" : "C \(text.dropLast(1))")
      case .startTLS: lines += ["TLS"] + carryOut(session.tlsStarted())
      case .close: lines.append("END")
      }
    }
    return lines
  }
}
