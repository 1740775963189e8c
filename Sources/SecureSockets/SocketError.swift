import CLinux
import Glibc

/// A call into the kernel that failed: which act, on what, and the kernel's words.
package struct SocketError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, as an operator says it: `bind`, `connect`, `epoll_wait`.
  package let act: String
  /// The address or file concerned; empty if there is none.
  package let subject: String
  /// The `errno` of the call.
  package let code: Int32

  package init(_ act: String, _ subject: String = "", code: Int32 = errno) {
    self.act = act
    self.subject = subject
    self.code = code
  }

  package var description: String {
    (subject.isEmpty ? act : act + " " + subject) + ": " + SocketError.words(of: code)
  }

  /// The kernel's sentence for an `errno`, in English.
  package static func words(of code: Int32) -> String {
    // Not strerror, whose buffer all threads share.
    strerrordesc_np(code).map { String(cString: $0) } ?? "errno \(code)"
  }
}
