import Glibc
import Testing

@testable import ChatClient

/// The shell on real pipes and a real socket; the far end of the socket is written beforehand.
@Suite struct ScriptShellTests {
  struct Socket: ByteStream {
    let descriptor: Int32

    func receiveAvailable() throws -> [UInt8]? { try Descriptor.read(descriptor) }
    func send(_ bytes: [UInt8]) throws { try Descriptor.write(bytes, to: descriptor) }
  }

  /// What a conversation left behind.
  struct Result: Equatable {
    var ending: ChatEnding
    var output: String
    var sent: String
  }

  static func run(input: String, server: String, hangsUp: Bool) throws -> Result {
    var pipes = [[Int32]](repeating: [0, 0], count: 2)
    for index in pipes.indices {
      let made = pipe(&pipes[index]) == 0
      try #require(made)
    }
    var sockets: [Int32] = [0, 0]
    let made = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets) == 0
    try #require(made)
    try Descriptor.write(Array(input.utf8), to: pipes[0][1])
    close(pipes[0][1])
    try Descriptor.write(Array(server.utf8), to: sockets[1])
    if hangsUp { shutdown(sockets[1], Int32(SHUT_WR)) }
    let streams = StandardStreams(
      input: pipes[0][0], output: pipes[1][1], errors: pipes[1][1])
    var shell = ScriptShell(Socket(descriptor: sockets[0]), user: nil, streams: streams)
    let ending = shell.run()
    close(pipes[1][1])
    close(sockets[0])
    let result = Result(
      ending: ending, output: try all(pipes[1][0]), sent: try all(sockets[1]))
    for descriptor in [pipes[0][0], pipes[1][0], sockets[1]] { close(descriptor) }
    return result
  }

  static func all(_ descriptor: Int32) throws -> String {
    var bytes: [UInt8] = []
    while true {
      let more = try Descriptor.read(descriptor)
      if more.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += more
    }
  }

  @Test func pushIsShownAndAcknowledged_thenTheServerGoes() throws {
    let push = #"{"kind":"push","push":"p7","topic":"t","text":"Còn 3 ngày."}"# + "\n"
    let result = try Self.run(input: "", server: push, hangsUp: true)
    // The acknowledgement is still unanswered when the server hangs up.
    #expect(result.ending == .unavailable)
    #expect(result.output == "🔔 Còn 3 ngày.\n\(ClientWords.connectionLost)\n")
    #expect(result.sent == #"{"id":"1","ack":"p7"}"# + "\n")
  }

  @Test func emptyInput_endsAtOnce() throws {
    let result = try Self.run(input: "", server: "", hangsUp: false)
    #expect(result == Result(ending: .done, output: "", sent: ""))
  }

  @Test func serverGoneInTheMiddle_endsWith69() throws {
    let result = try Self.run(input: "một\nhai\n", server: "", hangsUp: true)
    #expect(result.ending == .unavailable)
    #expect(result.output == ClientWords.connectionLost + "\n")
  }
}
