import Testing

@testable import SecureSockets

@Suite struct ConnectionTableTests {
  @Test func aReusedSlotHasANewName() {
    var table = ConnectionTable<String>(loop: 3)
    var names: [ConnectionID] = []
    for text in ["a", "b", "c"] {
      _ = table.insert { id in
        names.append(id)
        return text
      }
    }
    #expect(names.map(\.loop) == [3, 3, 3])
    #expect(names.map(\.slot) == [0, 1, 2])
    table.remove(names[1])
    #expect(table[names[1]] == nil)
    _ = table.insert { id in
      names.append(id)
      return "d"
    }
    #expect(names[3].slot == 1)
    #expect(table[names[1]] == nil)
    #expect(table[names[3]] == "d")
    #expect(table.count == 3)
    #expect(table.all == ["a", "d", "c"])
  }

  @Test func aDeadNameRemovesNobody() {
    var table = ConnectionTable<String>(loop: 0)
    var names: [ConnectionID] = []
    _ = table.insert { id in
      names.append(id)
      return "a"
    }
    table.remove(names[0])
    _ = table.insert { id in
      names.append(id)
      return "b"
    }
    table.remove(names[0])
    #expect(table[names[1]] == "b")
  }

  @Test func namesOfOtherLoopsAreUnknown() {
    var table = ConnectionTable<String>(loop: 0)
    _ = table.insert { _ in "a" }
    #expect(table[ConnectionID(loop: 1, slot: 0, generation: 1)] == nil)
    #expect(table[ConnectionID(loop: 0, slot: 7, generation: 1)] == nil)
    #expect(table[ConnectionID(loop: 0, slot: 0, generation: 1)] == "a")
  }

  @Test func theLargestNameFits() {
    let id = ConnectionID(loop: 255, slot: (1 << 24) - 1, generation: .max)
    #expect(id.loop == 255)
    #expect(id.slot == (1 << 24) - 1)
    #expect(id.generation == .max)
    #expect(id.isConnection)
    #expect(!ConnectionID(raw: 1 << 31).isConnection)
  }
}
