/// What became of one message.
package enum MailOutcome: Hashable, Sendable {
  /// Somebody else answers for it now.
  case accepted
  /// Not now: the same message may be tried again. It may even have arrived, if the connection
  /// broke between its last byte and the answer; its id tells the receiver.
  case later(MailProblem)
  /// Never, however often it is tried: something about this very message.
  case refused(MailProblem)
}

/// Why a message was not accepted, for an operator to read.
package enum MailProblem: Hashable, Sendable, CustomStringConvertible {
  /// The server's own words.
  case reply(SMTPReply)
  /// The server does not speak SMTP.
  case fault(SMTPFault)
  /// TLS is required and the server does not offer it.
  case tlsNotOffered
  /// There is a password to send, but no TLS to send it in.
  case loginNeedsTLS
  /// There is a password, and the server does not take it by PLAIN.
  case loginNotOffered
  /// More bytes than the server takes.
  case tooLarge(limit: Int)
  /// An address with letters beyond ASCII, and a server without SMTPUTF8.
  case addressNotSupported
  /// The connection was not made, or broke; in the words of the room that knows.
  case connection(String)
  /// The program that should take it ended with that status and said so; a negative status is the
  /// signal that ended it.
  case program(status: Int32, String)

  /// That, with what the program wrote as words on one line.
  package static func program(status: Int32, saying bytes: [UInt8]) -> MailProblem {
    let words = MailText.singleLine(String(decoding: bytes, as: UTF8.self))
    let pieces = words.split(separator: " ")
    return .program(status: status, pieces.joined(separator: " "))
  }

  /// One line for a log.
  package var description: String {
    switch self {
    case .reply(let reply): reply.description
    case .fault(let fault): fault.description
    case .tlsNotOffered: "the server does not offer STARTTLS"
    case .loginNeedsTLS: "a password is not sent without TLS"
    case .loginNotOffered: "the server does not offer AUTH PLAIN"
    case .tooLarge(let limit): "larger than the \(limit) bytes that the server takes"
    case .addressNotSupported: "an address beyond ASCII and a server without SMTPUTF8"
    case .connection(let words): words
    case .program(let status, let words):
      (status < 0 ? "ended by signal \(-status)" : "exit status \(status)")
        + (words.isEmpty ? "" : ": " + words)
    }
  }
}

/// How a server broke the protocol.
package enum SMTPFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// A line that is no reply, or one whose code differs from the lines before it.
  case notAReply(String)
  /// More than 1,024 bytes without a line end.
  case lineTooLong
  /// More than 100 lines.
  case replyTooLong
  /// Bytes behind a reply, when it was the client's turn. With the answer to STARTTLS they would be
  /// somebody else's words, said before the encryption and believed after it.
  case spokeOutOfTurn
  /// A code that does not answer the command.
  case unexpected(SMTPReply)

  /// One line for a log.
  package var description: String {
    switch self {
    case .notAReply(let line): "not an SMTP reply: \(MailText.quoted(line))"
    case .lineTooLong: "a reply's line is longer than \(SMTPReplyReader.lineLimit) bytes"
    case .replyTooLong: "a reply has more than \(SMTPReplyReader.replyLimit) lines"
    case .spokeOutOfTurn: "the server spoke out of turn"
    case .unexpected(let reply): "unexpected reply: \(reply)"
    }
  }
}
