/// The ways to write the same Vietnamese text.
package enum Spelling: Sendable, CaseIterable {
  /// Composed letters (NFC): how texts are kept.
  case composed
  /// Letters and combining marks (NFD), as some phones and archives write.
  case decomposed
  /// Bare letters.
  case unmarked
  /// Telex and VNI keystrokes.
  case telex, vni

  /// `text` spelled so; what is no Vietnamese letter stays as it is.
  package func applied(to text: String) -> String {
    var result = String.UnicodeScalarView()
    var word = Word()
    let table = LetterTable.shared
    for scalar in text.unicodeScalars {
      let letter = table.letter(scalar.value)
      if letter.packed != 0 {
        word.letters.append(letter)
      } else if (0x300...0x36F).contains(scalar.value), !word.letters.isEmpty {
        word.combine(scalar.value)
      } else {
        word.write(self, to: &result)
        word = Word()
        result.append(scalar)
      }
    }
    word.write(self, to: &result)
    return String(result)
  }

  private struct Word {
    var letters: [Letter] = []

    mutating func combine(_ scalar: UInt32) {
      let (mark, tone) = combining(scalar)
      let last = letters[letters.count - 1]
      letters[letters.count - 1] = Letter(
        base: last.base, mark: mark != 0 ? mark : last.mark, tone: tone != 0 ? tone : last.tone,
        isUpper: last.isUpper)
    }

    func write(_ spelling: Spelling, to result: inout String.UnicodeScalarView) {
      var tone: UInt8 = 0
      for letter in letters {
        if letter.tone != 0 { tone = letter.tone }
        switch spelling {
        case .composed: result.append(LetterNames.shared.scalar(letter))
        case .decomposed: result.append(contentsOf: LetterNames.decomposed(letter))
        case .unmarked: result.append(LetterNames.base(letter))
        case .telex:
          result.append(LetterNames.base(letter))
          if let key = Keys.telexMark(letter) { result.append(key) }
        case .vni:
          result.append(LetterNames.base(letter))
          if letter.mark != 0 { result.append(Keys.vniMarks[Int(letter.mark)]) }
        }
      }
      guard tone != 0 else { return }
      if spelling == .telex { result.append(Keys.telexTones[Int(tone)]) }
      if spelling == .vni { result.append(Keys.vniTones[Int(tone)]) }
    }
  }

  private enum Keys {
    static let telexTones: [Unicode.Scalar] = ["z", "f", "r", "x", "s", "j"]
    static let vniTones: [Unicode.Scalar] = ["0", "2", "3", "4", "1", "5"]
    static let vniMarks: [Unicode.Scalar] = ["0", "6", "8", "7", "9"]

    static func telexMark(_ letter: Letter) -> Unicode.Scalar? {
      switch letter.mark {
      case LetterMark.circumflex, LetterMark.stroke: Unicode.Scalar(letter.base)
      case LetterMark.breve, LetterMark.horn: "w"
      default: nil
      }
    }
  }
}

/// The letters by what they are made of.
private struct LetterNames {
  static let shared = LetterNames()

  private var scalars: [UInt16: Unicode.Scalar] = [:]

  private init() {
    for value in Array(0..<0x250) + Array(0x1E00..<0x1F00) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let letter = LetterTable.shared.letter(UInt32(value))
      // Đ of Vietnamese stands after Ð of Icelandic and wins; foreign letters are never written.
      if letter.packed != 0, value < 0x80 || letter.mark != 0 || letter.tone != 0 {
        scalars[letter.packed] = scalar
      }
    }
  }

  func scalar(_ letter: Letter) -> Unicode.Scalar {
    scalars[letter.packed] ?? LetterNames.base(letter)
  }

  static func base(_ letter: Letter) -> Unicode.Scalar {
    Unicode.Scalar(letter.isUpper ? letter.base - 32 : letter.base)
  }

  static func decomposed(_ letter: Letter) -> [Unicode.Scalar] {
    let marks: [Unicode.Scalar?] = [nil, "\u{302}", "\u{306}", "\u{31B}", nil]
    let tones: [Unicode.Scalar?] = [nil, "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    if letter.mark == LetterMark.stroke { return [letter.isUpper ? "Đ" : "đ"] }
    return [base(letter)]
      + [marks[Int(letter.mark)], tones[Int(letter.tone)]].compactMap { $0 }
      .sorted { $0.value == 0x323 && $1.value != 0x31B && $1.value != 0x323 }
  }
}
