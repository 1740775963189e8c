// The server's messages as bytes, in the mode of the connection. Everything is appended to one
// buffer, so that all answers of a turn of the event loop leave in one write.

extension ChatProtocol {
  /// The first words on a connection: always text, since nobody has decided yet.
  package func appendGreeting(_ text: String, to out: inout [UInt8]) {
    TextLines.append(text, marker: "", to: &out)
  }

  /// `id` is that of the request answered.
  package func append(_ reply: ChatReply, id: RequestID?, to out: inout [UInt8]) {
    if mode == .jsonLines {
      JSONLines.append(reply, id: id, to: &out)
    } else {
      TextLines.append(reply.text, marker: "", to: &out)
    }
  }

  package func append(_ push: ChatPush, to out: inout [UInt8]) {
    if mode == .jsonLines {
      JSONLines.append(push, to: &out)
    } else {
      TextLines.append(push.text, marker: TextLines.pushMarker, to: &out)
    }
  }

  package func append(_ error: ChatError, id: RequestID? = nil, to out: inout [UInt8]) {
    if mode == .jsonLines {
      JSONLines.append(error, id: id, to: &out)
    } else {
      TextLines.append(error.text, marker: "", to: &out)
    }
  }
}
