/// Words one slip of the finger away, out of a fixed vocabulary.
///
/// An index of all words with one letter left out: what is one letter more, less, other or swapped
/// meets there. At most nine look-ups for an unknown word, whatever the size of the vocabulary.
package struct NearbyWords: Sendable {
  private var heads = KeyTable()
  private var links: [(word: UInt64, next: Int32)] = []

  package init() {}

  /// Adds the packed key of a word of two to eight letters; others are passed over. The caller
  /// adds each word once.
  package mutating func insert(_ word: UInt64) {
    let count = Slip.count(word)
    guard (2...8).contains(count), word >> 63 == 0, word & 0xff >= 0x61 else { return }
    link(word, word)
    var previous: UInt64 = 0
    for index in 0..<count {
      // Leaving out either of two equal neighbours gives the same.
      let letter = word >> UInt64(8 * index) & 0xff
      if letter != previous { link(Slip.leavingOut(index, of: word), word) }
      previous = letter
    }
  }

  /// Calls `body` with every word within one slip of `typed`, and what the slip costs. A word may
  /// come more than once.
  package func visitNear(_ typed: UInt64, _ body: (UInt64, Double) -> Void) {
    let count = Slip.count(typed)
    guard (2...8).contains(count), typed >> 63 == 0, typed & 0xff >= 0x61 else { return }
    offer(typed, typed, body)
    for index in 0..<count { offer(Slip.leavingOut(index, of: typed), typed, body) }
  }

  private func offer(_ key: UInt64, _ typed: UInt64, _ body: (UInt64, Double) -> Void) {
    var link = heads[key] ?? -1
    while link >= 0 {
      let (word, next) = links[Int(link)]
      if let cost = Slip.cost(from: typed, to: word) { body(word, cost) }
      link = next
    }
  }

  private mutating func link(_ key: UInt64, _ word: UInt64) {
    links.append((word, heads[key] ?? -1))
    heads.set(Int32(links.count - 1), for: key)
  }
}
