/// VNI keystrokes that were not turned into marks: `d9a8ng ky1`.
package enum VNI {
  /// The syllable typed as letters and digits, or `nil` if they are none. One letter may be a name: "A2".
  package static func decoded(_ keys: ArraySlice<UInt8>, _ marks: Marks) -> KeyedSyllable? {
    guard (2...12).contains(keys.count) else { return nil }
    var syllable = KeyedSyllable()
    var digits = 0
    for key in keys {
      if key >= UInt8(ascii: "0"), key <= UInt8(ascii: "9") {
        guard apply(key, to: &syllable) else { return nil }
        digits += 1
      } else {
        syllable.append(key, mark: marks.mark(at: syllable.letters.count))
      }
    }
    guard digits > 0, SyllableShape.shared.isSyllable(syllable.letters[...]) else { return nil }
    return syllable
  }

  /// The letters if the only digits are the 9 of a "d9": `CSTD9CS`.
  package static func withoutStrokes(_ keys: ArraySlice<UInt8>) -> [UInt8]? {
    var letters: [UInt8] = []
    for key in keys {
      if key == UInt8(ascii: "9"), letters.last == UInt8(ascii: "d") { continue }
      guard key > UInt8(ascii: "9") else { return nil }
      letters.append(key)
    }
    return letters.count < keys.count ? letters : nil
  }

  private static func apply(_ digit: UInt8, to syllable: inout KeyedSyllable) -> Bool {
    switch digit {
    case UInt8(ascii: "1"): tone(Tone.acute, &syllable)
    case UInt8(ascii: "2"): tone(Tone.grave, &syllable)
    case UInt8(ascii: "3"): tone(Tone.hook, &syllable)
    case UInt8(ascii: "4"): tone(Tone.tilde, &syllable)
    case UInt8(ascii: "5"): tone(Tone.dot, &syllable)
    case UInt8(ascii: "6"): circumflex(&syllable)
    case UInt8(ascii: "7"): syllable.setHorn()
    case UInt8(ascii: "8"): breve(&syllable)
    case UInt8(ascii: "9"): stroke(&syllable)
    default: tone(0, &syllable)
    }
  }

  private static func tone(_ tone: UInt8, _ syllable: inout KeyedSyllable) -> Bool {
    guard syllable.hasVowel else { return false }
    syllable.setTone(tone)
    return true
  }

  private static func circumflex(_ syllable: inout KeyedSyllable) -> Bool {
    guard
      let index = syllable.letters.lastIndex(where: {
        $0 == UInt8(ascii: "a") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "o")
      })
    else { return false }
    syllable.setMark(LetterMark.circumflex, at: index)
    return true
  }

  private static func breve(_ syllable: inout KeyedSyllable) -> Bool {
    guard let index = syllable.lastIndex(of: UInt8(ascii: "a")) else { return false }
    syllable.setMark(LetterMark.breve, at: index)
    return true
  }

  private static func stroke(_ syllable: inout KeyedSyllable) -> Bool {
    guard let index = syllable.lastIndex(of: UInt8(ascii: "d")) else { return false }
    syllable.setMark(LetterMark.stroke, at: index)
    return true
  }
}
