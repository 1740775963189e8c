import Actions
import CampaignReading
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing
import Wire

@testable import ChatServer

/// One office in memory over a store of its own; everybody logs in as by a client.
struct MemoryStage: Stage {
  private static let password = "một mật khẩu riêng"
  private static let checkout =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")
  /// Learned once for all transcripts.
  private static let language = Result {
    try Language(intents: checkout + "/intents", memory: nil)
  }

  private let store = TemporaryStore()
  private let source: KnowledgeSource
  private let users: [String]
  private var host: MemoryHost
  private var clients: [String: Client] = [:]

  private struct Client {
    let connection: ChatConnection
    let transport: MemoryTransport
    /// Came with a reply or before, and nobody has waited for them yet.
    var pushes: [JSONValue] = []
  }

  init(_ transcript: Transcript) throws {
    source = KnowledgeSource(
      honours: try FiveCampaigns.honours(), calendar: try FiveCampaigns.calendar(),
      reminderRules: try FiveCampaigns.reminderRules())
    users = transcript.people.map(\.user)
    let now = try MemoryStage.instant(transcript.now)
    let codes = try MemoryStage.enter(transcript, into: store, at: now)
    host = try MemoryHost(
      store.driver, source: source, language: try Self.language.get(), at: now)
    try connectAll { user in
      [
        "user": .string(user), "password": .string(try #require(codes[user])),
        "new_password": .string(Self.password),
      ]
    }
  }

  // MARK: Stage

  mutating func say(_ text: String, as user: String) throws -> JSONValue {
    try request(["text": .string(text)], as: user)
  }

  mutating func waitForPush(to user: String, with words: String) throws {
    // Waiting ends with the first reminder that has other words.
    for isLast in [false, true] {
      try take(for: user)
      while let push = clients[user]?.pushes.first {
        clients[user]?.pushes.removeFirst()
        if push["text"]?.stringValue?.contains(words) ?? false { return }
      }
      if !isLast { try host.waitForReminder() }
    }
    throw NothingCame(user: user, words: words)
  }

  mutating func restart(at now: String) throws {
    clients = [:]
    host = try MemoryHost(
      store.driver, source: source, language: try Self.language.get(),
      at: try MemoryStage.instant(now))
    try connectAll { user in ["user": .string(user), "password": .string(Self.password)] }
  }

  struct NothingCame: Error {
    let user: String
    let words: String
  }

  // MARK: People

  /// As `campaign load` and `people import` would.
  private static func enter(
    _ transcript: Transcript, into store: TemporaryStore, at now: Instant
  ) throws -> [String: String] {
    let campaign = try #require(
      try FiveCampaigns.campaigns().first { $0.id == transcript.campaign })
    let text = try FiveCampaigns.text(of: campaign.id)
    let csv = transcript.people.map { "\($0.name),\($0.unit),\($0.role),\($0.user)" }
    let rows = try PeopleFile.read(
      (["name,unit,role,username"] + csv).joined(separator: "\n") + "\n", name: "people.csv")
    let entries = rows.map {
      PeopleOffice.Entry(
        line: $0.line, name: $0.name, unit: $0.unit, role: $0.role, username: $0.username)
    }
    let prepared = try PeopleOffice.prepare(entries, at: now)
    let session = try store.driver.openWriting()
    try schema.apply(to: session)
    let entered = try session.transaction { session in
      let tables = DirectoryTables(session)
      try tables.put(campaign.organization)
      try tables.put(
        CampaignFileRow(id: campaign.id, organization: campaign.organization.id, source: text),
        at: now)
      return try PeopleOffice(on: session, at: now)
        .add(prepared, to: transcript.organization)
    }
    return Dictionary(uniqueKeysWithValues: entered.codes.map { ($0.username, $0.code.text) })
  }

  private mutating func connectAll(_ login: (String) throws -> JSONObject) throws {
    for user in users + ["khách"] {
      let (connection, transport) = host.connect()
      clients[user] = Client(connection: connection, transport: transport)
    }
    for user in users {
      let reply = try request(["login": .object(try login(user))], as: user)
      try #require(reply["state"]?.stringValue == "done", "\(reply)")
    }
  }

  // MARK: Lines

  /// The one line that is no push.
  private mutating func request(_ content: JSONObject, as user: String) throws -> JSONValue {
    let client = try #require(clients[user])
    try take(for: user)
    try host.receive(JSONValue.object(content).description + "\n", on: client.connection)
    let replies = try take(for: user)
    try #require(replies.count == 1, "\(content) → \(replies)")
    return replies[0]
  }

  /// Puts aside the pushes of what has come and returns the rest.
  @discardableResult
  private mutating func take(for user: String) throws -> [JSONValue] {
    var rest: [JSONValue] = []
    for line in clients[user]?.transport.takeLines() ?? [] where line.hasPrefix("{") {
      let message = try JSONReader.read(line)
      if message["kind"]?.stringValue == "push" {
        clients[user]?.pushes.append(message)
      } else {
        rest.append(message)
      }
    }
    return rest
  }

  private static func instant(_ text: String) throws -> Instant {
    try #require(Instant(iso: text + "+07:00"))
  }
}
