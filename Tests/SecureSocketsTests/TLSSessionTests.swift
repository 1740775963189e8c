import COpenSSL
import Testing

@testable import SecureSockets

@Suite struct TLSSessionTests {
  private let certificate: TestCertificate
  private let serverContext: TLSContext

  init() throws {
    certificate = try TestCertificate()
    serverContext = try certificate.context().current
  }

  @Test(arguments: [1, 7, 17_000], [TLSContext.Version.tls12, .tls13])
  func handshakeAndBytesInPieces(capacity: Int, version: TLSContext.Version) throws {
    let pair = try BIOPair(
      serverContext, .client(trustsSystem: false, atMost: version), capacity: capacity)
    let steps = pair.shakeHands()
    #expect(steps == (.done(0), .done(0)))
    let text = Array("Bằng khen của Thủ tướng Chính phủ\n".utf8)
    #expect(BIOPair.carry(text, from: pair.client, to: pair.server) == text)
    #expect(BIOPair.carry(text, from: pair.server, to: pair.client) == text)
    #expect(pair.client.peerCertificate == certificate.certificate)
    #expect(pair.server.peerCertificate == nil)
  }

  @Test func theKeyShareIsX25519() throws {
    let pair = try BIOPair(serverContext, .client(trustsSystem: false))
    #expect(pair.shakeHands() == (.done(0), .done(0)))
    #expect(pair.server.version == "TLSv1.3")
    #expect(pair.server.cipher == "TLS_AES_256_GCM_SHA384")
  }

  @Test func goodbyeIsTheEndAndAnswersStillGo() throws {
    let pair = try connected()
    #expect(pair.client.shutDown() == .done(0))
    #expect(BIOPair.read(pair.server).step == .ended)
    let text = Array("still\n".utf8)
    #expect(BIOPair.carry(text, from: pair.server, to: pair.client) == text)
    #expect(pair.server.shutDown() == .done(0))
    #expect(BIOPair.read(pair.client).step == .ended)
  }

  @Test func whatIsNotTLSIsRefusedInWords() throws {
    var ends: (OpaquePointer?, OpaquePointer?) = (nil, nil)
    BIO_new_bio_pair(&ends.0, 0, &ends.1, 0)
    let session = try TLSSession(serverContext, .server, bio: try #require(ends.0))
    BIO_write(ends.1, "GET / HTTP/1.1\r\n\r\n", 18)
    let words = OpenSSLWords(reasons: ["http request"])
    #expect(session.handshake() == .failed(.refused(words)))
    BIO_free(ends.1)
  }

  @Test func anEndWithoutGoodbyeIsACut() throws {
    var ends: (OpaquePointer?, OpaquePointer?) = (nil, nil)
    BIO_new_bio_pair(&ends.0, 0, &ends.1, 0)
    let session = try TLSSession(serverContext, .server, bio: try #require(ends.0))
    #expect(session.handshake() == .wantsRead)
    BIO_ctrl(ends.1, BIO_C_SHUTDOWN_WR, 0, nil)
    #expect(session.handshake() == .failed(.cutOff))
    BIO_free(ends.1)
  }

  @Test func leftoversOfAnotherCallDoNoHarm() throws {
    let pair = try connected()
    leaveAnErrorInTheQueue()
    #expect(BIOPair.read(pair.server).step == .wantsRead)
    leaveAnErrorInTheQueue()
    let text = Array("x".utf8)
    #expect(BIOPair.carry(text, from: pair.client, to: pair.server) == text)
    ERR_clear_error()
  }

  @Test func aFailureLeavesTheQueueEmpty() throws {
    let pair = try BIOPair(serverContext, .client(trustsSystem: true))
    let steps = pair.shakeHands()
    #expect(steps.client == .failed(.refused(OpenSSLWords(reasons: ["certificate verify failed"]))))
    #expect(ERR_peek_error() == 0)
  }

  @Test func pendingBytesAreTold() throws {
    let pair = try connected()
    _ = Array("two".utf8).withUnsafeBufferPointer { pair.client.write($0) }
    _ = Array("records".utf8).withUnsafeBufferPointer { pair.client.write($0) }
    #expect(BIOPair.read(pair.server).step == .done(3))
    #expect(pair.server.hasPending)
    #expect(BIOPair.read(pair.server).step == .done(7))
    #expect(!pair.server.hasPending)
  }

  private func connected() throws -> BIOPair {
    let pair = try BIOPair(serverContext, .client(trustsSystem: false))
    try #require(pair.shakeHands() == (.done(0), .done(0)))
    return pair
  }

  private func leaveAnErrorInTheQueue() {
    // No PEM in it.
    let bio = BIO_new(BIO_s_mem())
    #expect(PEM_read_bio_X509(bio, nil, nil, nil) == nil)
    BIO_free(bio)
    #expect(ERR_peek_error() != 0)
  }
}
