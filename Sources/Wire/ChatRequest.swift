/// What a client asks for with one line.
///
/// In text mode a line is its text: `cảm ơn`. In JSON Lines it is one of
///
///     {"id":"1","login":{"user":"hoa","password":"…"}}
///     {"id":"2","text":"đăng ký lao động tiên tiến cho tôi"}
///     {"id":"3","ack":"PUSH-ID"}
package struct ChatRequest: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    /// `newPassword` replaces a one-time code (or an old password) given as `password`.
    case login(user: String, password: String, newPassword: String? = nil)
    case text(String)
    /// The push with this id has arrived.
    case ack(push: String)
  }

  /// `nil` in text mode, and in JSON Lines if the client gave none; the reply then has none.
  package var id: RequestID?
  package var content: Content

  package init(id: RequestID? = nil, _ content: Content) {
    self.id = id
    self.content = content
  }
}
