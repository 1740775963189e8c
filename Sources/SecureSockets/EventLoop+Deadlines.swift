extension EventLoop {
  /// Calls `body` once, on the loop, in the first turn at or after `moment`.
  @discardableResult
  package func wake(at moment: MonotonicTime, _ body: @escaping () -> Void) -> WakeUp {
    let wakeUp = timers.insert(body)
    deadlines.push(moment, key: UInt64(wakeUp.number))
    return wakeUp
  }

  /// Harmless if it has come already.
  package func cancel(_ wakeUp: WakeUp) {
    if timers.remove(wakeUp.number) != nil { aDeadlineBecameStale() }
  }

  /// Puts the connection's `due` into the queue; an entry that is in it already loses its
  /// meaning.
  func queueDeadline(of connection: TLSConnection) {
    let replaces = connection.queuedDue != .never
    connection.queuedDue = connection.due
    deadlines.push(connection.due, key: connection.id.raw)
    if replaces { aDeadlineBecameStale() }
  }

  func forgetDeadline(of connection: TLSConnection) {
    guard connection.queuedDue != .never else { return }
    connection.queuedDue = .never
    aDeadlineBecameStale()
  }

  func fireDeadlines() {
    while let entry = deadlines.pop(at: now) {
      let id = ConnectionID(raw: entry.key)
      if id.isConnection, let connection = connections[id], connection.queuedDue == entry.due {
        connection.deadlineCame()
      } else if !id.isConnection, let body = timers.remove(UInt32(entry.key)) {
        body()
      } else {
        deadlines.staleEntryLeft()
      }
    }
  }

  private func aDeadlineBecameStale() {
    deadlines.entryBecameStale { [connections, timers] entry in
      let id = ConnectionID(raw: entry.key)
      guard id.isConnection else { return timers.contains(UInt32(entry.key)) }
      return connections[id]?.queuedDue == entry.due
    }
  }
}

/// The name of a one-shot timer, for `EventLoop.cancel`.
package struct WakeUp: Hashable {
  let number: UInt32
}

/// What the one-shot timers of a loop will do.
struct TimerTable {
  private var bodies: [UInt32: () -> Void] = [:]
  private var lastNumber: UInt32 = 0

  mutating func insert(_ body: @escaping () -> Void) -> WakeUp {
    repeat { lastNumber &+= 1 } while bodies[lastNumber] != nil
    bodies[lastNumber] = body
    return WakeUp(number: lastNumber)
  }

  mutating func remove(_ number: UInt32) -> (() -> Void)? {
    bodies.removeValue(forKey: number)
  }

  func contains(_ number: UInt32) -> Bool { bodies[number] != nil }
}
