import Vietnamese

/// A part of a sentence that was drawn out of a template.
enum Piece {
  case words(String)
  case symbol(SlotSymbol)
  case text(String)
  /// One to three words that nobody knows.
  case unknown
}

/// Draws samples of one template, each option in its turn, so that no wording is left out, and the
/// first of several more often.
struct Sampler {
  let wordings: Wordings
  /// What `{text}` may be.
  let texts: [String]
  /// How often each place of the template was visited.
  private var turns: [UInt64: Int] = [:]

  init(wordings: Wordings, texts: [String]) {
    self.wordings = wordings
    self.texts = texts
  }

  mutating func sample(_ template: Template) -> [Piece] {
    var pieces: [Piece] = []
    append(template, path: 1, to: &pieces)
    return pieces
  }

  private mutating func append(_ template: Template, path: UInt64, to pieces: inout [Piece]) {
    switch template {
    case .words(let words): pieces.append(.words(words))
    case .text(let text): pieces.append(.text(text))
    case .slot("text"):
      if !texts.isEmpty { pieces.append(.text(texts[turn(at: path, of: texts.count)])) }
    case .slot("unknown"): pieces.append(.unknown)
    case .slot(let name):
      if let symbols = Wordings.symbols[name] {
        pieces.append(.symbol(symbols[turn(at: path, of: symbols.count)]))
      } else if let values = wordings.lists[name] {
        appendOption(of: values, path: path, to: &pieces)
      }
    case .rule(let name):
      appendOption(of: wordings.rules[name] ?? [], path: path, to: &pieces)
    case .choice(let options): appendOption(of: options, path: path, to: &pieces)
    case .sequence(let parts):
      for (index, part) in parts.enumerated() {
        append(part, path: combined(path, UInt64(index)), to: &pieces)
      }
    }
  }

  private mutating func appendOption(
    of options: [Template], path: UInt64, to pieces: inout [Piece]
  ) {
    guard !options.isEmpty else { return }
    let index = turn(at: path, of: options.count)
    append(options[index], path: combined(path, UInt64(index) + 100), to: &pieces)
  }

  /// The next option at this place; each comes once before any comes twice.
  private mutating func turn(at path: UInt64, of count: Int) -> Int {
    if count == 1 { return 0 }
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
