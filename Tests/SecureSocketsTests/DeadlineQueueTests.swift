import Testing

@testable import SecureSockets

@Suite struct DeadlineQueueTests {
  @Test func theEarliestComesFirst() {
    var queue = DeadlineQueue()
    for due in [50, 10, 40, 20, 30, 10] { queue.push(at(due), key: UInt64(due)) }
    #expect(queue.earliest == at(10))
    var order: [UInt64] = []
    while let entry = queue.pop(at: at(100)) { order.append(entry.key) }
    #expect(order == [10, 10, 20, 30, 40, 50])
    #expect(queue.earliest == .never)
  }

  @Test func nothingComesBeforeItIsDue() {
    var queue = DeadlineQueue()
    queue.push(at(10), key: 1)
    #expect(queue.pop(at: at(9)) == nil)
    #expect(queue.pop(at: at(10))?.key == 1)
    #expect(queue.pop(at: at(10)) == nil)
  }

  @Test func anyOrderOfThousandsComesOutSorted() {
    var queue = DeadlineQueue()
    var random = SystemRandomNumberGenerator()
    for key in 0..<10_000 {
      queue.push(at(Int.random(in: 0..<5000, using: &random)), key: UInt64(key))
    }
    var last = at(0)
    var count = 0
    while let entry = queue.pop(at: .never) {
      #expect(last <= entry.due)
      last = entry.due
      count += 1
    }
    #expect(count == 10_000)
  }

  @Test func staleEntriesAreSweptOutOnceTheyAreTheMost() {
    var queue = DeadlineQueue()
    for key in 0..<4000 { queue.push(at(4000 - key), key: UInt64(key)) }
    for _ in 0..<2000 { queue.entryBecameStale { $0.key % 2 == 0 } }
    #expect(queue.count == 4000)
    queue.entryBecameStale { $0.key % 2 == 0 }
    #expect(queue.count == 2000)
    var last = at(0)
    while let entry = queue.pop(at: .never) {
      #expect(entry.key % 2 == 0)
      #expect(last < entry.due)
      last = entry.due
    }
  }

  private func at(_ nanoseconds: Int) -> MonotonicTime {
    MonotonicTime(nanoseconds: Int64(nanoseconds))
  }
}
