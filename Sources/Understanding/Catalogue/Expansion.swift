import Vietnamese

/// Draws wordings out of templates.
struct Expansion: Sendable {
  let rules: [String: [Template]]
  /// Wordings of a list slot's values: `{milestone}`.
  let lists: [String: [Template]]

  /// Every wording of a template without slots, at most `limit`; `nil` beyond it.
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

  /// One wording, the choices made by `dice`. `texts` are what `{text}` may be.
  func sample(_ template: Template, texts: [[Item]], dice: inout Dice) -> [Item] {
    var items: [Item] = []
    append(template, texts: texts, dice: &dice, to: &items)
    return items
  }

  private func append(
    _ template: Template, texts: [[Item]], dice: inout Dice, to items: inout [Item]
  ) {
    switch template {
    case .words(let text): items += Expansion.items(of: text)
    case .slot("text"):
      if !texts.isEmpty { items += texts[dice.roll(texts.count)] }
    case .slot(let name):
      if let symbols = Expansion.symbols[name] {
        appendValue(symbols[dice.roll(symbols.count)], dice: &dice, to: &items)
      } else if let values = lists[name], !values.isEmpty {
        append(values[dice.roll(values.count)], texts: texts, dice: &dice, to: &items)
      }
    case .rule(let name):
      if let options = rules[name], !options.isEmpty {
        append(options[dice.roll(options.count)], texts: texts, dice: &dice, to: &items)
      }
    case .choice(let options):
      append(options[dice.roll(options.count)], texts: texts, dice: &dice, to: &items)
    case .sequence(let parts):
      for part in parts { append(part, texts: texts, dice: &dice, to: &items) }
    }
  }

  /// The speaker is a subject too.
  private func appendValue(_ symbol: SlotSymbol, dice: inout Dice, to items: inout [Item]) {
    items.append(Item(symbol))
  }

  /// What a slot of the catalogue may look like in a message.
  static let symbols: [String: [SlotSymbol]] = [
    "honour": [.honour], "subject": [.person, .unit, .household, .stranger, .person],
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

/// A small generator with a fixed start, so that the same files always give the same model.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// 0 up to `sides` - 1.
  mutating func roll(_ sides: Int) -> Int {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed(state) % UInt64(max(1, sides)))
  }
}
