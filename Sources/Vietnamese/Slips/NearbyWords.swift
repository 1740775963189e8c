/// Words one slip of the finger away, out of a fixed vocabulary.
///
/// An index of all words with one letter left out: what is one letter more, less, other or swapped
/// meets there. Eight look-ups for an unknown word, whatever the size of the vocabulary.
package struct NearbyWords: Sendable {
  /// Words shorter than this are never taken for slips of another.
  package static let shortest = 2

  private var heads = KeyTable()
  private var links: [(word: Int32, next: Int32)] = []
  private var words: [[UInt8]] = []

  package init() {}

  package var count: Int { words.count }

  /// The folded letters of a word.
  package func letters(_ word: Int32) -> [UInt8] { words[Int(word)] }

  /// Adds folded letters; the caller adds each word once.
  package mutating func insert(_ letters: [UInt8]) {
    guard (NearbyWords.shortest...8).contains(letters.count) else { return }
    words.append(letters)
    let word = Int32(words.count - 1)
    link(NearbyWords.packed(letters, leavingOut: -1), word)
    var previous: UInt8 = 0
    for index in letters.indices {
      // Leaving out either of two equal neighbours gives the same.
      if letters[index] != previous { link(NearbyWords.packed(letters, leavingOut: index), word) }
      previous = letters[index]
    }
  }

  /// Every word within one slip of `letters`, with what the slip costs: 0.4 for neighbouring keys
  /// and swaps, 0.5 for a letter lost or doubled, 0.7 otherwise.
  package func near(_ letters: [UInt8]) -> [(word: Int32, cost: Double)] {
    guard (NearbyWords.shortest...9).contains(letters.count) else { return [] }
    var found: [(word: Int32, cost: Double)] = []
    for skip in -1..<letters.count {
      let key = NearbyWords.packed(letters, leavingOut: skip)
      var link = heads[key] ?? -1
      while link >= 0 {
        let (word, next) = links[Int(link)]
        if !found.contains(where: { $0.word == word }),
          let cost = Slip.cost(from: letters, to: words[Int(word)])
        {
          found.append((word, cost))
        }
        link = next
      }
    }
    return found
  }

  private mutating func link(_ key: UInt64, _ word: Int32) {
    links.append((word, heads[key] ?? -1))
    heads.set(Int32(links.count - 1), for: key)
  }

  private static func packed(_ letters: [UInt8], leavingOut skip: Int) -> UInt64 {
    var key: UInt64 = 0
    for (index, letter) in letters.enumerated() where index != skip {
      key = key << 7 | UInt64(letter)
    }
    return key
  }
}

/// What a slip costs.
package enum Slip {
  /// `nil` if more than one slip lies between the two.
  package static func cost(from typed: [UInt8], to word: [UInt8]) -> Double? {
    var start = 0
    while start < typed.count, start < word.count, typed[start] == word[start] { start += 1 }
    var typedEnd = typed.count
    var wordEnd = word.count
    while typedEnd > start, wordEnd > start, typed[typedEnd - 1] == word[wordEnd - 1] {
      typedEnd -= 1
      wordEnd -= 1
    }
    switch (typedEnd - start, wordEnd - start) {
    case (0, 0): return 0
    case (1, 1): return isNeighbour(typed[start], word[start]) ? 0.4 : 0.7
    case (2, 2):
      return typed[start] == word[start + 1] && typed[start + 1] == word[start] ? 0.4 : nil
    case (1, 0), (0, 1): return 0.5
    default: return nil
    }
  }

  /// Side by side on the keyboard, or spelled alike by ear (tr/ch starts with one letter changed).
  private static func isNeighbour(_ one: UInt8, _ other: UInt8) -> Bool {
    guard let (row, column) = place(of: one), let (otherRow, otherColumn) = place(of: other) else {
      return false
    }
    return abs(row - otherRow) <= 1 && abs(column - otherColumn) <= 1
  }

  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }

  private static func place(of letter: UInt8) -> (Int, Int)? {
    for (row, letters) in rows.enumerated() {
      if let column = letters.firstIndex(of: letter) { return (row, column) }
    }
    return nil
  }
}
