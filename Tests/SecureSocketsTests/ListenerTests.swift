import Glibc
import Testing

@testable import SecureSockets

@Suite struct ListenerTests {
  @Test func portZeroIsToldWhichItBecame() throws {
    let server = try EchoServer()
    #expect(server.listener.address.port != 0)
    #expect(server.listener.address.name == "127.0.0.1")
    try roundTrip(server.connect())
  }

  @Test(.enabled(if: hasIPv6), arguments: ["::1", "[::1]"])
  func overIPv6(host: String) throws {
    let server = try EchoServer(host: host)
    #expect(server.listener.address.description.hasPrefix("[::1]:"))
    try roundTrip(server.connect())
  }

  @Test(.enabled(if: hasIPv6)) func anyAddressTakesBothFamilies() throws {
    let server = try EchoServer(host: "::")
    for host in ["127.0.0.1", "::1"] {
      let client = try TLSClient.connect(
        host: host, port: server.listener.address.port, timeout: .seconds(10), verification: .none)
      try roundTrip(client)
    }
  }

  @Test func aPortInUseIsNamed() throws {
    let server = try EchoServer()
    let address = server.listener.address
    #expect(throws: SocketError("bind", address.description, code: EADDRINUSE)) {
      try Listener(name: "second", host: "localhost", port: address.port, tls: server.tls)
    }
  }

  @Test func whatIsNoAddressIsNamed() throws {
    let tls = try TestCertificate().context()
    #expect(throws: SocketError("listen", "thi-dua.example:0", code: EADDRNOTAVAIL)) {
      try Listener(name: "x", host: "thi-dua.example", port: 0, tls: tls)
    }
  }

  @Test func beyondTheLimitThereIsAFarewellAndBeyondTheReserveNothing() throws {
    let farewell = Array("đông quá, mời quay lại sau\n".utf8)
    let server = try EchoServer(
      capacity: .init(connections: 2, reserve: 1, farewell: farewell))
    let inside = try [server.connect(), server.connect()]
    let late = try server.connect()
    #expect(try late.receive() == farewell)
    #expect(try late.receive() == [])
    // `late` has not closed yet, so the reserve is used up.
    let refused = try RawClient(server.listener.address)
    #expect(try refused.receiveAll() == [])
    #expect(
      server.listener.counts == .init(open: 3, accepted: 4, overLimit: 2, withoutDescriptor: 0))
    for client in inside { try roundTrip(client) }

    late.close()
    try server.events.wait(for: .refused(.overLimit))
    inside[0].close()
    try server.events.wait(for: .closed(.peerEnded))
    try roundTrip(server.connect())
  }

  @Test func afterStopAcceptingThePortIsFreeAndConnectionsGoOn() throws {
    let server = try EchoServer()
    let client = try server.connect()
    server.listener.stopAccepting()
    let address = server.listener.address
    // The loop closes the socket before it handles what comes after.
    try roundTrip(client)
    #expect(throws: TLSClient.Failure.self) { try server.connect() }
    let successor = try Listener(
      name: "next", host: "localhost", port: address.port, tls: server.tls)
    #expect(successor.address == address)
    try roundTrip(client)
  }

  @Test func aListenerThatNobodyServesCanStop() throws {
    let tls = try TestCertificate().context()
    let listener = try Listener(name: "x", host: "localhost", port: 0, tls: tls)
    listener.stopAccepting()
    #expect(listener.descriptor == nil)
  }

  private func roundTrip(_ client: TLSClient) throws {
    try client.send("hỏi\n")
    #expect(try client.receive() == Array("hỏi\n".utf8))
  }
}

/// Containers often have none.
private let hasIPv6: Bool = {
  guard let address = SocketAddress("::1", port: 0) else { return false }
  let descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  return address.withSockaddr { bind(descriptor, $0, $1) } == 0
}()
