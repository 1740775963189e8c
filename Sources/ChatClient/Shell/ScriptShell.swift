/// Runs a `ScriptChat` on standard input and output. Decides nothing.
struct ScriptShell {
  private let stream: any ByteStream
  private let streams: StandardStreams
  private var chat: ScriptChat
  private var inputHasEnded = false

  init(_ stream: any ByteStream, user: String?, streams: StandardStreams = .init()) {
    self.stream = stream
    self.streams = streams
    chat = ScriptChat(user: user)
  }

  /// Returns when standard input has ended and everything is answered, or the server is gone.
  mutating func run() -> ChatEnding {
    while true {
      if let status = turn() { return status }
    }
  }

  private mutating func turn() -> ChatEnding? {
    let readsInput = !inputHasEnded && chat.wantsInput
    let ready = Descriptor.wait(
      for: readsInput ? [streams.input, stream.descriptor] : [stream.descriptor])
    if ready.contains(stream.descriptor), let status = readServer() { return status }
    if readsInput, ready.contains(streams.input), let status = readInput() { return status }
    return nil
  }

  private mutating func readInput() -> ChatEnding? {
    guard let bytes = try? Descriptor.read(streams.input) else { return .inputOutput }
    inputHasEnded = bytes.isEmpty
    return perform(inputHasEnded ? chat.inputEnded() : chat.typed(bytes))
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
    do {
      try Descriptor.write(effects.screen, to: streams.output)
      try Descriptor.write(effects.errors, to: streams.errors)
    } catch {
      return .inputOutput
    }
    if !effects.network.isEmpty, (try? stream.send(effects.network)) == nil {
      return perform(chat.connectionLost())
    }
    return effects.exit
  }
}
