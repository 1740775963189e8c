/// The server's messages as JSON Lines: one object, one LF.
package enum JSONLines {
  package static func append(_ reply: ChatReply, id: RequestID?, to out: inout [UInt8]) {
    out.append(contentsOf: #"{"kind":"reply""#.utf8)
    append(id, to: &out)
    // States are plain words: nothing in them needs an escape.
    out.append(contentsOf: #","state":""#.utf8)
    out.append(contentsOf: reply.state.rawValue.utf8)
    out.append(UInt8(ascii: "\""))
    if let code = reply.code { append(#","code":"#, code, to: &out) }
    if let intent = reply.intent { append(#","intent":"#, intent, to: &out) }
    append(#","slots":"#, reply.slots, to: &out)
    append(#","text":"#, reply.text, to: &out)
    append(#","data":"#, reply.data, to: &out)
    end(&out)
  }

  package static func append(_ push: ChatPush, to out: inout [UInt8]) {
    append(#"{"kind":"push","push":"#, push.id, to: &out)
    append(#","topic":"#, push.topic, to: &out)
    append(#","text":"#, push.text, to: &out)
    append(#","data":"#, push.data, to: &out)
    end(&out)
  }

  package static func append(_ error: ChatError, id: RequestID?, to out: inout [UInt8]) {
    out.append(contentsOf: #"{"kind":"error""#.utf8)
    append(id, to: &out)
    append(#","code":"#, error.code.rawValue, to: &out)
    append(#","text":"#, error.text, to: &out)
    end(&out)
  }

  /// The client's side: a request as it is sent.
  package static func append(_ request: ChatRequest, to out: inout [UInt8]) {
    var object = JSONObject()
    switch request.content {
    case .login(let user, let password, let newPassword):
      var login: JSONObject = ["user": .string(user), "password": .string(password)]
      if let newPassword { login["new_password"] = .string(newPassword) }
      object["login"] = .object(login)
    case .text(let text): object["text"] = .string(text)
    case .ack(let push): object["ack"] = .string(push)
    }
    out.append(UInt8(ascii: "{"))
    if let id = request.id {
      out.append(contentsOf: #""id":"#.utf8)
      out.append(contentsOf: id.token.utf8)
      out.append(UInt8(ascii: ","))
    }
    for member in object.members {
      JSONWriter.append(member.key, to: &out)
      out.append(UInt8(ascii: ":"))
      JSONWriter.append(member.value, to: &out)
    }
    end(&out)
  }

  private static func append(_ id: RequestID?, to out: inout [UInt8]) {
    guard let id else { return }
    out.append(contentsOf: #","id":"#.utf8)
    out.append(contentsOf: id.token.utf8)
  }

  private static func append(_ key: String, _ value: String, to out: inout [UInt8]) {
    out.append(contentsOf: key.utf8)
    JSONWriter.append(value, to: &out)
  }

  private static func append(_ key: String, _ value: JSONObject, to out: inout [UInt8]) {
    guard !value.isEmpty else { return }
    out.append(contentsOf: key.utf8)
    JSONWriter.append(value, to: &out)
  }

  private static func end(_ out: inout [UInt8]) {
    out.append(UInt8(ascii: "}"))
    out.append(UInt8(ascii: "\n"))
  }
}
