/// A line of the server as a client of JSON Lines understands it.
///
/// Members and kinds that this version does not know are passed over, so that a client can be
/// older than its server.
package enum ServerMessage: Sendable, Equatable {
  case reply(ChatReply, id: RequestID?)
  case push(ChatPush)
  /// `code` is one of `ChatErrorCode`, or newer than this client.
  case error(code: String, text: String, id: RequestID?)

  /// `nil` if the line is no JSON or no message of the protocol.
  package init?(_ line: Span<UInt8>) {
    guard let value = try? JSONReader.read(line),
      let kind = value["kind"]?.stringValue, let text = value["text"]?.stringValue
    else { return nil }
    switch kind {
    case "reply":
      guard let reply = ChatReply(value, text: text) else { return nil }
      self = .reply(reply, id: RequestID(value["id"]))
    case "push":
      guard let id = value["push"]?.stringValue else { return nil }
      let topic = value["topic"]?.stringValue ?? ""
      let data = value["data"]?.objectValue ?? [:]
      self = .push(ChatPush(id: id, topic: topic, text: text, data: data))
    case "error":
      let code = value["code"]?.stringValue ?? ""
      self = .error(code: code, text: text, id: RequestID(value["id"]))
    default:
      return nil
    }
  }
}

extension ChatReply {
  fileprivate init?(_ value: JSONValue, text: String) {
    guard let state = value["state"]?.stringValue.flatMap(ReplyState.init) else { return nil }
    self.init(
      state, code: value["code"]?.stringValue, intent: value["intent"]?.stringValue,
      slots: value["slots"]?.objectValue ?? [:], text: text,
      data: value["data"]?.objectValue ?? [:])
  }
}

extension RequestID {
  fileprivate init?(_ value: JSONValue?) {
    switch value {
    case .string(let string): self.init(string)
    case .integer, .number: self.init(token: value?.description ?? "")
    default: return nil
    }
  }
}
