import COpenSSL

/// Why TLS did not go on.
package enum TLSError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The peer closed the TCP connection without saying so in TLS first: a line may be cut short.
  case cutOff
  /// The kernel refused to carry the bytes: reset, unreachable.
  case transport(SocketError)
  /// OpenSSL refused, in its own words: `wrong version number`, `certificate verify failed`.
  case refused(OpenSSLWords)

  package var description: String {
    switch self {
    case .cutOff: "connection cut off without close_notify"
    case .transport(let error): error.description
    case .refused(let words): words.description
    }
  }
}

/// What OpenSSL's error queue held after a failure, the cause first.
package struct OpenSSLWords: Error, Hashable, Sendable, CustomStringConvertible {
  package let reasons: [String]

  package var description: String {
    reasons.isEmpty ? "OpenSSL gave no reason" : reasons.joined(separator: "; ")
  }

  /// Empties this thread's error queue. The queue is sticky and per thread: it has to be read
  /// right after the failure, and cleared before the next batch of calls.
  static func drained() -> OpenSSLWords {
    var reasons: [String] = []
    while case let code = ERR_get_error(), code != 0 {
      reasons.append(words(of: code))
    }
    return OpenSSLWords(reasons: reasons)
  }

  private static func words(of code: UInt) -> String {
    if let reason = ERR_reason_error_string(code) { return String(cString: reason) }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress else { return "\(code)" }
      ERR_error_string_n(code, start, buffer.count)
      return String(cString: start)
    }
  }
}
