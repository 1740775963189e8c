import Vietnamese

/// Writes templates out.
struct Wordings: Sendable {
  let rules: [String: [Template]]
  /// Wordings of a list slot's values: `{milestone}`.
  let lists: [String: [Template]]

  init(_ catalogue: IntentCatalogue) {
    rules = catalogue.rules
    lists = catalogue.lists.mapValues { $0.flatMap(\.wordings) }
  }

  /// Every wording of a template without free text, at most `limit`; `nil` beyond it.
  func all(_ template: Template, limit: Int) -> [[Token]]? {
    switch template {
    case .words(let text): return [Wordings.tokens(of: text)]
    case .slot(let name):
      guard let symbol = Wordings.symbols[name]?.first else { return nil }
      return [[Token(symbol)]]
    case .text: return nil
    case .rule(let name): return allOptions(rules[name] ?? [], limit: limit)
    case .choice(let options): return allOptions(options, limit: limit)
    case .sequence(let parts):
      var results: [[Token]] = [[]]
      for part in parts {
        guard let tails = all(part, limit: limit), results.count * tails.count <= limit else {
          return nil
        }
        results = results.flatMap { head in tails.map { head + $0 } }
      }
      return results
    }
  }

  private func allOptions(_ options: [Template], limit: Int) -> [[Token]]? {
    var results: [[Token]] = []
    for option in options {
      guard let wordings = all(option, limit: limit - results.count) else { return nil }
      results += wordings
    }
    return results.count <= limit ? results : nil
  }

  /// How many samples meet every option of a template at least once.
  func breadth(_ template: Template) -> Int {
    switch template {
    case .words, .text: 1
    case .slot(let name): Wordings.symbols[name]?.count ?? lists[name]?.count ?? 4
    case .rule(let name): (rules[name] ?? []).reduce(0) { $0 + breadth($1) }
    case .choice(let options): options.reduce(0) { $0 + breadth($1) }
    case .sequence(let parts): parts.reduce(1) { max($0, breadth($1)) }
    }
  }

  /// What a slot of the catalogue may look like in a message, in the order of its turns. Now and then
  /// a person is one whom the lexicon does not have.
  static let symbols: [String: [SlotSymbol]] = [
    "honour": [.honour], "subject": [.person, .unit, .person, .household, .stranger, .person],
    "person": [.person, .person, .stranger, .person, .person], "stranger": [.stranger],
    "household": [.household],
    "unit": [.unit], "campaign": [.campaign], "year": [.year], "date": [.date],
    "time": [.time, .date, .time, .duration],
    "duration": [.duration], "number": [.number], "percent": [.percent],
  ]

  /// The words of a phrase as they stand; "=" before one makes it strict about its marks.
  static func tokens(of text: String) -> [Token] {
    let folded = FoldedText(text)
    return folded.syllables.enumerated().map { index, syllable in
      var token = Token(
        key: syllable.key, marks: syllable.marks, first: index, last: index, gap: syllable.gap)
      switch syllable.kind {
      case .number:
        token.key = Token.numberKey(syllable.key)
        token.flags.insert(.number)
      case .percent: token.key = Token.percentKey
      case .word: if syllable.gap.sign == UInt8(ascii: "=") { token.flags.insert(.strict) }
      }
      return token
    }
  }
}
