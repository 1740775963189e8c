import Wire

/// The client at a terminal: keys in, what the screen shows out. Pure; the shell does the reading
/// and writing.
///
/// Whatever arrives is printed above the line that is being typed, and the line is drawn again.
package struct TerminalChat: Sendable {
  private var session: ChatSession
  private var decoder = KeyDecoder()
  private var editor = LineEditor()
  private var framer = LineFramer(limit: ServerLine.limit)
  private var line: ScreenLine
  private var prompt: SessionPrompt
  private let style: TerminalStyle

  private var history: History

  /// `width`: columns of the terminal.
  package init(user: String?, history: History, style: TerminalStyle, width: Int) {
    session = ChatSession(user: user, audience: .person)
    line = ScreenLine(width: width, style: style)
    prompt = session.prompt
    editor.isSecret = prompt.isSecret
    self.history = history
    self.style = style
  }

  /// Shows the first prompt.
  package mutating func begin() -> ClientEffects {
    var effects = ClientEffects()
    if !style.showsUTF8 {
      show(Utterance(.notice, ClientWords.notUTF8Terminal), &effects)
    }
    redraw(&effects)
    return effects
  }

  /// Bytes from the keyboard.
  package mutating func typed(_ bytes: [UInt8]) -> ClientEffects {
    var effects = ClientEffects()
    for key in decoder.keys(in: bytes) {
      perform(editor.pressed(key, history: history), &effects)
    }
    redraw(&effects)
    return effects
  }

  /// Bytes from the server.
  package mutating func received(_ bytes: [UInt8]) -> ClientEffects {
    var effects = ClientEffects()
    for actions in lines(in: bytes) { perform(actions, &effects) }
    if !effects.screen.isEmpty || prompt != session.prompt { redraw(&effects) }
    return effects
  }

  package mutating func connectionLost() -> ClientEffects {
    var effects = ClientEffects()
    perform(session.connectionLost(), &effects)
    return effects
  }

  /// The terminal has another width, or has been used by others meanwhile.
  package mutating func resized(width: Int) -> ClientEffects {
    var effects = ClientEffects()
    line.hide(to: &effects.screen)
    line.width = width
    redraw(&effects)
    return effects
  }

  /// Takes the half-typed line away, so that the shell's own prompt begins on a clean row.
  package mutating func end() -> ClientEffects {
    var effects = ClientEffects()
    line.hide(to: &effects.screen)
    return effects
  }

  private mutating func lines(in bytes: [UInt8]) -> [[SessionAction]] {
    var actions: [[SessionAction]] = []
    framer.feed(bytes.span) { actions.append(session.lineReceived($0, fault: $1)) }
    return actions
  }

  private mutating func perform(_ event: LineEditor.Event, _ effects: inout ClientEffects) {
    switch event {
    case .nothing, .changed: break
    case .line(let text): lineFinished(text, &effects)
    case .interrupted(let hadText):
      line.leave(prompt: prompt.text, line: LineEditor(), to: &effects.screen)
      perform(session.interrupted(hadText: hadText), &effects)
    case .ended: perform(session.inputEnded(), &effects)
    case .clearScreen: line.clear(to: &effects.screen)
    case .suspended: effects.suspends = true
    }
  }

  private mutating func lineFinished(_ text: String, _ effects: inout ClientEffects) {
    var said = LineEditor()
    said.isSecret = prompt.isSecret
    if !prompt.isSecret { _ = said.pressed(.text(text), history: history) }
    line.leave(prompt: prompt.text, line: said, to: &effects.screen)
    if prompt.isRemembered, history.add(text) { effects.remembered.append(text) }
    perform(session.typed(text), &effects)
  }

  private mutating func perform(_ actions: [SessionAction], _ effects: inout ClientEffects) {
    for action in actions {
      switch action {
      case .show(let utterance): show(utterance, &effects)
      case .send(let request): effects.send(request)
      case .finish(let status):
        line.hide(to: &effects.screen)
        effects.exit = status
      }
    }
    // The next key may already belong to the next question.
    prompt = session.prompt
    editor.isSecret = prompt.isSecret
  }

  private mutating func show(_ utterance: Utterance, _ effects: inout ClientEffects) {
    line.hide(to: &effects.screen)
    style.append(utterance, to: &effects.screen)
  }

  private mutating func redraw(_ effects: inout ClientEffects) {
    guard effects.exit == nil else { return }
    line.show(prompt: prompt.text, line: editor, to: &effects.screen)
  }
}

enum ServerLine {
  /// The longest line taken from the server. A list with its data may be long; without a bound a
  /// broken server could fill the memory.
  static let limit = 4 << 20
}
