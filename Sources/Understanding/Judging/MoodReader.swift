import Vietnamese

/// Tells an order from a question, a refusal, a condition, a report and a tale of the past.
struct MoodReader {
  private let stream: Stream
  /// The past was told before values were replaced: "hôm qua" is a date.
  private let tellsPast: Bool
  /// The sign after the last word.
  private let endSign: UInt8
  /// Tokens outside of the free text: what is quoted there is no mood.
  private let outside: UInt64
  /// The text is what somebody shall read: any word may stand in it.
  private let isQuoting: Bool
  private let text: Range<Int>?

  init(stream: Stream, tellsPast: Bool, endSign: UInt8, text: Range<Int>?, isQuoting: Bool) {
    self.stream = stream
    self.tellsPast = tellsPast
    self.endSign = endSign
    self.isQuoting = isQuoting
    self.text = text
    outside = SignalMap.outside(text)
  }

  /// `verb`: the tokens that say what is ordered; `nil` if none does.
  func mood(verb: Range<Int>?) -> Mood {
    if has(.condition) { return .conditional }
    if has(.hearsay) { return .reported }
    let clause = verb.map { self.clause(around: $0) } ?? 0..<stream.tokens.count
    if isNegated(verb, in: clause) { return .negated }
    if isQuestion || isAsked(verb, in: clause) { return .question }
    if isPast(verb, in: clause) { return .past }
    return .plain
  }

  /// Whether a question mark or a question's ending stands in a polite request ("… giúp em được
  /// không ạ"): an order, but one to ask back.
  var isRequest: Bool { has(.request) && endsAsQuestion }

  /// It is over: "rồi" at the end, or "hôm qua".
  var isOver: Bool {
    let all = 0..<stream.tokens.count
    return has(.past) || rawPast(in: all) || endsInPast(all)
  }

  /// "hồi trước", "năm ngoái": long over, even where telling what is done is an order.
  var isLongOver: Bool { has(.past) || tellsPast }

  // MARK: Where signals stand

  /// Whether the signal is said outside of the free text.
  private func has(_ signal: Signal) -> Bool { stream.signals.mask(signal) & outside != 0 }

  private func has(_ signal: Signal, in range: Range<Int>) -> Bool {
    stream.signals.mask(signal) & outside & SignalMap.mask(range) != 0
  }

  private func has(_ signal: Signal, at index: Int) -> Bool {
    stream.signals.has(signal, at: index) && outside & 1 << UInt64(index) != 0
  }

  /// The tokens between the pauses around a verb. A pause after three words or less ends no clause:
  /// "hôm qua, em nộp rồi".
  private func clause(around verb: Range<Int>) -> Range<Int> {
    var start = verb.lowerBound
    while start > 0, !stream.tokens[start].flags.contains(.startsClause) || start <= 3 {
      start -= 1
    }
    var end = verb.upperBound
    while end < stream.tokens.count, !stream.tokens[end].flags.contains(.startsClause) { end += 1 }
    return start..<end
  }

  // MARK: Moods

  private var isQuestion: Bool {
    if has(.questionWord) || has(.questionFrame) { return true }
    if endsInQuestionWord { return true }
    return endsAsQuestion && !has(.request)
  }

  /// "Bỏ phiếu cho ông Tướng? Để nghĩ đã", "báo 90% cho đẹp à, dân biết hết": the sentence or the
  /// clause of the verb ends as a question.
  private func isAsked(_ verb: Range<Int>?, in clause: Range<Int>) -> Bool {
    guard let verb else { return false }
    if clause.upperBound < stream.tokens.count,
      let said = clause.last(where: { !stream.isFiller($0) }), said > verb.upperBound,
      (said..<clause.upperBound).contains(where: { has(.questionEnd, at: $0) })
    {
      return true
    }
    let next = stream.tokens.indices[verb.upperBound...].first { index in
      stream.tokens[index].gap.endsSentence
        && !(isQuoting && text?.dropFirst().contains(index) ?? false)
    }
    return next.map { stream.tokens[$0].gap.sign == UInt8(ascii: "?") } ?? false
  }

  /// A question by its end alone, and by one that may be a polite order: "… cho tôi được không". "… rồi
  /// nhỉ", "… chưa" only ask.
  var mayBePolite: Bool {
    guard endsAsQuestion, !has(.questionWord), !has(.questionFrame), !endsInQuestionWord,
      let last = stream.lastSaid, last > 0
    else { return false }
    return stream.signals.has(.may, at: last - 1)
  }

  private var endsAsQuestion: Bool {
    if endSign == UInt8(ascii: "?") { return true }
    guard let last = stream.lastSaid, last > 0 else { return false }
    // "à" is padding elsewhere, at the end it asks.
    return (last..<stream.tokens.count).contains { has(.questionEnd, at: $0) }
  }

  /// "nhắc tôi làm gì": what looks like a text is the question.
  private var endsInQuestionWord: Bool {
    guard !isQuoting, let last = stream.lastSaid else { return false }
    return stream.signals.has(.questionWord, at: last)
  }

  private func isNegated(_ verb: Range<Int>?, in clause: Range<Int>) -> Bool {
    guard let verb else { return has(.negator) }
    return has(.negator, in: max(clause.lowerBound, verb.lowerBound - 7)..<verb.lowerBound)
      || negates(verb.lowerBound)
  }

  /// A negator right before a verb is none of the text's words: "công trình Khe Sòng chưa xong".
  func negates(_ verb: Int) -> Bool { has(.negator, rightBefore: verb) }

  /// In what is read to others any word may stand, but the last one before the verb: "… thì Văn phòng
  /// mới gửi thông báo".
  private func has(_ signal: Signal, rightBefore verb: Int) -> Bool {
    isQuoting && text?.upperBound != verb
      ? has(signal, at: verb - 1) : stream.signals.has(signal, at: verb - 1)
  }

  private func isPast(_ verb: Range<Int>?, in clause: Range<Int>) -> Bool {
    guard let verb else { return has(.past) || has(.pastBefore) || rawPast(in: clause) }
    return has(.pastBefore, in: max(0, verb.lowerBound - 3)..<verb.lowerBound)
      || text?.upperBound == verb.lowerBound && has(.pastBefore, rightBefore: verb.lowerBound)
      || endsInPast(clause) || has(.past, in: clause) || rawPast(in: clause)
  }

  /// "… rồi" at the end of a clause.
  private func endsInPast(_ clause: Range<Int>) -> Bool {
    guard let last = clause.last(where: { !stream.isFiller($0) }) else { return false }
    if last == stream.lastWord, let said = stream.lastSaid, clause.contains(said) {
      return has(.pastEnd, at: said)
    }
    return has(.pastEnd, at: last)
  }

  /// A past adverb that became a date or a year.
  private func rawPast(in clause: Range<Int>) -> Bool {
    tellsPast
      && clause.contains { index in
        let symbol = stream.tokens[index].symbol
        return (symbol == .date || symbol == .year) && outside & 1 << UInt64(index) != 0
      }
  }
}
