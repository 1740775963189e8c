import Glibc

@testable import SecureSockets

/// A listening socket of TCP without TLS, on a port of its own.
final class PlainDoor {
  let address: SocketAddress
  private let descriptor: Int32

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    self.descriptor = descriptor
    guard let wanted = SocketAddress("127.0.0.1", port: 0),
      wanted.withSockaddr({ bind(descriptor, $0, $1) }) == 0, listen(descriptor, 4) == 0
    else { throw SocketError("listen") }
    address = try .local(of: descriptor)
  }

  deinit { close(descriptor) }

  func connect() throws -> PlainClient {
    try .connect(host: address.name, port: address.port, timeout: .seconds(10))
  }

  /// The other end of a connection that has been made.
  func accepted() throws -> AcceptedEnd {
    let end = accept(descriptor, nil, nil)
    guard end >= 0 else { throw SocketError("accept") }
    return AcceptedEnd(end)
  }
}

/// The server's end, as bare as a socket is.
final class AcceptedEnd {
  private var descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close() }

  func send(_ bytes: [UInt8]) throws {
    guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      throw SocketError("send")
    }
  }

  /// At least one byte, or none at the end.
  func receive() throws -> [UInt8] {
    try ClientSocket.wait(descriptor, POLLIN, until: .current() + .seconds(10))
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw SocketError("recv") }
    return Array(bytes.prefix(count))
  }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }
}
