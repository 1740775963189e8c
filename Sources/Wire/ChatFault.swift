/// Why a line is no request. It changes nothing, is answered with `kind` `error`, and the
/// connection goes on.
package enum ChatFault: Error, Equatable, Sendable {
  case lineTooLong(limit: Int)
  case nulByte
  case notUTF8(offset: Int)
  case malformedJSON(JSONError)
  /// JSON, but not an object.
  case notAnObject
  /// None of `login`, `text` and `ack`.
  case noRequest
  /// More than one of `login`, `text` and `ack`, or one of them twice.
  case severalRequests
  /// A member that the request needs, written like `login.user`.
  case missingMember(String)
  case wrongType(member: String)
  case repeatedMember(String)

  init(_ fault: LineFault) {
    switch fault {
    case .tooLong(let limit): self = .lineTooLong(limit: limit)
    case .nulByte: self = .nulByte
    case .notUTF8(let offset): self = .notUTF8(offset: offset)
    }
  }

  package var code: ChatErrorCode {
    switch self {
    case .lineTooLong: .lineTooLong
    case .nulByte: .nulByte
    case .notUTF8: .notUTF8
    case .malformedJSON, .notAnObject, .noRequest, .severalRequests, .missingMember, .wrongType,
      .repeatedMember:
      .malformed
    }
  }
}
