/// What lives on one loop under a `ConnectionID`, found by it in constant time.
struct ConnectionTable<Element> {
  private struct Slot {
    var element: Element?
    var generation: UInt32
  }

  private let loop: Int
  private var slots: [Slot] = []
  private var free: [Int] = []

  init(loop: Int) {
    precondition(loop < ConnectionID.loopLimit, "more loops than a ConnectionID can name")
    self.loop = loop
  }

  var count: Int { slots.count - free.count }

  var all: [Element] { slots.compactMap(\.element) }

  subscript(id: ConnectionID) -> Element? {
    guard id.loop == loop, id.slot < slots.count else { return nil }
    let slot = slots[id.slot]
    return slot.generation == id.generation ? slot.element : nil
  }

  /// Gives `make` the name of a free slot and keeps there what it makes.
  mutating func insert(_ make: (ConnectionID) -> Element) -> Element {
    if free.isEmpty {
      precondition(slots.count < ConnectionID.slotLimit, "more than a ConnectionID can name")
      slots.append(Slot(element: nil, generation: 1))
      free.append(slots.count - 1)
    }
    let index = free.removeLast()
    let id = ConnectionID(loop: loop, slot: index, generation: slots[index].generation)
    let element = make(id)
    slots[index].element = element
    return element
  }

  /// From here on the name is dead; the slot's next element has another.
  mutating func remove(_ id: ConnectionID) {
    guard self[id] != nil else { return }
    let next = slots[id.slot].generation &+ 1
    slots[id.slot] = Slot(element: nil, generation: max(1, next))
    free.append(id.slot)
  }
}
