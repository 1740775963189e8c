import Vietnamese

/// Words that lost the space between them: "dangky", "Lậphồ sơ", "dsvướng mắc".
struct WordsRunTogether {
  let vocabulary: Vocabulary
  let lexicon: Lexicon?

  /// One of them.
  struct Part {
    let key: UInt64
    /// `nil` where it was typed without.
    let marks: Marks?
    /// What it is short for.
    let fullForm: [Token]?

    /// The words that its neighbours stand beside.
    fileprivate var firstKey: UInt64 { fullForm?.first?.key ?? key }
    fileprivate var lastKey: UInt64 { fullForm?.last?.key ?? key }
  }

  /// A part with the best of what may follow it.
  private struct Step {
    let part: Part
    let length: Int
    let count: Int
    let fits: Int
    /// Its place among the steps that begin where it ends.
    let next: Int

    var cost: Double {
      WordsRunTogether.space * Double(count - 1) - WordsRunTogether.fit * Double(fits)
    }
  }

  /// A lost space is a slip like others; who stands side by side elsewhere speaks for it.
  private static let space = 0.9
  private static let fit = 0.5
  private static let lengths = 2...7
  private static let longest = 40

  /// The likeliest words, two at least, and what they cost beside a slip.
  func found(in word: Mender.Word) -> (parts: [Part], cost: Double)? {
    guard (4...WordsRunTogether.longest).contains(word.count) else { return nil }
    let letters = word.letters
    let written = word.marks.isEmpty ? [] : Array(word.written)
    // From the end: for each place the words that may stand there, each with the best that follow it.
    var steps = [[Step]](repeating: [], count: letters.count)
    for start in stride(from: letters.count - 2, through: 0, by: -1) {
      for length in WordsRunTogether.lengths where start + length <= letters.count {
        let end = start + length
        guard end == letters.count || !steps[end].isEmpty, length < letters.count,
          let part = part(letters[start..<end], written, start..<end)
        else { continue }
        steps[start].append(
          step(part, length, followers: end == letters.count ? nil : steps[end], word.next))
      }
    }
    let first = steps[0].indices.min {
      cost(steps[0][$0], after: word.previous) < cost(steps[0][$1], after: word.previous)
    }
    guard let first else { return nil }
    let best = steps[0][first]
    // "canada": many short words that nothing has side by side are none.
    guard best.count == 2 || best.fits > 0 else { return nil }
    return (parts(from: first, in: steps), cost(best, after: word.previous))
  }

  private func step(
    _ part: Part, _ length: Int, followers: [Step]?, _ nextWord: UInt64
  ) -> Step {
    guard let followers else {
      return Step(
        part: part, length: length, count: 1, fits: fits(part.lastKey, nextWord), next: -1)
    }
    let candidates = followers.indices.map { index in
      let follower = followers[index]
      return Step(
        part: part, length: length, count: follower.count + 1,
        fits: follower.fits + fits(part.lastKey, follower.part.firstKey), next: index)
    }
    return candidates.dropFirst().reduce(candidates[0]) { $1.cost < $0.cost ? $1 : $0 }
  }

  private func cost(_ step: Step, after previous: UInt64) -> Double {
    step.cost - WordsRunTogether.fit * Double(fits(previous, step.part.firstKey))
  }

  private func fits(_ one: UInt64, _ next: UInt64) -> Int {
    one == 0 || next == 0 ? 0 : vocabulary.fits(next, after: one, before: 0)
  }

  private func parts(from first: Int, in steps: [[Step]]) -> [Part] {
    var parts: [Part] = []
    var start = 0
    var index = first
    while index >= 0 {
      let step = steps[start][index]
      parts.append(step.part)
      start += step.length
      index = step.next
    }
    return parts
  }

  /// A word of the catalogue or a name; with its very own marks if it has any.
  private func part(
    _ letters: ArraySlice<UInt8>, _ written: [Character], _ range: Range<Int>
  ) -> Part? {
    let key = FoldedKey.key(Array(letters).span)
    guard vocabulary.knows(key) || lexicon?.hasWord(key) ?? false else { return nil }
    var marks: Marks?
    if written.count >= range.upperBound {
      let folded = FoldedText(String(written[range]))
      guard folded.syllables.count == 1, folded.syllables[0].key == key else { return nil }
      marks = folded.syllables[0].marks
    }
    if SyllableShape.shared.isSyllable(letters) {
      if let typed = marks, !isWord(key, typed) {
        guard typed.isEmpty else { return nil }
        marks = nil
      }
      return Part(key: key, marks: marks, fullForm: nil)
    }
    let fullForm = vocabulary.fullForm(of: key, marks ?? Marks())
    let isLong = letters.count > 2 || vocabulary.symbol(of: key) != key
    return isLong || fullForm != nil ? Part(key: key, marks: marks, fullForm: fullForm) : nil
  }

  private func isWord(_ key: UInt64, _ marks: Marks) -> Bool {
    vocabulary.knows(key, marks) || vocabulary.isReal(key, marks, isUnmarked: false)
      || lexicon?.hasWord(key) ?? false
  }
}
