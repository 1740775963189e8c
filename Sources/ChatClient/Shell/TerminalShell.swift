import Glibc

/// Runs a `TerminalChat`: waits for keyboard and server, hands over the bytes, carries out the
/// effects. Decides nothing.
struct TerminalShell {
  private let terminal: RawTerminal
  private let stream: any ByteStream
  /// Where what was said is kept; `nil` keeps nothing.
  private let historyFile: PrivateFile?
  private var chat: TerminalChat
  private var width: Int

  init(
    _ terminal: RawTerminal, _ stream: any ByteStream, user: String?, style: TerminalStyle,
    historyFile: PrivateFile?
  ) {
    self.terminal = terminal
    self.stream = stream
    self.historyFile = historyFile
    width = terminal.width
    let history = History(file: (try? historyFile?.read()) ?? "")
    chat = TerminalChat(user: user, history: history, style: style, width: width)
    // The file only grows while clients run; it is cut to what was read.
    if !history.entries.isEmpty { try? historyFile?.replace(with: history.file) }
  }

  /// Returns when the conversation is over.
  mutating func run() -> ChatEnding {
    if let status = perform(chat.begin()) { return status }
    while true {
      if let status = turn() { return status }
    }
  }

  private mutating func turn() -> ChatEnding? {
    let ready = Descriptor.wait(for: [STDIN_FILENO, stream.descriptor])
    if ready.isEmpty || terminal.width != width {
      width = terminal.width
      if let status = perform(chat.resized(width: width)) { return status }
    }
    if ready.contains(STDIN_FILENO), let status = readKeyboard() { return status }
    if ready.contains(stream.descriptor), let status = readServer() { return status }
    return nil
  }

  private mutating func readKeyboard() -> ChatEnding? {
    // The end of a terminal is its going away: nobody is left to speak to.
    guard let bytes = try? Descriptor.read(STDIN_FILENO), !bytes.isEmpty else {
      return .inputOutput
    }
    return perform(chat.typed(bytes))
  }

  private mutating func readServer() -> ChatEnding? {
    do {
      guard let bytes = try stream.receiveAvailable() else { return nil }
      return perform(bytes.isEmpty ? chat.connectionLost() : chat.received(bytes))
    } catch {
      return perform(chat.connectionLost())
    }
  }

  private mutating func perform(_ effects: ClientEffects) -> ChatEnding? {
    guard (try? Descriptor.write(effects.screen, to: STDOUT_FILENO)) != nil else {
      return .inputOutput
    }
    for line in effects.remembered { try? historyFile?.append(line + "\n") }
    if !effects.network.isEmpty, (try? stream.send(effects.network)) == nil {
      return perform(chat.connectionLost())
    }
    if effects.suspends {
      terminal.suspend()
      return perform(chat.resized(width: terminal.width))
    }
    return effects.exit
  }
}
