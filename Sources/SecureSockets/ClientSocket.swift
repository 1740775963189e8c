import CLinux
import Glibc

/// Connecting and waiting with a limit, on sockets that do not block by themselves.
enum ClientSocket {
  /// Tries every address of the host. The caller closes the descriptor.
  static func connect(
    host: String, port: UInt16, until deadline: MonotonicTime
  ) throws(TLSClient.Failure) -> (descriptor: Int32, peer: SocketAddress) {
    var lastFailure = TLSClient.Failure.unknownHost(host, "no address")
    for address in try HostName.addresses(of: host, port: port) {
      do throws(TLSClient.Failure) {
        return (try connect(to: address, until: deadline), address)
      } catch {
        lastFailure = error
      }
    }
    throw lastFailure
  }

  /// The caller closes it.
  static func connect(
    to address: SocketAddress, until deadline: MonotonicTime
  ) throws(TLSClient.Failure) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.family, kind, 0)
    guard descriptor >= 0 else { throw .socket(SocketError("socket", address.description)) }
    do throws(TLSClient.Failure) {
      let status = address.withSockaddr { Glibc.connect(descriptor, $0, $1) }
      if status != 0 {
        guard errno == EINPROGRESS else {
          throw .socket(SocketError("connect", address.description))
        }
        try wait(descriptor, POLLOUT, until: deadline)
        let code = pendingError(of: descriptor)
        guard code == 0 else {
          throw .socket(SocketError("connect", address.description, code: code))
        }
      }
      var one: Int32 = 1
      setsockopt(
        descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  static func wait(
    _ descriptor: Int32, _ events: Int32, until deadline: MonotonicTime
  ) throws(TLSClient.Failure) {
    var wanted = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    while true {
      let count = poll(&wanted, 1, MonotonicTime.current().pollTimeout(until: deadline))
      if count > 0 { return }
      if count == 0 { throw .timedOut }
      if errno != EINTR { throw .socket(SocketError("poll")) }
    }
  }

  private static func pendingError(of descriptor: Int32) -> Int32 {
    var code: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
    return code
  }
}

/// A host's addresses, from the system's resolver.
enum HostName {
  /// In the order in which they should be tried. Blocks on the network for names.
  static func addresses(
    of host: String, port: UInt16
  ) throws(TLSClient.Failure) -> [SocketAddress] {
    if host != "localhost", let address = SocketAddress(host, port: port) { return [address] }
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, String(port), &hints, &list)
    guard status == 0 else { throw .unknownHost(host, String(cString: gai_strerror(status))) }
    defer { freeaddrinfo(list) }
    var addresses: [SocketAddress] = []
    var entry = list
    while let current = entry {
      var storage = sockaddr_storage()
      let length = Int(current.pointee.ai_addrlen)
      if let address = current.pointee.ai_addr, length <= MemoryLayout.size(ofValue: storage) {
        withUnsafeMutableBytes(of: &storage) {
          $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: length))
        }
        if let address = SocketAddress(storage) { addresses.append(address) }
      }
      entry = current.pointee.ai_next
    }
    return addresses
  }
}
