import COpenSSL
import Testing

@testable import SecureSockets

@Suite struct TLSContextTests {
  /// TLS 1.3 and 1.2 resume by tickets; the keys to them must survive a reload.
  @Test(arguments: [TLSContext.Version.tls12, .tls13])
  func aSessionIsResumedAfterAReload(_ version: TLSContext.Version) throws {
    let certificate = try TestCertificate()
    let tls = try certificate.context()
    let old = tls.current
    try tls.reload(certificateFile: certificate.certificateFile, keyFile: certificate.keyFile)
    #expect(old !== tls.current)

    let client = try TLSContext.client(trustsSystem: false, atMost: version)
    let ticket = try #require(try Resumption.ticket(from: old, for: client))
    defer { SSL_SESSION_free(ticket) }
    #expect(try Resumption.resumes(ticket, at: tls.current, as: client))

    let stranger = try certificate.context().current
    #expect(try !Resumption.resumes(ticket, at: stranger, as: client))
  }

  @Test func resumptionWorksWithClientCertificates() throws {
    let certificate = try TestCertificate()
    let server = try certificate.context(clients: .requested).current
    let identity = try TLSIdentity(
      certificateFile: certificate.certificateFile, keyFile: certificate.keyFile)
    let client = try TLSContext.client(identity, trustsSystem: false)
    let ticket = try #require(try Resumption.ticket(from: server, for: client))
    defer { SSL_SESSION_free(ticket) }
    #expect(try Resumption.resumes(ticket, at: server, as: client))
  }
}

/// A client that keeps its session, which ours has no need to.
private enum Resumption {
  static func ticket(from server: TLSContext, for client: TLSContext) throws -> OpaquePointer? {
    try connect(server, client, resuming: nil) { SSL_get1_session($0) }
  }

  static func resumes(
    _ ticket: OpaquePointer, at server: TLSContext, as client: TLSContext
  ) throws -> Bool {
    try connect(server, client, resuming: ticket) { SSL_session_reused($0) == 1 }
  }

  private static func connect<Result>(
    _ serverContext: TLSContext, _ clientContext: TLSContext, resuming ticket: OpaquePointer?,
    _ body: (OpaquePointer) -> Result
  ) throws -> Result {
    var ends: (OpaquePointer?, OpaquePointer?) = (nil, nil)
    BIO_new_bio_pair(&ends.0, 0, &ends.1, 0)
    let server = try TLSSession(serverContext, .server, bio: try #require(ends.0))
    let client = try #require(SSL_new(clientContext.pointer))
    defer { SSL_free(client) }
    SSL_set_bio(client, ends.1, ends.1)
    SSL_set_connect_state(client)
    if let ticket { SSL_set_session(client, ticket) }
    for _ in 0..<10 {
      SSL_do_handshake(client)
      _ = server.handshake()
    }
    // In TLS 1.3 the ticket comes after the handshake: one byte has to be read behind it.
    #expect(BIOPair.carryOne(from: server, to: client))
    SSL_shutdown(client)
    return body(client)
  }
}

extension BIOPair {
  fileprivate static func carryOne(from server: TLSSession, to client: OpaquePointer) -> Bool {
    _ = [UInt8(1)].withUnsafeBufferPointer { server.write($0) }
    var byte: UInt8 = 0
    return SSL_read(client, &byte, 1) == 1
  }
}
