import Wire

/// Lines that came while an earlier one was still being answered, in order.
struct PendingLines {
  enum Entry {
    case line([UInt8], LineFault?)
    /// There were too many: this one is not read, only answered.
    case refused
  }

  private var entries: [Entry] = []
  private var first = 0

  var isEmpty: Bool { first == entries.count }

  /// False if `limit` lines wait already.
  mutating func put(_ line: Span<UInt8>, _ fault: LineFault?, limit: Int) -> Bool {
    guard entries.count - first < limit else { return false }
    var copy: [UInt8] = []
    copy.reserveCapacity(line.count)
    for index in line.indices { copy.append(line[index]) }
    entries.append(.line(copy, fault))
    return true
  }

  mutating func putRefused() {
    entries.append(.refused)
  }

  mutating func take() -> Entry? {
    guard first < entries.count else { return nil }
    let entry = entries[first]
    first += 1
    if first == entries.count {
      // Gives the storage back: most connections never wait.
      entries = []
      first = 0
    }
    return entry
  }
}
