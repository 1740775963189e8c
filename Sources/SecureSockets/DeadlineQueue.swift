/// Moments at which something is due, the earliest first: a binary heap that cancels lazily.
///
/// An entry is 16 bytes and is not looked up again: whoever queued it knows whether it still
/// means anything when it comes out. Connections keep one entry while their deadline moves
/// later (see `TLSConnection.deadline`), so a busy connection costs the heap nothing.
struct DeadlineQueue {
  struct Entry: Equatable {
    let due: MonotonicTime
    let key: UInt64
  }

  private var heap: [Entry] = []
  private var staleCount = 0

  var count: Int { heap.count }

  /// When the earliest entry, stale or not, is due; `never` if there is none.
  var earliest: MonotonicTime { heap.first?.due ?? .never }

  mutating func push(_ due: MonotonicTime, key: UInt64) {
    heap.append(Entry(due: due, key: key))
    siftUp(heap.count - 1)
  }

  /// The earliest entry if it is due at `now`.
  mutating func pop(at now: MonotonicTime) -> Entry? {
    guard let first = heap.first, first.due <= now else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      siftDown(0)
    }
    return first
  }

  /// To be told of every entry that lost its meaning before it was due. Once half of many
  /// entries are stale they are swept out, so that a flood of short connections under a long
  /// idle deadline does not fill the memory; amortized O(1).
  mutating func entryBecameStale(isLive: (Entry) -> Bool) {
    staleCount += 1
    guard staleCount > 1024, staleCount > heap.count / 2 else { return }
    heap.removeAll { !isLive($0) }
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(index) }
    staleCount = 0
  }

  /// To be told when a stale entry came out by itself.
  mutating func staleEntryLeft() {
    staleCount = max(0, staleCount - 1)
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard heap[index].due < heap[parent].due else { return }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func siftDown(_ start: Int) {
    var index = start
    while true {
      let left = 2 * index + 1
      guard left < heap.count else { return }
      let right = left + 1
      let child = right < heap.count && heap[right].due < heap[left].due ? right : left
      guard heap[child].due < heap[index].due else { return }
      heap.swapAt(index, child)
      index = child
    }
  }
}
