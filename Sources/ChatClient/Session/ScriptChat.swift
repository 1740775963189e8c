import Wire

/// The client without a terminal: lines of standard input in, plain lines out. Pure.
///
/// Each line is sent when the one before is answered, so that a script reads its answers in order.
/// Replies, errors and pushes go to standard output as in text mode (further lines of a message are
/// indented); greeting and notices go to standard error.
package struct ScriptChat: Sendable {
  private var session: ChatSession
  private var input = LineFramer(limit: LineEditor.longest)
  private var server = LineFramer(limit: ServerLine.limit)

  package init(user: String?) {
    session = ChatSession(user: user, audience: .script)
  }

  /// Whether standard input should be read now.
  package var wantsInput: Bool { session.takesLines }

  /// Bytes of standard input.
  package mutating func typed(_ bytes: [UInt8]) -> ClientEffects {
    var effects = ClientEffects()
    var actions: [SessionAction] = []
    input.feed(bytes.span) { line, fault in
      actions += Self.typed(line, fault, &session)
    }
    perform(actions, &effects)
    return effects
  }

  /// The end of standard input; a last line need not be ended.
  package mutating func inputEnded() -> ClientEffects {
    var effects = input.isInsideLine ? typed([UInt8(ascii: "\n")]) : ClientEffects()
    perform(session.inputEnded(), &effects)
    return effects
  }

  /// Bytes from the server.
  package mutating func received(_ bytes: [UInt8]) -> ClientEffects {
    var effects = ClientEffects()
    var actions: [SessionAction] = []
    server.feed(bytes.span) { actions += session.lineReceived($0, fault: $1) }
    perform(actions, &effects)
    return effects
  }

  package mutating func connectionLost() -> ClientEffects {
    var effects = ClientEffects()
    perform(session.connectionLost(), &effects)
    return effects
  }

  private static func typed(
    _ line: Span<UInt8>, _ fault: LineFault?, _ session: inout ChatSession
  ) -> [SessionAction] {
    if fault == nil, let text = try? UTF8Span(validating: line) {
      return session.typed(String(copying: text))
    }
    if case .tooLong = fault { return [.show(Utterance(.notice, ClientWords.inputTooLong))] }
    return [.show(Utterance(.notice, ClientWords.inputUnreadable))]
  }

  private func perform(_ actions: [SessionAction], _ effects: inout ClientEffects) {
    for action in actions {
      switch action {
      case .send(let request): effects.send(request)
      case .finish(let status): effects.exit = status
      case .show(let utterance):
        switch utterance.kind {
        case .greeting, .notice:
          TextLines.append(utterance.text, marker: "", to: &effects.errors)
        case .reply, .error: TextLines.append(utterance.text, marker: "", to: &effects.screen)
        case .push:
          TextLines.append(utterance.text, marker: TextLines.pushMarker, to: &effects.screen)
        }
      }
    }
  }
}
