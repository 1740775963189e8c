import SecureSockets
import Wire

/// A program that speaks JSON Lines with the server.
final class JSONClient {
  let connection: LineConnection
  let greeting: String
  /// Pushes that came while a reply was waited for, not yet taken by `nextPush`.
  private(set) var pushes: [Message] = []
  private var lastID: Int64 = 0

  init(port: UInt16) throws {
    connection = try LineConnection(port: port)
    greeting = try connection.needLine()
  }

  /// Sends a request and returns its reply, which must be the next thing that is no push and bear
  /// the request's id.
  func request(_ content: JSONObject) throws -> Message {
    lastID += 1
    let id = JSONValue.string("r\(lastID)")
    var request: JSONObject = ["id": id]
    for member in content.members { request[member.key] = member.value }
    try connection.send(JSONValue.object(request).description + "\n")
    let reply = try nextReply()
    guard reply.json["id"] == id else { throw WrongReply(wanted: id.description, reply) }
    return reply
  }

  func say(_ text: String) throws -> Message { try request(["text": .string(text)]) }

  func acknowledge(_ push: String) throws -> Message { try request(["ack": .string(push)]) }

  func logIn(_ user: String, _ password: String, new: String? = nil) throws -> Message {
    var login: JSONObject = ["user": .string(user), "password": .string(password)]
    if let new { login["new_password"] = .string(new) }
    return try request(["login": .object(login)])
  }

  /// The next message that is no push.
  func nextReply() throws -> Message {
    while true {
      let message = try nextMessage()
      if message.kind != "push" { return message }
      pushes.append(message)
    }
  }

  func nextMessage() throws -> Message {
    Message(json: try JSONReader.read(try connection.needLine()))
  }

  /// The next push, which may have come already.
  func nextPush() throws -> Message {
    if !pushes.isEmpty { return pushes.removeFirst() }
    let message = try nextMessage()
    guard message.kind == "push" else { throw WrongReply(wanted: "push", message) }
    return message
  }

  /// Passes over pushes until one is as wanted; throws when none comes in time.
  func waitForPush(_ isWanted: (Message) -> Bool) throws {
    while !isWanted(try nextPush()) {}
  }

  /// The ids of what the store has waiting for the speaker, whether it was shown or not.
  func waiting() throws -> [String] {
    let reply = try say("các lời nhắc của tôi")
    guard reply.intent == "reminder.list" else { throw WrongReply(wanted: "reminder.list", reply) }
    return reply.data["waiting"]?.arrayValue?.compactMap(\.stringValue) ?? []
  }
}

/// One line from the server.
struct Message: CustomStringConvertible {
  let json: JSONValue

  var kind: String { string("kind") }
  var state: String { string("state") }
  var code: String { string("code") }
  var intent: String { string("intent") }
  var text: String { string("text") }
  var push: String { string("push") }
  var topic: String { string("topic") }
  var data: JSONValue { json["data"] ?? .object([:]) }
  var receipt: String? { data["receipt"]?.stringValue }
  var description: String { json.description }

  private func string(_ key: String) -> String { json[key]?.stringValue ?? "" }
}

struct WrongReply: Error, CustomStringConvertible {
  let wanted: String
  let got: Message

  init(wanted: String, _ got: Message) {
    self.wanted = wanted
    self.got = got
  }

  var description: String { "wanted \(wanted), got \(got)" }
}
