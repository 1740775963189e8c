/// A syllable made out of keystrokes: its folded letters and its marks.
package struct KeyedSyllable: Sendable, Equatable {
  package private(set) var letters: [UInt8] = []
  package private(set) var marks = Marks()

  package var key: UInt64 { FoldedKey.key(letters.span) }

  mutating func append(_ letter: UInt8, mark: UInt8 = 0) {
    if mark != 0 { marks.setMark(mark, at: letters.count) }
    letters.append(letter)
  }

  mutating func setTone(_ tone: UInt8) { marks.setTone(tone) }

  mutating func setMark(_ mark: UInt8, at index: Int) { marks.setMark(mark, at: index) }

  func lastIndex(of letter: UInt8) -> Int? { letters.lastIndex(of: letter) }

  var hasVowel: Bool { letters.contains(where: SyllableShape.isVowel) }

  /// The horn of `w` or `7`: on "uo" both get it.
  mutating func setHorn() -> Bool {
    guard
      let vowel = letters.lastIndex(where: { $0 == UInt8(ascii: "o") || $0 == UInt8(ascii: "u") })
    else { return false }
    setMark(LetterMark.horn, at: vowel)
    if letters[vowel] == UInt8(ascii: "o"), vowel > 0, letters[vowel - 1] == UInt8(ascii: "u"),
      !(vowel > 1 && letters[vowel - 2] == UInt8(ascii: "q"))
    {
      setMark(LetterMark.horn, at: vowel - 1)
    }
    return true
  }
}

extension Marks {
  /// The mark on the letter at `index`, 0 to 7.
  package func mark(at index: Int) -> UInt8 {
    index < 8 ? UInt8(truncatingIfNeeded: bits >> UInt32(3 * index) & 7) : 0
  }
}
