import Vietnamese

/// A message with its values replaced by symbols, and what rules and lists occur in it.
struct Stream {
  private(set) var items: [Item] = []
  private(set) var occurrences: [Grammar.Occurrence] = []
  private(set) var signals: SignalMap

  init(_ items: [Item], _ spans: [ValueSpan], _ grammar: Grammar) {
    self.items.reserveCapacity(items.count)
    var index = 0
    var next = 0
    while index < items.count {
      if next < spans.count, spans[next].first == index {
        let span = spans[next]
        var item = Item(
          span.symbol, first: Int(items[index].first), last: Int(items[span.last].last))
        item.flags.formUnion(items[index].flags.intersection([.startsClause, .unmarked]))
        item.rawFirst = Int32(span.first)
        item.rawLast = Int32(span.last)
        self.items.append(item)
        index = span.last + 1
        next += 1
      } else {
        self.items.append(items[index])
        index += 1
      }
    }
    occurrences = grammar.occurrences(in: self.items)
    signals = SignalMap(occurrences, grammar)
    markFillers()
  }

  /// For sentences of the catalogue, whose values are symbols already.
  init(_ items: [Item], _ grammar: Grammar) {
    self.init(items, [], grammar)
  }

  private mutating func markFillers() {
    // "cảm ơn nhé" alone is no padding.
    guard items.indices.contains(where: { !signals.hasSure(.filler, at: $0) }) else { return }
    for index in items.indices where signals.hasSure(.filler, at: index) {
      items[index].flags.insert(.filler)
    }
  }
}
