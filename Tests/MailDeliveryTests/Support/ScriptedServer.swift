import Glibc
import Synchronization

@testable import SecureSockets

/// A listening socket of TCP without TLS, on a port of its own.
final class PlainDoor: Sendable {
  let address: SocketAddress
  fileprivate let descriptor: Int32

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    self.descriptor = descriptor
    guard let wanted = SocketAddress("127.0.0.1", port: 0),
      wanted.withSockaddr({ bind(descriptor, $0, $1) }) == 0, listen(descriptor, 4) == 0
    else { throw SocketError("listen") }
    address = try .local(of: descriptor)
  }

  deinit { close(descriptor) }

  /// Nobody is let in any more.
  func shut() { shutdown(descriptor, Int32(SHUT_RDWR)) }
}

/// Says its lines to the first who comes, one for each thing it hears, and hangs up after the
/// answer to the last.
final class ScriptedServer: Sendable {
  private let thread: LoopThread
  private let sink = Heard()

  /// - Parameter pause: milliseconds before each line, instead of listening.
  init(_ door: PlainDoor, _ lines: [String], pause: UInt32? = nil) throws {
    let heard = sink
    thread = try LoopThread("scripted") {
      let end = accept(door.descriptor, nil, nil)
      guard end >= 0 else { return }
      defer { close(end) }
      for line in lines {
        let bytes = Array(line.utf8)
        guard send(end, bytes, bytes.count, Int32(MSG_NOSIGNAL)) > 0 else { return }
        if let pause {
          usleep(pause * 1_000)
        } else {
          heard.listen(end)
        }
      }
    }
  }

  /// What the client said, once it is over. Once only.
  func heard() -> String {
    thread.join()
    return sink.text
  }
}

private final class Heard: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }

  /// Waits for the next words.
  func listen(_ descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    let heard = buffer.prefix(max(0, count))
    bytes.withLock { $0 += heard }
  }
}
