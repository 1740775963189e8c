import Vietnamese

/// What happens to a message between the head and the wire.
package enum Noise: String, CaseIterable, Sendable {
  case clean
  case decomposed = "NFD"
  case oldTones = "old tones"
  case caseAndSpacing = "case, spacing"
  case unmarked = "no marks"
  case slips, telex, vni

  /// The message with this noise; the same seed always gives the same.
  package func applied(to text: String, seed: UInt64) -> String {
    var dice = NoiseDice(seed: seed)
    switch self {
    case .clean: return text
    case .decomposed: return Spelling.decomposed.applied(to: text)
    case .oldTones: return Noise.withOldTones(text)
    case .caseAndSpacing: return Noise.spaced(text, &dice)
    case .unmarked: return Spelling.unmarked.applied(to: text)
    case .slips: return Noise.slipped(text, &dice)
    case .telex: return Noise.respelled(text, .telex, &dice)
    case .vni: return Noise.respelled(text, .vni, &dice)
    }
  }

  /// Nothing but the writing differs: texts must come out as they are, but for case.
  package var keepsText: Bool { self == .clean || self == .decomposed }

  private static func withOldTones(_ text: String) -> String {
    var result = text
    for (new, old) in [
      ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"),
      ("óe", "oé"), ("ỏe", "oẻ"), ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"),
      ("ụy", "uỵ"),
    ] {
      result = result.split(separator: " ", omittingEmptySubsequences: false).map { word in
        word.hasSuffix(new) ? word.dropLast(2) + old : word[...]
      }.joined(separator: " ")
    }
    return result
  }

  private static func spaced(_ text: String, _ dice: inout NoiseDice) -> String {
    let words = text.split(separator: " ")
    switch dice.roll(7) {
    case 0: return text.uppercased()
    case 5: return words.map(capitalized).joined(separator: " ")
    case 1:
      return text.lowercased().filter { !",.:?!;".contains($0) || text.contains(where: \.isNumber) }
    case 2: return "  " + words.joined(separator: "   ") + " "
    case 3: return words.joined(separator: " \u{200B}") + " 😀"
    case 4: return fullWidth(text, &dice)
    default: return glued(words, &dice) + "!!!"
    }
  }

  /// As some telephones write every word.
  private static func capitalized(_ word: Substring) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Some letters and digits as East Asian keyboards write them.
  private static func fullWidth(_ text: String, _ dice: inout NoiseDice) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      let wide = Unicode.Scalar(scalar.value + 0xFEE0)
      result.append(isPlain && dice.roll(2) == 0 ? wide ?? scalar : scalar)
    }
    return String(result)
  }

  /// One space lost between two words.
  private static func glued(_ words: [Substring], _ dice: inout NoiseDice) -> String {
    guard words.count > 3 else { return words.joined(separator: " ") }
    let place = dice.roll(words.count - 1)
    let canGlue = words[place].last?.isLetter ?? false && words[place + 1].first?.isLetter ?? false
    return words.enumerated().map { index, word in
      index == 0 || index == place + 1 && canGlue ? String(word) : " " + word
    }.joined()
  }

  /// One slip for about seven words, never in digits.
  private static func slipped(_ text: String, _ dice: inout NoiseDice) -> String {
    var words = text.split(separator: " ").map { Array($0) }
    let slips = max(1, words.count / 7)
    for _ in 0..<slips {
      let long = words.indices.filter { index in
        words[index].count > 2 && words[index].allSatisfy(\.isLetter)
      }
      guard !long.isEmpty else { break }
      let word = long[dice.roll(long.count)]
      let place = dice.roll(words[word].count)
      switch dice.roll(4) {
      case 0 where place + 1 < words[word].count: words[word].swapAt(place, place + 1)
      case 1: words[word].remove(at: place)
      case 2: words[word].insert(words[word][place], at: place)
      default: words[word][place] = neighbour(of: words[word][place], &dice)
      }
    }
    return words.map { String($0) }.joined(separator: " ")
  }

  private static func neighbour(of letter: Character, _ dice: inout NoiseDice) -> Character {
    let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0) }
    let bare = Spelling.unmarked.applied(to: String(letter)).lowercased().first ?? letter
    for row in rows {
      guard let place = row.firstIndex(of: bare) else { continue }
      return row[
        place == 0 ? 1 : place == row.count - 1 || dice.roll(2) == 0 ? place - 1 : place + 1]
    }
    return letter
  }

  /// About half of the words in keystrokes.
  private static func respelled(
    _ text: String, _ spelling: Spelling, _ dice: inout NoiseDice
  ) -> String {
    text.split(separator: " ").map { word in
      dice.roll(2) == 0 ? spelling.applied(to: String(word)) : String(word)
    }.joined(separator: " ")
  }
}

/// A small generator with a fixed start.
package struct NoiseDice {
  private var state: UInt64

  package init(seed: UInt64) { state = mixed(seed) }

  package mutating func roll(_ sides: Int) -> Int {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed(state) % UInt64(max(1, sides)))
  }
}
