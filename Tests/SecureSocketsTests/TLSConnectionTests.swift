import Testing

@testable import SecureSockets

@Suite struct TLSConnectionTests {
  @Test(arguments: [TLSContext.Version.tls12, .tls13])
  func bytesComeBack(_ version: TLSContext.Version) throws {
    let server = try EchoServer()
    let client = try server.connect(version)
    #expect(client.tlsVersion == (version == .tls12 ? "TLSv1.2" : "TLSv1.3"))
    try client.send("xin chào\n")
    #expect(try client.receive() == Array("xin chào\n".utf8))
  }
}
