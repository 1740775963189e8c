import Glibc
import Testing

@testable import SecureSockets

@Suite struct TLSClientTests {
  @Test func itTellsWhomItMet() throws {
    let server = try EchoServer()
    let client = try server.connect()
    #expect(client.peerCertificate == server.certificate.certificate)
    #expect(client.peerCertificate.subject == "CN=test")
    #expect(client.peer == server.listener.address)
  }

  @Test func thePinnedCertificateIsAccepted() throws {
    let server = try EchoServer()
    let fingerprint = server.certificate.certificate.fingerprint
    let client = try server.connect(verification: .pinned(fingerprint))
    try client.send("x")
    #expect(try client.receive() == [0x78])
  }

  @Test func anotherThanThePinnedIsRefusedAndShown() throws {
    let server = try EchoServer()
    let other = try TestCertificate().certificate.fingerprint
    #expect(throws: TLSClient.Failure.otherCertificate(server.certificate.certificate)) {
      try server.connect(verification: .pinned(other))
    }
  }

  @Test func aSelfSignedCertificateIsNoAuthoritys() throws {
    let server = try EchoServer()
    let words = OpenSSLWords(reasons: ["certificate verify failed"])
    #expect(throws: TLSClient.Failure.tls(.refused(words))) {
      try server.connect(verification: .systemAuthorities)
    }
  }

  @Test func aSilentServerIsNotWaitedForLongerThanAsked() throws {
    let certificate = try TestCertificate()
    let silent = try Listener(name: "x", host: "localhost", port: 0, tls: certificate.context())
    #expect(throws: TLSClient.Failure.timedOut) {
      try TLSClient.connect(
        host: "localhost", port: silent.address.port, timeout: .milliseconds(20),
        verification: .none)
    }
  }

  @Test func nobodyThereIsToldInTheKernelsWords() throws {
    let certificate = try TestCertificate()
    let listener = try Listener(name: "x", host: "localhost", port: 0, tls: certificate.context())
    let address = listener.address
    listener.stopAccepting()
    #expect(
      throws: TLSClient.Failure.socket(
        SocketError("connect", address.description, code: ECONNREFUSED))
    ) {
      try TLSClient.connect(
        host: "127.0.0.1", port: address.port, timeout: .seconds(5), verification: .none)
    }
  }

  @Test func waitingForAnAnswerHasAnEnd() throws {
    let server = try EchoServer()
    let client = try server.connect()
    #expect(throws: TLSClient.Failure.timedOut) { try client.receive(timeout: .milliseconds(5)) }
    #expect(try client.receiveAvailable() == nil)
    try client.send("x")
    #expect(try client.receive() == [0x78])
  }

  @Test func theDescriptorTellsWhenThereIsSomething() throws {
    let server = try EchoServer()
    let client = try server.connect()
    server.tell(try server.accepted(), .say(["push\n"]))
    var received: [UInt8]?
    while received == nil {
      var wanted = pollfd(fd: client.descriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&wanted, 1, 10_000) == 1)
      received = try client.receiveAvailable()
    }
    #expect(received == Array("push\n".utf8))
  }

  @Test func aClosedClientSaysSo() throws {
    let server = try EchoServer()
    let client = try server.connect()
    client.close()
    client.close()
    #expect(throws: TLSClient.Failure.closed) { try client.send("x") }
    #expect(throws: TLSClient.Failure.closed) { try client.receive() }
  }
}
