import SecureSockets

/// A connection to a server, as much of it as the client needs.
package protocol ByteStream {
  /// Readable when something may have arrived. Only for `poll`.
  var descriptor: Int32 { get }
  /// What has arrived, without waiting: `nil` if nothing has, empty if the server has ended.
  func receiveAvailable() throws -> [UInt8]?
  /// Sends all of it.
  func send(_ bytes: [UInt8]) throws
}

/// The same over TLS.
struct SecureStream: ByteStream {
  let client: TLSClient

  var descriptor: Int32 { client.descriptor }

  func receiveAvailable() throws -> [UInt8]? { try client.receiveAvailable() }

  func send(_ bytes: [UInt8]) throws { try client.send(bytes) }
}
