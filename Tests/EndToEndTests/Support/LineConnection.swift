import SecureSockets

/// A TLS connection read by line.
final class LineConnection {
  let client: TLSClient
  private var buffer: [UInt8] = []

  init(port: UInt16, atMost version: TLSContext.Version = .tls13) throws {
    client = try TLSClient.connect(
      host: "127.0.0.1", port: port, timeout: Patience.usual, verification: .none,
      atMost: version)
  }

  func send(_ text: String) throws { try client.send(text, timeout: Patience.usual) }
  func send(_ bytes: [UInt8]) throws { try client.send(bytes, timeout: Patience.usual) }

  /// The next line without its end; `nil` once the server has said goodbye.
  func line() throws -> String? {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeSubrange(...end) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      let bytes = try client.receive(timeout: Patience.usual)
      if bytes.isEmpty { return nil }
      buffer += bytes
    }
  }

  /// The next line; throws if there is none any more.
  func needLine() throws -> String {
    guard let line = try line() else { throw ConnectionEnded() }
    return line
  }

  /// Whether nothing more comes before the server's goodbye.
  func endsHere() throws -> Bool { try line() == nil && buffer.isEmpty }
}

struct ConnectionEnded: Error {}
