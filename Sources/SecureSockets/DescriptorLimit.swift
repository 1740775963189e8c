import Glibc

/// How many files and sockets the process may have open.
package enum DescriptorLimit {
  /// Raises it to what the system lets this process have; systemd and shells start low (1,024)
  /// for the sake of programs that use `select`.
  ///
  /// - Returns: the limit from here on.
  @discardableResult
  package static func raise() throws(SocketError) -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      throw SocketError("getrlimit")
    }
    limit.rlim_cur = limit.rlim_max
    guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      throw SocketError("setrlimit")
    }
    return Int(clamping: limit.rlim_cur)
  }
}
