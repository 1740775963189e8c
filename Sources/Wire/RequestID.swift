/// The name that a client gave its request: a JSON string or number, kept as it was written, so
/// that the reply bears exactly the same (`1.0` stays `1.0`, `"\u0061"` stays escaped).
package struct RequestID: Sendable, Hashable {
  /// The JSON token, a string with its quotation marks.
  package let token: String

  /// `token` must be a JSON string or number.
  init(token: String) {
    self.token = token
  }

  package init(_ string: String) {
    var bytes: [UInt8] = []
    JSONWriter.append(string, to: &bytes)
    token = String(decoding: bytes, as: UTF8.self)
  }

  package init(_ number: Int64) {
    token = number.description
  }
}
