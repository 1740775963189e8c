package import Wire

/// Where a transcript is performed: the built program over TLS, or connections in memory.
package protocol Stage {
  /// "khách" is a guest.
  mutating func say(_ text: String, as user: String) throws -> JSONValue
  /// Passes over pushes until one has the words; throws when none comes in time.
  mutating func waitForPush(to user: String, with words: String) throws
  /// Stops, starts again at that moment, and everybody comes back.
  mutating func restart(at now: String) throws
}

extension Transcript {
  /// Says every line and checks what comes back.
  ///
  /// - Parameter complain: told the line of the transcript, and in words what is not as written.
  package func perform(
    on stage: inout some Stage, complain: (_ line: Int, _ what: String) -> Void
  ) throws {
    var said = ""
    var speaker = ""
    var reply = Reply(json: .null)
    // One complaint per answer is enough.
    var isWrong = false
    func check(_ isRight: Bool, _ step: Step) {
      if !isRight, !isWrong {
        complain(step.line, "\(step.act) after “\(said)”; got \(reply.json)")
      }
      isWrong = isWrong || !isRight
    }
    func say(_ text: String) throws { reply = Reply(json: try stage.say(text, as: speaker)) }
    for step in steps {
      switch step.act {
      case .says(let who, let text):
        isWrong = false
        said = "\(who)> \(text)"
        speaker = who
        try say(text)
      case .hears(let who, let words): try stage.waitForPush(to: who, with: words)
      case .later(let now): try stage.restart(at: now)
      case .contains(let words): check(reply.text.contains(words), step)
      case .lacks(let words): check(!reply.text.contains(words), step)
      case .ends("made", _):
        // Whether it is asked first depends on how sure the wording is; what is made does not.
        if reply.state == "confirm" { try say("có") }
        check(reply.state == "done", step)
      case .ends(let state, let code):
        if state == "refused", reply.state == "confirm" { try say("có") }
        check(reply.state == state && reply.code == code, step)
      case .counts(let list, let count):
        check(reply.json["data"]?[list]?.arrayValue?.count == count, step)
      }
    }
  }
}

private struct Reply {
  let json: JSONValue
  var state: String { json["state"]?.stringValue ?? "" }
  var code: String { json["code"]?.stringValue ?? "" }
  var text: String { json["text"]?.stringValue ?? "" }
}
