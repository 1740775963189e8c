import Glibc
import SecureSockets

/// A TLS connection read by line.
final class LineConnection {
  let client: TLSClient
  private var buffer = LineBuffer()

  init(port: UInt16, atMost version: TLSVersion = .tls13) throws {
    client = try TLSClient.connect(
      host: "127.0.0.1", port: port, timeout: Patience.usual, verification: .none,
      atMost: version == .tls12 ? .tls12 : .tls13)
  }

  var version: String { client.tlsVersion }
  var fingerprint: String { "\(client.peerCertificate.fingerprint)" }

  func send(_ text: String) throws { try client.send(text, timeout: Patience.usual) }
  func send(_ bytes: [UInt8]) throws { try client.send(bytes, timeout: Patience.usual) }

  /// The next line without its end; `nil` once the server has said goodbye.
  func line() throws -> String? {
    while true {
      if let line = buffer.takeLine() { return line }
      let bytes = try client.receive(timeout: Patience.usual)
      if bytes.isEmpty { return nil }
      buffer.append(bytes)
    }
  }

  /// The next line; throws if there is none any more.
  func needLine() throws -> String {
    guard let line = try line() else { throw ConnectionEnded() }
    return line
  }

  /// Nothing more will be sent; answers can still come.
  func endSending() { client.endSending() }

  /// Gone without a word, as when a cable is cut.
  func cut() { shutdown(client.descriptor, Int32(SHUT_RDWR)) }

  /// Whether nothing more comes before the server's goodbye.
  func endsHere() throws -> Bool { try line() == nil && buffer.isEmpty }
}

struct ConnectionEnded: Error {}

enum TLSVersion: Sendable {
  case tls12, tls13
}
