import Vietnamese

/// Draws wordings out of templates.
struct Expansion: Sendable {
  let rules: [String: [Template]]
  /// Wordings of a list slot's values: `{milestone}`.
  let lists: [String: [Template]]

  /// Every wording of a template without free text, at most `limit`; `nil` beyond it.
  func all(_ template: Template, limit: Int) -> [[Item]]? {
    switch template {
    case .words(let text): return [Expansion.items(of: text)]
    case .slot(let name):
      guard let symbol = Expansion.symbols[name]?.first else { return nil }
      return [[Item(symbol)]]
    case .rule(let name): return allOptions(rules[name] ?? [], limit: limit)
    case .choice(let options): return allOptions(options, limit: limit)
    case .sequence(let parts):
      var results: [[Item]] = [[]]
      for part in parts {
        guard let tails = all(part, limit: limit), results.count * tails.count <= limit else {
          return nil
        }
        results = results.flatMap { head in tails.map { head + $0 } }
      }
      return results
    }
  }

  private func allOptions(_ options: [Template], limit: Int) -> [[Item]]? {
    var results: [[Item]] = []
    for option in options {
      guard let wordings = all(option, limit: limit - results.count) else { return nil }
      results += wordings
    }
    return results.count <= limit ? results : nil
  }

  /// How many samples meet every option of a template at least once.
  func breadth(_ template: Template) -> Int {
    switch template {
    case .words: 1
    case .slot(let name): Expansion.symbols[name]?.count ?? lists[name]?.count ?? 4
    case .rule(let name): (rules[name] ?? []).reduce(0) { $0 + breadth($1) }
    case .choice(let options): options.reduce(0) { $0 + breadth($1) }
    case .sequence(let parts): parts.reduce(1) { max($0, breadth($1)) }
    }
  }

  /// What a slot of the catalogue may look like in a message.
  static let symbols: [String: [SlotSymbol]] = [
    "honour": [.honour], "subject": [.person, .unit, .person, .household, .stranger, .person],
    "person": [.person], "stranger": [.stranger], "household": [.household],
    "unit": [.unit], "campaign": [.campaign], "year": [.year], "date": [.date], "time": [.time],
    "duration": [.duration], "number": [.number], "percent": [.percent],
  ]

  /// What "đ/c" is short for.
  static let comrade = items(of: "đồng chí")

  /// The words of a template; "=" before one makes it strict about its marks.
  static func items(of text: String) -> [Item] {
    let folded = FoldedText(text)
    return folded.syllables.enumerated().map { index, syllable in
      guard syllable.isWord else {
        return Item(
          key: syllable.isNumber ? Item.numberKey(syllable.key) : Item.percentKey, marks: Marks(),
          first: index, last: index)
      }
      let isStrict = folded.gaps[index].sign == UInt8(ascii: "=")
      return Item(
        key: syllable.key, marks: syllable.marks, first: index, last: index,
        flags: isStrict ? .strict : [])
    }
  }
}
