import Vietnamese

// Where the free text of a message begins and ends: what the model found, with what belongs to it and
// without what is said to the assistant.
extension Judge {
  /// The tokens of the text for an intent; `nil` where nothing is one.
  func textRange(_ plan: Recognizer.Plan) -> Range<Int>? {
    guard plan.slots.contains(.text),
      let range = recognizer.texts.range(
        in: TextView(stream, lane: plan.intent.lane, slots: plan.slots))
    else { return nil }
    let core =
      plan.facts.textIsQuoted
      ? withoutDeference(fromColon(range, plan)) : withoutPoliteness(range)
    if plan.facts.textIsOneWord { return firstRun(core) }
    let whole = withoutVocative(withWholeQuotation(unbroken(core)))
    if plan.facts.textIsTopic {
      return withItsEnding(withItsOpening(wholeTopic(whole, plan), plan), plan)
    }
    if saysNothing(whole) { return nil }
    return withItsEnding(
      withItsOpening(withoutMoment(withoutSubject(whole, plan), plan), plan), plan)
  }

  /// "mô hình thùng rác biết nói đạt 80 %": the name goes on to what is told of it. "chỉ tiêu giảm nghèo
  /// xã giao": what is told of it is no part of the name.
  private func withItsEnding(_ range: Range<Int>, _ plan: Recognizer.Plan) -> Range<Int>? {
    guard plan.facts.textIsTopic || plan.slots.contains(.workKind) || plan.slots.contains(.percent)
    else { return range }
    var end = range.upperBound
    while end < stream.tokens.count, goesOn(end, plan) { end += 1 }
    while end > range.lowerBound, stream.signals.has(.textClosing, at: end - 1) { end -= 1 }
    return end > range.lowerBound ? range.lowerBound..<end : nil
  }

  /// A word of which nothing is known but that it is one.
  private func goesOn(_ index: Int, _ plan: Recognizer.Plan) -> Bool {
    let token = stream.tokens[index]
    // "tiêm mũi 3"
    if token.symbol == .number, stream.signals.has(.textNumbered, at: index - 1) { return true }
    return !token.isSymbol && !token.isNumber && !token.flags.contains(.startsClause)
      && !stream.isFiller(index) && !Judge.stops.contains { stream.signals.has($0, at: index) }
      && !stream.occurrences.contains {
        plan.verbs.contains($0.concept) && $0.range.contains(index)
      }
  }

  /// What stands between a name and what is told of it.
  private static let stops: [Signal] = [
    .questionWord, .questionEnd, .connector, .beneficiary, .me, .title, .addressee, .pastEnd,
    .pastBefore, .negator, .request, .textClosing,
  ]

  /// "mô hình biến rác thành tiền": the kind is no part of the name. "tỷ lệ suy dinh dưỡng", "đi thu
  /// tiền điện": the first word is.
  private func withItsOpening(_ range: Range<Int>, _ plan: Recognizer.Plan) -> Range<Int> {
    guard !plan.facts.textIsQuoted else { return range }
    var start = range.lowerBound
    if plan.facts.textIsTopic || plan.slots.contains(.workKind) || plan.slots.contains(.percent) {
      while start < range.upperBound - 1, stream.signals.has(.textHeading, at: start) { start += 1 }
    }
    while start > 0, stream.signals.has(.textOpening, at: start - 1),
      !stream.says(plan.verbs, where: { $0 == start - 1 })
    {
      start -= 1
    }
    return start..<range.upperBound
  }

  /// "12/QĐ-UBND" of "số 12/QĐ-UBND ngày 4/1": the day is no part of the number.
  private func firstRun(_ range: Range<Int>) -> Range<Int> {
    let range = unbroken(range)
    var end = range.lowerBound + 1
    // "số" before it announces the number.
    if end < range.upperBound, text.startsWithDigit(stream.tokens[end]) { end += 1 }
    while end < range.upperBound, stream.tokens[end].joinsPrevious { end += 1 }
    return range.lowerBound..<end
  }

  /// "cổng trường an toàn nhé, …": the last word is said to the assistant.
  private func withoutPoliteness(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, stream.isFiller(end - 1) { end -= 1 }
    return range.lowerBound..<end
  }

  /// "thông báo: mai họp nhé ạ": what is to be read to others ends before what is said to the assistant.
  private func withoutDeference(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    for said in stream.occurrences.reversed()
    where said.concept == recognizer.grammar.deference && said.range.contains(end - 1)
      && Int(said.first) > range.lowerBound
    {
      end = Int(said.first)
    }
    return range.lowerBound..<end
  }

  /// "hạn đăng ký ngắn quá em ạ": whom it is said to is no part of it.
  private func withoutVocative(_ range: Range<Int>) -> Range<Int> {
    let (last, end) = (range.upperBound - 1, range.upperBound)
    guard range.count > 1, end < stream.tokens.count, stream.isFiller(end),
      !stream.tokens[end].flags.contains(.startsClause), isAddress(last),
      !stream.signals.has(.beneficiary, at: last - 1)
    else { return range }
    return range.lowerBound..<last
  }

  /// "anh", "em" without a name.
  private func isAddress(_ index: Int) -> Bool {
    !stream.tokens[index].isSymbol
      && (stream.signals.has(.title, at: index) || stream.signals.has(.me, at: index))
  }

  /// "hộ dùng điện kế" is not cut after "điện", where a target is called so. But of "hộ nghèo giảm" the
  /// last word is what is reported.
  private func wholeTopic(_ range: Range<Int>, _ plan: Recognizer.Plan) -> Range<Int> {
    let tokens = stream.tokens
    func isSaid(_ index: Int) -> Bool { stream.says(plan.verbs) { $0 == index } }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, lexicon.isTopic(tokens[start - 1], tokens[start]), !isSaid(start - 1) {
      start -= 1
    }
    while end < tokens.count, lexicon.isTopic(tokens[end - 1], tokens[end]), !isSaid(end) {
      end += 1
    }
    return start..<end
  }

  /// "mô hình “Biến rác thành tiền” đạt 65 %": what stands between quotation marks is not cut, and
  /// where the text begins with them it ends with them.
  private func withWholeQuotation(_ range: Range<Int>) -> Range<Int> {
    guard let syllables = text.quoted else { return range }
    let tokens = stream.tokens
    let first = tokens.firstIndex { Int($0.first) >= syllables.lowerBound } ?? tokens.count
    let end = tokens.firstIndex { Int($0.first) >= syllables.upperBound } ?? tokens.count
    guard first < end, range.overlaps(first..<end) else { return range }
    if range.lowerBound >= first { return first..<end }
    return range.lowerBound..<max(range.upperBound, end)
  }

  /// "… trả lại chưa vậy", "… gửi rồi", "… giúp chị": what only asks, or tells that it is done, is no
  /// reason, nor is who speaks; and "đăng ký một công trình mới", "… một công trình cho hội" name none.
  private func saysNothing(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    if range.count == 1, stream.signals.has(.pastBefore, at: first) { return true }
    return range.allSatisfy {
      stream.isFiller($0) || stream.signals.has(.connector, at: $0)
        || stream.signals.has(.questionEnd, at: $0)
        || stream.signals.has(.pastEnd, at: $0) || isAddress($0)
    }
  }

  /// "gương tốt: gia đình ông Út hiến đất làm hẻm": who did it is the subject, the rest what he did.
  private func withoutSubject(_ range: Range<Int>, _ plan: Recognizer.Plan) -> Range<Int> {
    guard plan.facts.textIsQuoted, plan.slots.contains(.subject), range.count > 1 else {
      return range
    }
    return switch stream.tokens[range.lowerBound].symbol {
    case .person, .household, .unit: range.dropFirst()
    default: range
    }
  }

  /// "nhắc tôi thứ sáu 14/1 nộp hồ sơ": where no other moment is said, the text does not begin with it.
  private func withoutMoment(_ range: Range<Int>, _ plan: Recognizer.Plan) -> Range<Int> {
    let tokens = stream.tokens
    func isMoment(_ index: Int) -> Bool {
      tokens[index].symbol == .date || tokens[index].symbol == .time
    }
    guard plan.slots.contains(.time), range.count > 1, isMoment(range.lowerBound),
      !tokens.indices.contains(where: { isMoment($0) && !range.contains($0) })
    else { return range }
    return range.dropFirst()
  }

  /// What is quoted begins right behind a colon: "thông báo: Hội Nông dân mời họp". It goes on to the
  /// end ("mẫu mới up lên trang rồi nha"), unless the order itself is said there ("…, gửi giúp em"):
  /// politeness behind a pause is meant for the assistant.
  private func fromColon(_ range: Range<Int>, _ plan: Recognizer.Plan) -> Range<Int> {
    let colon = stream.tokens.indices.first { index in
      index > 0 && stream.tokens[index].gap.sign == UInt8(ascii: ":")
        && !stream.tokens[index].isNumber
    }
    guard let colon, colon <= range.lowerBound || namesHearers(range, before: colon) else {
      return range
    }
    var end = stream.tokens.count
    var last = end
    while last > range.upperBound, stream.isFiller(last - 1) {
      last -= 1
      if stream.tokens[last].flags.contains(.startsClause) { end = last }
    }
    let tail = range.upperBound..<max(end, range.upperBound)
    let isOrdered = stream.says(plan.verbs) { tail.contains($0) }
    return colon..<(isOrdered ? range.upperBound : tail.upperBound)
  }

  /// "trả lời phản ánh của bà con vườn hoa: phường cử người xuống", "gửi mô hình hay cho chị: …": who is
  /// answered, or whom it is for, is no part of what stands behind the colon.
  private func namesHearers(_ range: Range<Int>, before colon: Int) -> Bool {
    guard colon < range.upperBound else { return false }
    let lead = (0..<range.lowerBound).last { !isAddress($0) }
    return lead.map { stream.signals.has(.owner, at: $0) } ?? false
      || (range.lowerBound..<colon).allSatisfy {
        stream.isFiller($0) || stream.signals.has(.owner, at: $0) || isAddress($0)
      }
  }

  /// The text with the rest of its first and last run: "05/TTr-HPN" is one, though HPN is a unit, and
  /// so is "sông Tả Trạch".
  private func unbroken(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, stream.tokens[start].joinsPrevious { start -= 1 }
    while end < stream.tokens.count, stream.tokens[end].joinsPrevious || isOneName(end) { end += 1 }
    return start..<end
  }

  /// Whether a word goes on with the name that the word before it belongs to.
  private func isOneName(_ index: Int) -> Bool {
    let (one, next) = (stream.tokens[index - 1], stream.tokens[index])
    return one.isCapitalized && next.isCapitalized && !one.isSymbol && !next.isSymbol
      && next.gap.sign == UInt8(ascii: " ")
  }
}
