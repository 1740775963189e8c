import Synchronization

/// How other threads reach a loop: values put in, taken by the loop a batch at a time and in
/// their order.
///
/// One lock and at most one wake-up per `put`; so put what belongs together in one call.
package final class Mailbox<Message: Sendable>: Sendable {
  private struct State {
    var messages: [Message] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let wakeUp: WakeUpCall

  init(_ wakeUp: WakeUpCall) {
    self.wakeUp = wakeUp
  }

  /// From any thread, the loop's own included. `false` if the loop has ended: then the message
  /// was dropped.
  @discardableResult
  package func put(_ message: Message) -> Bool {
    put(contentsOf: CollectionOfOne(message))
  }

  /// Like `put`, all or none, without other messages between them.
  @discardableResult
  package func put(contentsOf batch: some Collection<Message>) -> Bool {
    guard !batch.isEmpty else { return true }
    let (accepted, wasEmpty) = state.withLock { state in
      guard !state.isClosed else { return (false, false) }
      let wasEmpty = state.messages.isEmpty
      state.messages.append(contentsOf: batch)
      return (true, wasEmpty)
    }
    // Whoever found it empty rings; the loop takes everything, so the others need not.
    if wasEmpty { wakeUp.ring() }
    return accepted
  }

  /// Everything that was put since the last call. For the loop only.
  func take() -> [Message] {
    state.withLock { state in
      let batch = state.messages
      state.messages = []
      return batch
    }
  }

  /// Accepts nothing from now on; returns what nobody took.
  func close() -> [Message] {
    state.withLock { state in
      let rest = state.messages
      state.messages = []
      state.isClosed = true
      return rest
    }
  }
}
