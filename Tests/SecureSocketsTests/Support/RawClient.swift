import Glibc

@testable import SecureSockets

/// A TCP connection without TLS: what port scanners and confused programs send.
final class RawClient {
  let descriptor: Int32

  init(_ address: SocketAddress) throws {
    descriptor = try ClientSocket.connect(to: address, until: .current() + .seconds(10))
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    write(descriptor, bytes, bytes.count)
  }

  /// Everything until the server closes; a reset ends it too.
  func receiveAll() throws -> [UInt8] {
    var received: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      try ClientSocket.wait(descriptor, POLLIN, until: .current() + .seconds(10))
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return received }
      received.append(contentsOf: chunk.prefix(count))
    }
  }
}
