/// Telex keystrokes that were not turned into marks: `ddawng kys`, `hoof sow`, `đawng`.
package enum Telex {
  /// The syllable typed, or `nil` if the letters are no Telex. Keys may stand anywhere after their
  /// letter; marks that are there already are kept.
  package static func decoded(_ letters: ArraySlice<UInt8>, _ marks: Marks) -> KeyedSyllable? {
    guard letters.count <= 12 else { return nil }
    var syllable = KeyedSyllable()
    var keys = 0
    if marks.tone != 0 { syllable.setTone(marks.tone) }
    for (offset, letter) in letters.enumerated() {
      if apply(letter, to: &syllable) {
        keys += 1
      } else {
        syllable.append(letter, mark: marks.mark(at: offset))
      }
    }
    guard keys > 0, SyllableShape.shared.isSyllable(syllable.letters[...]) else { return nil }
    return syllable
  }

  /// Whether the letter is a key that changes what was typed before.
  private static func apply(_ letter: UInt8, to syllable: inout KeyedSyllable) -> Bool {
    switch letter {
    case UInt8(ascii: "s"): tone(Tone.acute, &syllable)
    case UInt8(ascii: "f"): tone(Tone.grave, &syllable)
    case UInt8(ascii: "r"): tone(Tone.hook, &syllable)
    case UInt8(ascii: "x"): tone(Tone.tilde, &syllable)
    case UInt8(ascii: "j"): tone(Tone.dot, &syllable)
    case UInt8(ascii: "z"): tone(0, &syllable)
    case UInt8(ascii: "w"): horn(&syllable)
    case UInt8(ascii: "d"): stroke(&syllable)
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"): circumflex(letter, &syllable)
    default: false
    }
  }

  private static func tone(_ tone: UInt8, _ syllable: inout KeyedSyllable) -> Bool {
    guard syllable.hasVowel else { return false }
    syllable.setTone(tone)
    return true
  }

  private static func horn(_ syllable: inout KeyedSyllable) -> Bool {
    if let last = syllable.letters.lastIndex(where: {
      $0 == UInt8(ascii: "a") || $0 == UInt8(ascii: "o") || $0 == UInt8(ascii: "u")
    }) {
      if syllable.letters[last] == UInt8(ascii: "a") {
        // "ưa" is typed "uwa" or "uaw".
        if last > 0, last == syllable.letters.count - 1,
          syllable.letters[last - 1] == UInt8(ascii: "u"),
          !(last > 1 && syllable.letters[last - 2] == UInt8(ascii: "q"))
        {
          syllable.setMark(LetterMark.horn, at: last - 1)
        } else {
          syllable.setMark(LetterMark.breve, at: last)
        }
        return true
      }
      return syllable.setHorn()
    }
    syllable.append(UInt8(ascii: "u"), mark: LetterMark.horn)
    return true
  }

  private static func stroke(_ syllable: inout KeyedSyllable) -> Bool {
    guard syllable.letters.first == UInt8(ascii: "d"), syllable.marks.mark(at: 0) == 0 else {
      return false
    }
    syllable.setMark(LetterMark.stroke, at: 0)
    return true
  }

  private static func circumflex(_ letter: UInt8, _ syllable: inout KeyedSyllable) -> Bool {
    guard let index = syllable.lastIndex(of: letter), syllable.marks.mark(at: index) == 0,
      !syllable.letters[(index + 1)...].contains(where: SyllableShape.isVowel)
    else { return false }
    syllable.setMark(LetterMark.circumflex, at: index)
    return true
  }
}
