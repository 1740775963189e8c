import Actions
import Conversation
import Wire

/// A request that cannot be answered in the turn it came in.
enum OpenRequest {
  /// The writer has a change of this turn.
  case change(RequestID?, Turn)
  /// A password is being verified, or what came of it is being written.
  case login(LoginRequest)
}

struct LoginRequest {
  let id: RequestID?
  let user: String
  let password: String
  /// The login was typed in a dialog, which can go on asking; otherwise the client asks.
  let isDialog: Bool
}
