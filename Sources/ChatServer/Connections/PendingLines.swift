import Wire

/// Lines that came while an earlier one was still being answered, in order.
struct PendingLines {
  enum Entry: Equatable {
    case line([UInt8], LineFault?)
    /// So many lines in a row were too many: they are not read, only answered.
    case refused(Int)
  }

  /// Those before `first` have been taken.
  private var entries: [Entry] = []
  private var first = 0

  var isEmpty: Bool { first == entries.count }

  /// How many places are held, taken ones included.
  var placeCount: Int { entries.count }

  /// Beyond `limit` entries a line is only counted, so that a flood costs no memory.
  mutating func put(_ line: Span<UInt8>, _ fault: LineFault?, limit: Int) {
    guard entries.count - first < limit else { return refuse() }
    var copy: [UInt8] = []
    copy.reserveCapacity(line.count)
    for index in line.indices { copy.append(line[index]) }
    entries.append(.line(copy, fault))
  }

  private mutating func refuse() {
    if case .refused(let count)? = entries.last, first < entries.count {
      entries[entries.count - 1] = .refused(count + 1)
    } else {
      entries.append(.refused(1))
    }
  }

  mutating func take() -> Entry? {
    guard first < entries.count else { return nil }
    let entry = entries[first]
    first += 1
    if first == entries.count {
      // Gives the storage back: most connections never wait.
      entries = []
      first = 0
    } else if first >= 32, first * 2 >= entries.count {
      // Whoever keeps several requests under way may never let it run empty.
      entries.removeFirst(first)
      first = 0
    }
    return entry
  }
}
