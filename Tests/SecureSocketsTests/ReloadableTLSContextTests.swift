import Testing

@testable import SecureSockets

@Suite struct ReloadableTLSContextTests {
  @Test func newConnectionsSeeTheNewCertificateAndOldOnesGoOn() throws {
    let server = try EchoServer()
    let before = try server.connect()
    #expect(before.peerCertificate == server.certificate.certificate)
    let next = try TestCertificate("next")
    let loaded = try server.tls.reload(
      certificateFile: next.certificateFile, keyFile: next.keyFile)
    #expect(loaded == next.certificate)
    let after = try server.connect()
    #expect(after.peerCertificate == next.certificate)
    for client in [before, after] {
      try client.send("vẫn đây\n")
      #expect(try client.receive() == Array("vẫn đây\n".utf8))
    }
  }

  @Test func aBadReloadChangesNothing() throws {
    let server = try EchoServer()
    let bad = server.certificate.folder + "/none.pem"
    #expect(throws: TLSSetupError.self) {
      try server.tls.reload(certificateFile: bad, keyFile: server.certificate.keyFile)
    }
    #expect(try server.connect().peerCertificate == server.certificate.certificate)
  }
}
