import Vietnamese

/// A message with its values replaced by symbols, and what rules and lists occur in it.
///
/// A class, because several readers look at it.
final class Stream {
  let items: [Item]
  let occurrences: [Grammar.Occurrence]
  let signals: SignalMap

  /// `occurrences`: what occurs in `raw`, which holds where no value was found.
  init(
    _ raw: [Item], _ spans: [ValueSpan], _ grammar: Grammar, occurrences: [Grammar.Occurrence]
  ) {
    var items = spans.isEmpty ? raw : Stream.replaced(raw, spans)
    self.occurrences = spans.isEmpty ? occurrences : grammar.occurrences(in: items)
    signals = SignalMap(self.occurrences, grammar)
    Stream.markFillers(&items, signals)
    self.items = items
  }

  /// For sentences of the catalogue, whose values are symbols already.
  convenience init(_ items: [Item], _ grammar: Grammar) {
    self.init(items, [], grammar, occurrences: grammar.occurrences(in: items))
  }

  /// Whether a question word stands anywhere, or a question's ending at the end.
  var isAsking: Bool {
    if signals.mask(.questionWord) | signals.mask(.questionFrame) != 0 { return true }
    guard let last = lastWord, last > 0 else { return false }
    return signals.has(.questionEnd, at: last)
  }

  /// The last item that is no padding.
  var lastWord: Int? { items.indices.last { !items[$0].flags.contains(.filler) } }

  private static func replaced(_ raw: [Item], _ spans: [ValueSpan]) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(raw.count)
    var index = 0
    var next = 0
    while index < raw.count {
      guard next < spans.count, spans[next].first == index else {
        items.append(raw[index])
        index += 1
        continue
      }
      let span = spans[next]
      var item = Item(span.symbol, first: Int(raw[index].first), last: Int(raw[span.last].last))
      item.flags.formUnion(raw[index].flags.intersection([.startsClause, .unmarked]))
      item.rawFirst = Int32(span.first)
      item.rawLast = Int32(span.last)
      items.append(item)
      index = span.last + 1
      next += 1
    }
    return items
  }

  private static func markFillers(_ items: inout [Item], _ signals: SignalMap) {
    // "cảm ơn nhé" alone is no padding.
    guard items.indices.contains(where: { !signals.hasSure(.filler, at: $0) }) else { return }
    for index in items.indices where signals.hasSure(.filler, at: index) {
      items[index].flags.insert(.filler)
    }
  }
}
