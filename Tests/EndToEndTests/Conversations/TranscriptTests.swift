import TestSupport
import Testing
import Wire

/// Every conversation of `Tests/Data/conversations`, with the built program. `ChatServerTests` holds
/// the same ones in memory.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.names)
  func isHeldAsWritten(name: String) throws {
    let transcript = try Transcript(named: name)
    var stage = try ProgramStage(transcript)
    try transcript.perform(on: &stage) { line, what in
      Issue.record(
        "\(what)",
        sourceLocation: SourceLocation(
          fileID: "TestSupport/Transcript", filePath: transcript.path, line: line, column: 1))
    }
  }
}

/// The built program over TLS, everybody with a connection of their own.
private struct ProgramStage: Stage {
  private static let password = "một mật khẩu riêng"
  private let world: World
  private let people: [Transcript.Member]
  private var server: RunningServer
  private var clients: [String: JSONClient] = [:]

  init(_ transcript: Transcript) throws {
    people = transcript.people
    world = try World(
      campaigns: [transcript.campaign], organization: transcript.organization,
      people: people.map { Member($0.user, $0.name, $0.unit, $0.role) })
    server = try world.serve(now: transcript.now)
    try enter { [codes = world.codes] client, user in
      try client.logIn(user, try #require(codes[user]), new: Self.password)
    }
  }

  mutating func say(_ text: String, as user: String) throws -> JSONValue {
    try #require(clients[user]).say(text).json
  }

  mutating func waitForPush(to user: String, with words: String) throws {
    try #require(clients[user]).waitForPush { $0.text.contains(words) }
  }

  mutating func restart(at now: String) throws {
    #expect(try server.stop() == 0)
    server = try world.serve(now: now)
    try enter { client, user in try client.logIn(user, Self.password) }
  }

  private mutating func enter(_ logIn: (JSONClient, String) throws -> Message) throws {
    clients = ["khách": try server.jsonClient()]
    for person in people {
      let client = try server.jsonClient()
      try #require(try logIn(client, person.user).state == "done")
      clients[person.user] = client
    }
  }
}
