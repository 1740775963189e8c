import Vietnamese

// People: a known name, or a title with a name that nobody has; and their households.
extension ValueFinder {
  private var people: PeopleIndex { lexicon.people }

  func appendPeople(to candidates: inout [ValueSpan]) {
    let units = ValueFinder.openings(of: candidates)
    for end in tokens.indices where tokens[end].flags.contains(.givenName) {
      if let span = known(endingAt: end) { candidates.append(span) }
    }
    let titles = signals.mask(.title)
    let beneficiaries = signals.mask(.beneficiary)
    guard titles | beneficiaries != 0 else { return }
    for start in tokens.indices where (titles | beneficiaries) & 1 << UInt64(start) != 0 {
      let isTitle = titles & 1 << UInt64(start) != 0
      let span =
        isTitle
        ? stranger(afterTitleAt: start, before: units)
        : stranger(afterBeneficiaryAt: start, before: units)
      if let span { candidates.append(span) }
    }
  }

  /// Where names of units begin, one bit per token.
  private static func openings(of candidates: [ValueSpan]) -> UInt64 {
    candidates.reduce(0) { bits, span in
      span.symbol == .unit && span.first < 64 ? bits | 1 << UInt64(span.first) : bits
    }
  }

  private func known(endingAt end: Int) -> ValueSpan? {
    for count in stride(from: min(PeopleIndex.longestName, end + 1), through: 2, by: -1) {
      let range = (end - count + 1)..<(end + 1)
      guard tokens[range.lowerBound].flags.contains(.name), isOneRun(range) else { continue }
      if let group = group(range, .whole), let meant = agreeing(group, range) {
        return span(.person(meant), range.lowerBound, end)
      }
    }
    return slipped(endingAt: end) ?? shortForm(endingAt: end)
  }

  /// "Nguyễn hTị Hoa": a whole name with a slip, of three words or four.
  private func slipped(endingAt end: Int) -> ValueSpan? {
    for count in [4, 3] where count <= end + 1 {
      let range = (end - count + 1)..<(end + 1)
      let mayBegin =
        tokens[range.lowerBound].isCapitalized || signals.has(.title, at: range.lowerBound - 1)
      if mayBegin, let span = slipped(range) { return span }
    }
    return nil
  }

  private func slipped(_ range: Range<Int>) -> ValueSpan? {
    guard range.count > 2, isOneRun(range), let group = people.group(nearly: Array(tokens[range]))
    else { return nil }
    var span = span(.person(group), range.lowerBound, range.upperBound - 1)
    span.isDoubtful = true
    return span
  }

  /// Words of one clause, none of them a value or out of an abbreviation.
  private func isOneRun(_ range: Range<Int>) -> Bool {
    for index in range {
      if !tokens[index].flags.isDisjoint(with: [.value, .expanded]) { return false }
      if index > range.lowerBound, tokens[index].flags.contains(.startsClause) { return false }
    }
    return true
  }

  private func shortForm(endingAt end: Int) -> ValueSpan? {
    if end > 0, isOneRun((end - 1)..<(end + 1)) {
      if isNameLike(end - 1, end), let group = group((end - 1)..<(end + 1), .lastTwo) {
        return withSurname(group, end - 1, end)
      }
    }
    guard !tokens[end].flags.contains(.expanded), isIntroduced(end) else { return nil }
    return group(end..<(end + 1), .given).map { span(.person($0), end, end) }
  }

  private func agreeing(_ group: PeopleIndex.Group, _ range: Range<Int>) -> PeopleIndex.Group? {
    let mended = tokens[range].count { $0.flags.contains(.unmarked) }
    return mended == 0 || mended == range.count
      ? group : people.agreeing(group, with: Array(tokens[range]))
  }

  private func group(_ range: Range<Int>, _ form: PeopleIndex.Form) -> PeopleIndex.Group? {
    let words = tokens.span
    return people.group(words.extracting(range), form)
  }

  /// "Nguyễn Thị Hoa" is not the only Thị Hoa there is when she is called Trần.
  private func withSurname(
    _ group: PeopleIndex.Group, _ first: Int, _ end: Int
  ) -> ValueSpan {
    if first > 0, tokens[first - 1].isCapitalized, people.isSurname(tokens[first - 1].key),
      !signals.has(.title, at: first - 1)
    {
      return span(.stranger, first - 1, end)
    }
    return span(.person(group), first, end)
  }

  /// A given name alone counts only where a name is expected.
  private func isIntroduced(_ index: Int) -> Bool {
    if isOrdinary(index) || isCompound(index) || signals.has(.notName, at: index)
      || leadsToHonour(index)
    {
      return false
    }
    // "anh em": Mr. Em is written with a capital.
    if signals.has(.title, at: index - 1), !tokens[index].isCapitalized,
      signals.has(.me, at: index) || signals.has(.title, at: index)
    {
      return false
    }
    if signals.has(.title, at: index - 1), !tokens[index].flags.contains(.startsClause) {
      return true
    }
    if tokens[index].isCapitalized, index > 0, !tokens[index].flags.contains(.startsClause) {
      return true
    }
    if signals.has(.beneficiary, at: index - 1), !signals.has(.me, at: index),
      !signals.has(.title, at: index)
    {
      return true
    }
    // "hủy" typed without marks is no answer by Mr. Huy, nor "đừng" by Ms. Dung.
    return tokens.count == 1
      && (tokens[index].isCapitalized && !tokens[index].flags.contains(.unmarked)
        || !tokens[index].flags.contains(.known))
  }

  /// "đổi đăng ký của chị sang lao động tiên tiến": Ms. Sang is written with a capital.
  private func leadsToHonour(_ index: Int) -> Bool {
    signals.has(.exchangedFor, at: index) && !tokens[index].isCapitalized
      && signals.mask(.exchange) & SignalMap.below(index) != 0
      && index + 1 < tokens.count && tokens[index + 1].flags.contains(.opensHonour)
  }

  /// "của phong trào": the two words stand side by side in sentences.
  private func isCompound(_ index: Int) -> Bool {
    guard !tokens[index].isCapitalized, index + 1 < tokens.count,
      !tokens[index + 1].flags.contains(.startsClause), let vocabulary,
      !signals.has(.title, at: index - 1) || namesAreCapitalized
    else { return false }
    return vocabulary.areNeighbours(tokens[index].key, tokens[index + 1].key)
  }

  /// "giúp chị trường hợp của cô Thảo": who writes names with capitals writes none without.
  private var namesAreCapitalized: Bool {
    tokens.indices.contains { tokens[$0].isCapitalized && signals.has(.title, at: $0 - 1) }
  }

  /// "co nhung" typed without marks is "có những" and no Ms. Nhung: sentences have the two words
  /// side by side. But "cho chi dung" is for Ms. Dung.
  private func isOrdinary(_ index: Int) -> Bool {
    guard index > 0, tokens[index].flags.contains(.unmarked), !tokens[index].isCapitalized,
      let vocabulary
    else { return false }
    if signals.has(.title, at: index - 1), signals.has(.beneficiary, at: index - 2) {
      return false
    }
    return vocabulary.fits(tokens[index].key, after: tokens[index - 1].key, before: 0) > 0
  }

  private func isNameLike(_ first: Int, _ end: Int) -> Bool {
    if signals.has(.title, at: first - 1) || signals.has(.beneficiary, at: first - 1) {
      return true
    }
    if tokens[first].isCapitalized || tokens[end].isCapitalized { return true }
    // "thi tinh" typed without marks is "thì tính", which sentences have, and no Ms. Tình.
    if tokens[first].flags.contains(.unmarked) {
      return !(vocabulary?.areNeighbours(tokens[first].key, tokens[end].key) ?? false)
    }
    return !tokens[end].marks.isEmpty
  }

  /// The span with the titles before it, and with "gia đình", "hộ" before those.
  private func span(_ value: ValueSpan.Value, _ first: Int, _ last: Int) -> ValueSpan {
    var start = first
    while start > 0, signals.has(.title, at: start - 1), first - start < 3,
      !tokens[start].flags.contains(.startsClause)
    {
      start -= 1
    }
    var value = value
    if let head = householdHead(before: start), case .person(let group) = value {
      start = head
      value = .household(group)
    }
    return ValueSpan(
      value, start, last, isDoubtful: isRepaired(first, last), nameFirst: first)
  }

  /// Where "gia đình" or "hộ" begins, if it stands right before `index`. "cho ho", written without marks,
  /// begins with its "ho".
  private func householdHead(before index: Int) -> Int? {
    guard index > 0, signals.has(.householdHead, at: index - 1) else { return nil }
    var start = index - 1
    while start > 0, signals.has(.householdHead, at: start - 1), index - start < 3,
      !signals.has(.beneficiary, at: start - 1)
    {
      start -= 1
    }
    return start
  }

  /// "cho Vũ Hoàng Yến": two or more capitals in a row where a name is expected.
  private func stranger(afterBeneficiaryAt index: Int, before units: UInt64) -> ValueSpan? {
    let last = lastOfCapitals(after: index, before: units)
    guard last > index + 1 else { return nil }
    return slipped((index + 1)..<(last + 1))
      ?? ValueSpan(.stranger, index + 1, last, nameFirst: index + 1)
  }

  private func stranger(afterTitleAt title: Int, before units: UInt64) -> ValueSpan? {
    let last = lastOfCapitals(after: title, before: units)
    guard last > title else { return nil }
    if let person = slipped((title + 1)..<(last + 1)) { return person }
    var start = title
    while start > 0, signals.has(.title, at: start - 1), title - start < 2 { start -= 1 }
    if let head = householdHead(before: start) {
      return ValueSpan(.household(nil), head, last, nameFirst: title + 1)
    }
    return ValueSpan(.stranger, start, last, nameFirst: title + 1)
  }

  /// The last of up to five capitalized words behind `index`; `index` itself if there is none. "cô Xuân
  /// Lương Miêu" is Ms. Xuân of Lương Miêu. "Phạm hTị Hoa" is one name, with a slip.
  private func lastOfCapitals(after index: Int, before units: UInt64) -> Int {
    var last = index
    while last + 1 < tokens.count, last - index < 5,
      tokens[last + 1].isCapitalized || last > index && isSlipInName(last + 1),
      !tokens[last + 1].flags.contains(.startsClause),
      tokens[last + 1].gap.sign != UInt8(ascii: ":"),
      last == index || last > 62 || units & 1 << UInt64(last + 1) == 0
    {
      last += 1
    }
    return last
  }

  /// No word as it was typed, nor one in keystrokes ("vaf"), before one with a capital.
  private func isSlipInName(_ index: Int) -> Bool {
    index + 1 < min(tokens.count, 64) && slips.strange & 1 << UInt64(index) != 0
      && (tokens[index].flags.contains(.unmarked) || !tokens[index].flags.contains(.repaired))
      && tokens[index + 1].isCapitalized
  }
}
