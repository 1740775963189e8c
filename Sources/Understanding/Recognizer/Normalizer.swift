import Vietnamese

/// Makes items of the syllables of a message: short forms are written out, slips are mended.
struct Normalizer {
  let grammar: Grammar

  /// Longer messages are read up to here; what is beyond is only text.
  static let mostItems = 160

  func items(of folded: FoldedText) -> [Item] {
    let syllables = folded.syllables
    var items: [Item] = []
    items.reserveCapacity(min(syllables.count + 8, Normalizer.mostItems + 8))
    let base: Item.Flags = Normalizer.hasMarks(syllables) ? [] : .unmarked
    for (index, syllable) in syllables.enumerated() {
      if items.count >= Normalizer.mostItems { break }
      var flags = base
      if index > 0, folded.gaps[index].endsClause { flags.insert(.startsClause) }
      append(syllable, at: index, flags, to: &items)
    }
    return items
  }

  private func append(
    _ syllable: Syllable, at index: Int, _ flags: Item.Flags, to items: inout [Item]
  ) {
    guard syllable.isWord else {
      var item = Item(syllable.isNumber ? .number : .percent, first: index, last: index)
      item.flags.formUnion(flags)
      items.append(item)
      return
    }
    if let full = grammar.fullForm(of: syllable) {
      for (offset, word) in full.enumerated() {
        var item = word
        item.first = Int32(index)
        item.last = Int32(index)
        item.flags = flags.union(.expanded)
        if offset > 0 { item.flags.remove(.startsClause) }
        item.flags.remove(.unmarked)
        items.append(item)
      }
      return
    }
    items.append(
      Item(key: syllable.key, marks: syllable.marks, first: index, last: index, flags: flags))
  }

  /// Whether the marks of this message can be relied on: at least a third of its words have some.
  private static func hasMarks(_ syllables: [Syllable]) -> Bool {
    var words = 0
    var marked = 0
    for syllable in syllables where syllable.isWord {
      words += 1
      if !syllable.marks.isEmpty { marked += 1 }
    }
    return marked * 3 >= words && marked > 0
  }
}
