import Glibc
import Testing

@testable import SecureSockets

@Suite struct PlainClientTests {
  @Test func bytesGoBothWays() throws {
    let door = try PlainDoor()
    let client = try door.connect()
    let server = try door.accepted()
    try client.send(Array("EHLO x\r\n".utf8))
    #expect(try server.receive() == Array("EHLO x\r\n".utf8))
    try server.send(Array("250 y\r\n".utf8))
    #expect(try client.receive() == Array("250 y\r\n".utf8))
    #expect(client.peer == door.address)
  }

  @Test func theEndIsEmpty() throws {
    let door = try PlainDoor()
    let client = try door.connect()
    try door.accepted().close()
    #expect(try client.receive() == [])
  }

  @Test func aSilentServerIsNotWaitedForLongerThanAsked() throws {
    let door = try PlainDoor()
    let client = try door.connect()
    #expect(throws: PlainClient.Failure.timedOut) {
      try client.receive(timeout: .milliseconds(5))
    }
  }

  @Test func aServerThatDoesNotReadIsNotWaitedForEither() throws {
    let door = try PlainDoor()
    let client = try door.connect()
    let much = [UInt8](repeating: 0x78, count: 16 << 20)
    #expect(throws: PlainClient.Failure.timedOut) {
      try client.send(much, timeout: .milliseconds(20))
    }
  }

  @Test func nothingIsSaidOnceClosed() throws {
    let door = try PlainDoor()
    let client = try door.connect()
    client.close()
    client.close()
    #expect(throws: PlainClient.Failure.closed) { try client.send([1]) }
    #expect(throws: PlainClient.Failure.closed) { try client.receive() }
    #expect(throws: PlainClient.Failure.closed) {
      try client.startTLS(verification: .none, timeout: .seconds(1))
    }
  }

  @Test func tlsBeginsOnTheSameConnection() throws {
    let server = try EchoServer()
    let plain = try PlainClientTests.connect(server)
    let pinned = server.certificate.certificate.fingerprint
    let client = try plain.startTLS(verification: .pinned(pinned), timeout: .seconds(10))
    try client.send("x")
    #expect(try client.receive() == [0x78])
    #expect(throws: PlainClient.Failure.closed) { try plain.send([1]) }
  }

  @Test func anUnknownCertificateIsNotBelievedOverSTARTTLSEither() throws {
    let server = try EchoServer()
    let plain = try PlainClientTests.connect(server)
    let words = OpenSSLWords(reasons: ["certificate verify failed"])
    #expect(throws: PlainClient.Failure.tls(.refused(words))) {
      try plain.startTLS(verification: .systemAuthorities, timeout: .seconds(10))
    }
  }

  @Test func plainWordsBeforeTheHandshakeBreakIt() throws {
    let door = try PlainDoor()
    let client = try door.connect()
    let server = try door.accepted()
    try server.send(Array("250-pretend to be the server\r\n".utf8))
    #expect(
      throws: PlainClient.Failure.tls(.refused(OpenSSLWords(reasons: ["wrong version number"])))
    ) {
      try client.startTLS(verification: .none, timeout: .seconds(10))
    }
  }

  private static func connect(_ server: EchoServer) throws -> PlainClient {
    try .connect(host: "127.0.0.1", port: server.listener.address.port, timeout: .seconds(10))
  }
}
