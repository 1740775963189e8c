import Testing
import Wire

/// Every conversation of `Tests/Data/conversations`, with the built program.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.names)
  func isHeldAsWritten(name: String) throws {
    let transcript = try Transcript(named: name)
    let world = try World(
      campaigns: [transcript.campaign], organization: transcript.organization,
      people: transcript.people)
    let server = try world.serve(now: transcript.now)
    var clients: [String: JSONClient] = ["khách": try server.jsonClient()]
    for person in transcript.people {
      let client = try server.jsonClient()
      let code = try #require(world.codes[person.user])
      try #require(try client.logIn(person.user, code, new: "một mật khẩu riêng").state == "done")
      clients[person.user] = client
    }

    var said = ""
    var reply = Message(json: .null)
    for step in transcript.steps {
      switch step.act {
      case .says(let who, let text):
        said = "\(who)> \(text)"
        reply = try #require(clients[who]).say(text)
      case .hears(let who, let words):
        let push = try #require(clients[who]).nextPush()
        if !push.text.contains(words) { wrong(step, in: transcript, said, push) }
      case .contains(let words):
        if !reply.text.contains(words) { wrong(step, in: transcript, said, reply) }
      case .lacks(let words):
        if reply.text.contains(words) { wrong(step, in: transcript, said, reply) }
      case .ends(let state, let code):
        if reply.state != state || reply.code != code { wrong(step, in: transcript, said, reply) }
      case .counts(let list, let count):
        if reply.data[list]?.arrayValue?.count != count { wrong(step, in: transcript, said, reply) }
      }
    }
  }

  /// Recorded at the line of the transcript.
  private func wrong(
    _ step: Transcript.Step, in transcript: Transcript, _ said: String, _ got: Message
  ) {
    Issue.record(
      "\(step.act) after “\(said)”; got \(got.state) \(got.code) \(got.intent): \(got.text)",
      sourceLocation: SourceLocation(
        fileID: "EndToEndTests/Transcript", filePath: transcript.path, line: step.line, column: 1))
  }
}
