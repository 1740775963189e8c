import Vietnamese

/// Draws samples of one template, each option in its turn, so that no wording is left out, and the
/// first of several more often.
struct Sampler {
  let expansion: Expansion
  /// What `{text}` may be.
  let texts: [[Item]]
  /// How often each place of the template was visited.
  private var turns: [UInt64: Int] = [:]
  private var dice: Dice

  init(expansion: Expansion, texts: [[Item]], seed: UInt64) {
    self.expansion = expansion
    self.texts = texts
    dice = Dice(seed: seed)
  }

  mutating func sample(_ template: Template) -> [Item] {
    var items: [Item] = []
    append(template, path: 1, to: &items)
    return items
  }

  private mutating func append(_ template: Template, path: UInt64, to items: inout [Item]) {
    switch template {
    case .words(let text): items += Expansion.items(of: text)
    case .slot("text"):
      if !texts.isEmpty { items += texts[turn(at: path, of: texts.count)] }
    case .slot("unknown"): appendUnknown(to: &items)
    case .slot(let name):
      if let symbols = Expansion.symbols[name] {
        items.append(Item(symbols[turn(at: path, of: symbols.count)]))
      } else if let values = expansion.lists[name] {
        appendOption(of: values, path: path, to: &items)
      }
    case .rule(let name):
      appendOption(of: expansion.rules[name] ?? [], path: path, to: &items)
    case .choice(let options): appendOption(of: options, path: path, to: &items)
    case .sequence(let parts):
      for (index, part) in parts.enumerated() {
        append(part, path: combined(path, UInt64(index)), to: &items)
      }
    }
  }

  private mutating func appendOption(
    of options: [Template], path: UInt64, to items: inout [Item]
  ) {
    guard !options.isEmpty else { return }
    let index = turn(at: path, of: options.count)
    append(options[index], path: combined(path, UInt64(index) + 100), to: &items)
  }

  /// One to three words that nobody knows.
  private mutating func appendUnknown(to items: inout [Item]) {
    for _ in 0...dice.roll(3) {
      items.append(
        Item(key: 1 << 63 | UInt64(dice.roll(1_000_000)), marks: Marks(), first: 0, last: 0))
    }
  }

  /// The next option at this place; each comes once before any comes twice.
  private mutating func turn(at path: UInt64, of count: Int) -> Int {
    let visits = turns[path, default: Int(mixed(path) % UInt64(count))]
    turns[path] = visits + 1
    // The first option is the usual one: it comes every third time beside its own turns.
    if count > 3, visits % 3 == 0 { return 0 }
    let turn = count > 3 ? visits - visits / 3 - 1 : visits
    // A stride without common divisor mixes options of neighbouring places.
    return turn * Sampler.stride(of: count) % count
  }

  private static func stride(of count: Int) -> Int {
    for candidate in [7, 5, 3, 2] where candidate < count && count % candidate != 0 {
      return candidate
    }
    return 1
  }
}
