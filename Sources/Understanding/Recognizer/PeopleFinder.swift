import Vietnamese

/// Finds people: a known name, or a title with a name that nobody has.
struct PeopleFinder {
  let finder: SpanFinder

  private var items: [Item] { finder.items }
  private var people: PeopleIndex { finder.lexicon.people }

  func append(to candidates: inout [ValueSpan]) {
    for end in items.indices where !items[end].isSymbol && people.isGivenName(items[end].key) {
      if let span = known(endingAt: end) { candidates.append(span) }
    }
    for start in items.indices where finder.signals.hasSure(.title, at: start) {
      if let span = stranger(afterTitleAt: start) { candidates.append(span) }
    }
    for start in items.indices where finder.signals.hasSure(.beneficiary, at: start) {
      if let span = stranger(afterBeneficiaryAt: start) { candidates.append(span) }
    }
  }

  private func known(endingAt end: Int) -> ValueSpan? {
    for count in stride(from: min(PeopleIndex.longestName, end + 1), through: 2, by: -1) {
      let range = (end - count + 1)..<(end + 1)
      if range.contains(where: { items[$0].isSymbol || items[$0].flags.contains(.expanded) }) {
        continue
      }
      let ids = people.candidates(items[range], .whole)
      if !ids.isEmpty { return span(.person(ids), range.lowerBound, end) }
    }
    return shortForm(endingAt: end)
  }

  private func shortForm(endingAt end: Int) -> ValueSpan? {
    if end > 0, !items[end - 1].isSymbol {
      let ids = people.candidates(items[(end - 1)...end], .lastTwo)
      if !ids.isEmpty, isNameLike(end - 1, end) { return withSurname(ids, end - 1, end) }
    }
    guard isIntroduced(end) else { return nil }
    let ids = people.candidates(items[end...end], .given)
    return ids.isEmpty ? nil : span(.person(ids), end, end)
  }

  /// "Nguyễn Thị Hoa" is not the only Thị Hoa there is when she is called Trần.
  private func withSurname(_ ids: [Int64], _ first: Int, _ end: Int) -> ValueSpan {
    if first > 0, isCapitalized(first - 1), people.isSurname(items[first - 1].key),
      !finder.signals.has(.title, at: first - 1)
    {
      return span(.stranger, first - 1, end)
    }
    return span(.person(ids), first, end)
  }

  /// A given name alone counts only where a name is expected.
  private func isIntroduced(_ index: Int) -> Bool {
    let signals = finder.signals
    if signals.has(.title, at: index - 1) { return true }
    if isCapitalized(index), index > 0, !items[index].flags.contains(.startsClause) { return true }
    if signals.has(.beneficiary, at: index - 1), !signals.has(.me, at: index) { return true }
    // "hủy" typed without marks is no answer by Mr. Huy, nor "đừng" by Ms. Dung.
    return items.count == 1 && (isCapitalized(index) || !finder.knowsWord(items[index].key))
  }

  private func isNameLike(_ first: Int, _ end: Int) -> Bool {
    if finder.signals.has(.title, at: first - 1) || finder.signals.has(.beneficiary, at: first - 1)
    {
      return true
    }
    return isCapitalized(first) || isCapitalized(end) || items[first].flags.contains(.unmarked)
      || !items[end].marks.isEmpty
  }

  private func isCapitalized(_ index: Int) -> Bool {
    let item = items[index]
    guard !item.isSymbol else { return false }
    return finder.folded.syllables[Int(item.first)].shape == .capitalized
  }

  /// The span with the titles before it.
  private func span(_ value: ValueSpan.Value, _ first: Int, _ last: Int) -> ValueSpan {
    var start = first
    while start > 0, finder.signals.has(.title, at: start - 1), first - start < 3 { start -= 1 }
    return ValueSpan(
      value, start, last, isDoubtful: finder.isRepaired(first, last), nameFirst: first)
  }

  /// "cho Vũ Hoàng Yến": two or more capitals in a row where a name is expected.
  private func stranger(afterBeneficiaryAt index: Int) -> ValueSpan? {
    let last = lastOfCapitals(after: index)
    return last > index + 1 ? ValueSpan(.stranger, index + 1, last, nameFirst: index + 1) : nil
  }

  private func stranger(afterTitleAt title: Int) -> ValueSpan? {
    let last = lastOfCapitals(after: title)
    return last > title ? ValueSpan(.stranger, title, last, nameFirst: title + 1) : nil
  }

  /// The last of up to five capitalized words behind `index`; `index` itself if there is none.
  private func lastOfCapitals(after index: Int) -> Int {
    var last = index
    while last + 1 < items.count, last - index < 5, isCapitalized(last + 1),
      !items[last + 1].flags.contains(.startsClause)
    {
      last += 1
    }
    return last
  }
}
