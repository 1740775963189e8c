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
    var server = try world.serve(now: transcript.now)
    let password = "một mật khẩu riêng"
    var clients: [String: JSONClient] = ["khách": try server.jsonClient()]
    for person in transcript.people {
      let client = try server.jsonClient()
      let code = try #require(world.codes[person.user])
      try #require(try client.logIn(person.user, code, new: password).state == "done")
      clients[person.user] = client
    }

    var said = ""
    var speaker = ""
    var reply = Message(json: .null)
    // One complaint per answer is enough.
    var isWrong = false
    func check(_ isRight: Bool, _ step: Transcript.Step, _ got: Message) {
      if !isRight, !isWrong { record(step, in: transcript, said, got) }
      isWrong = isWrong || !isRight
    }
    for step in transcript.steps {
      switch step.act {
      case .says(let who, let text):
        isWrong = false
        said = "\(who)> \(text)"
        speaker = who
        reply = try #require(clients[who]).say(text)
      case .hears(let who, let words):
        let client = try #require(clients[who])
        try client.waitForPush { $0.text.contains(words) }
      case .later(let now):
        #expect(try server.stop() == 0)
        server = try world.serve(now: now)
        clients["khách"] = try server.jsonClient()
        for person in transcript.people {
          let client = try server.jsonClient()
          try #require(try client.logIn(person.user, password).state == "done")
          clients[person.user] = client
        }
      case .contains(let words): check(reply.text.contains(words), step, reply)
      case .lacks(let words): check(!reply.text.contains(words), step, reply)
      case .ends("made", _):
        // Whether it is asked first depends on how sure the wording is; what is made does not.
        if reply.state == "confirm" { reply = try #require(clients[speaker]).say("có") }
        check(reply.state == "done", step, reply)
      case .ends(let state, let code):
        if state == "refused", reply.state == "confirm" {
          reply = try #require(clients[speaker]).say("có")
        }
        check(reply.state == state && reply.code == code, step, reply)
      case .counts(let list, let count):
        check(reply.data[list]?.arrayValue?.count == count, step, reply)
      }
    }
  }

  /// Recorded at the line of the transcript.
  private func record(
    _ step: Transcript.Step, in transcript: Transcript, _ said: String, _ got: Message
  ) {
    Issue.record(
      "\(step.act) after “\(said)”; got \(got.state) \(got.code) \(got.intent): \(got.text)",
      sourceLocation: SourceLocation(
        fileID: "EndToEndTests/Transcript", filePath: transcript.path, line: step.line, column: 1))
  }
}
