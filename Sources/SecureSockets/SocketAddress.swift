import CLinux
import Glibc

/// An IPv4 or IPv6 address with its port.
package struct SocketAddress: Hashable, Sendable, CustomStringConvertible {
  private enum Host: Hashable, Sendable {
    case v4(UInt32)
    case v6(UInt64, UInt64, scope: UInt32)
  }

  // Both as they stand in a sockaddr: network byte order.
  private let host: Host
  package let port: UInt16

  /// Reads `127.0.0.1`, `::1`, `[::1]` or `localhost` (which is 127.0.0.1: a listener has one
  /// address); other names are `nil`.
  package init?(_ text: String, port: UInt16) {
    var name = text
    if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
    if name == "localhost" { name = "127.0.0.1" }
    var v4 = in_addr()
    var v6 = in6_addr()
    if inet_pton(AF_INET, name, &v4) == 1 {
      host = .v4(v4.s_addr)
    } else if inet_pton(AF_INET6, name, &v6) == 1 {
      host = SocketAddress.v6(v6, scope: 0)
    } else {
      return nil
    }
    self.port = port
  }

  /// `nil` for another family than IPv4 and IPv6.
  init?(_ storage: sockaddr_storage) {
    let parts: (Host, UInt16)? = withUnsafeBytes(of: storage) { bytes in
      switch Int32(storage.ss_family) {
      case AF_INET:
        let address = bytes.load(as: sockaddr_in.self)
        return (.v4(address.sin_addr.s_addr), UInt16(bigEndian: address.sin_port))
      case AF_INET6:
        let address = bytes.load(as: sockaddr_in6.self)
        let host = SocketAddress.v6(address.sin6_addr, scope: address.sin6_scope_id)
        return (host, UInt16(bigEndian: address.sin6_port))
      default: return nil
      }
    }
    guard let parts else { return nil }
    (host, port) = parts
  }

  /// The address alone: `127.0.0.1`, `::1`.
  package var name: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      let length = socklen_t(buffer.count)
      switch host {
      case .v4(let bits):
        var address = in_addr(s_addr: bits)
        inet_ntop(AF_INET, &address, start, length)
      case .v6(let high, let low, _):
        var address = (high, low)
        inet_ntop(AF_INET6, &address, start, length)
      }
      return String(cString: start)
    }
  }

  /// `127.0.0.1:7697`, `[::1]:7697`.
  package var description: String {
    if case .v6 = host { return "[\(name)]:\(port)" }
    return "\(name):\(port)"
  }

  /// Whether only this machine can reach it.
  package var isLoopback: Bool {
    switch host {
    case .v4(let bits): UInt32(bigEndian: bits) >> 24 == 127
    case .v6(let high, let low, _): high == 0 && UInt64(bigEndian: low) == 1
    }
  }

  var family: Int32 {
    if case .v6 = host { return AF_INET6 }
    return AF_INET
  }

  /// `::`, which also takes IPv4.
  var isAnyV6: Bool {
    if case .v6(0, 0, _) = host { return true }
    return false
  }

  func withSockaddr<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    switch host {
    case .v4(let bits):
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = bits
      return SocketAddress.rebound(&address, body)
    case .v6(let high, let low, let scope):
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      address.sin6_scope_id = scope
      withUnsafeMutableBytes(of: &address.sin6_addr) {
        $0.storeBytes(of: (high, low), as: (UInt64, UInt64).self)
      }
      return SocketAddress.rebound(&address, body)
    }
  }

  /// The address this socket is bound to, with the port that the kernel chose for port 0.
  static func local(of descriptor: Int32) throws(SocketError) -> SocketAddress {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutableBytes(of: &storage) { bytes in
      getsockname(descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, &length)
    }
    guard status == 0, let address = SocketAddress(storage) else {
      throw SocketError("getsockname")
    }
    return address
  }

  private static func rebound<Address, Result>(
    _ address: inout Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<Address>.size))
      }
    }
  }

  /// An IPv4 client of a listener on `::` is called by its IPv4 address.
  private static func v6(_ address: in6_addr, scope: UInt32) -> Host {
    withUnsafeBytes(of: address) { bytes in
      let high = bytes.load(as: UInt64.self)
      let low = bytes.load(fromByteOffset: 8, as: UInt64.self)
      let mappedPrefix: UInt64 = 0xffff
      guard high == 0, UInt64(bigEndian: low) >> 32 == mappedPrefix else {
        return .v6(high, low, scope: scope)
      }
      return .v4(bytes.load(fromByteOffset: 12, as: UInt32.self))
    }
  }
}
