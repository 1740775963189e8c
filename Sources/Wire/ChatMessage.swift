// What the server says: replies, pushes and errors, before they become bytes.

/// The answer to one request.
///
///     {"kind":"reply","id":"2","state":"done","intent":"registration.create","slots":{…},
///      "text":"…","data":{…}}
package struct ChatReply: Sendable, Equatable {
  package var state: ReplyState
  /// Why a request is refused, for programs.
  package var code: String?
  package var intent: String?
  /// What was understood. Left out of the line if empty.
  package var slots: JSONObject
  /// For people; lines are separated by LF.
  package var text: String
  /// What the text says, typed. Left out of the line if empty.
  package var data: JSONObject

  package init(
    _ state: ReplyState, code: String? = nil, intent: String? = nil, slots: JSONObject = [:],
    text: String, data: JSONObject = [:]
  ) {
    self.state = state
    self.code = code
    self.intent = intent
    self.slots = slots
    self.text = text
    self.data = data
  }
}

/// Something that is said unasked, kept until it is acknowledged.
///
///     {"kind":"push","push":"PUSH-ID","topic":"reminder","text":"…","data":{…}}
package struct ChatPush: Sendable, Equatable {
  /// What the acknowledgement names; the same whenever the push is repeated.
  package var id: String
  package var topic: String
  package var text: String
  /// Left out of the line if empty.
  package var data: JSONObject

  package init(id: String, topic: String, text: String, data: JSONObject = [:]) {
    self.id = id
    self.topic = topic
    self.text = text
    self.data = data
  }
}

/// The answer to a line that is no request.
///
///     {"kind":"error","code":"line_too_long","text":"…"}
package struct ChatError: Sendable, Equatable {
  package var code: ChatErrorCode
  package var text: String

  package init(_ code: ChatErrorCode, text: String) {
    self.code = code
    self.text = text
  }
}
