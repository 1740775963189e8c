import Wire

@testable import ChatServer
@testable import SecureSockets

/// The peer's end of a connection as an array of lines.
final class MemoryTransport: ChatTransport {
  let id: ConnectionID
  let isBackedUp = false
  var deadline: MonotonicTime?
  private(set) var isClosed = false
  private var received: [UInt8] = []

  init(_ id: ConnectionID) {
    self.id = id
  }

  func send(_ bytes: [UInt8]) {
    received += bytes
  }

  func closeAfterFlush() {
    isClosed = true
  }

  /// What came since the last call, a line each.
  func takeLines() -> [String] {
    defer { received = [] }
    return received.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
