import Vietnamese

/// Tells an order from a question, a refusal, a condition, a report and a tale of the past.
struct MoodReader {
  let stream: Stream
  /// Signals before values were replaced: "hôm qua" is a date and tells the past.
  let rawSignals: SignalMap
  /// The sign after the last word.
  let endSign: UInt8
  /// Items from here on are free text: what is quoted there is no mood.
  let textStart: Int
  /// The text is what somebody shall read: any word may stand in it.
  let isQuoting: Bool

  /// `verb`: the items that say what is ordered; `nil` if none does.
  func mood(verb: Range<Int>?) -> Mood {
    if has(.condition) { return .conditional }
    if has(.hearsay) { return .reported }
    if isNegated(verb) { return .negated }
    if isQuestion { return .question }
    if isPast(verb) { return .past }
    return .plain
  }

  /// Whether a question mark or a question's ending stands in a polite request ("… giúp em được
  /// không ạ"): an order, but one to ask back.
  var isRequest: Bool { has(.request) && endsAsQuestion }

  /// A report of others that does not end in a question.
  var isHearsay: Bool { has(.hearsay) && !isQuestion }

  /// Whether the signal is said before the free text.
  private func has(_ signal: Signal) -> Bool {
    stream.signals.mask(signal) & SignalMap.below(textStart) != 0
  }

  private var isQuestion: Bool {
    if has(.questionWord) || has(.questionFrame) { return true }
    if endsInQuestionWord { return true }
    return endsAsQuestion && !has(.request)
  }

  private var endsAsQuestion: Bool {
    if endSign == UInt8(ascii: "?") { return true }
    guard let last = stream.lastWord, last > 0 else { return false }
    return stream.signals.has(.questionEnd, at: last)
  }

  /// "nhắc tôi làm gì": what looks like a text is the question.
  private var endsInQuestionWord: Bool {
    guard !isQuoting, let last = stream.lastWord else { return false }
    return stream.signals.has(.questionWord, at: last)
  }

  private func isNegated(_ verb: Range<Int>?) -> Bool {
    guard let verb else { return has(.negator) }
    var index = verb.lowerBound
    while index > 0, verb.lowerBound - index < 7 {
      if stream.items[index].flags.contains(.startsClause) { break }
      index -= 1
      if stream.signals.has(.negator, at: index) { return true }
    }
    return false
  }

  private func isPast(_ verb: Range<Int>?) -> Bool {
    guard let verb else {
      return has(.past) || has(.pastBefore) || rawSignals.mask(.past) != 0
    }
    for index in max(0, verb.lowerBound - 3)..<verb.lowerBound
    where stream.signals.has(.pastBefore, at: index) {
      return true
    }
    let before = SignalMap.below(verb.lowerBound)
    if stream.signals.mask(.past) & before != 0 || rawPast(before: verb.lowerBound) { return true }
    if let last = stream.lastWord, stream.signals.has(.pastEnd, at: last), last < textStart {
      return true
    }
    return has(.past) || rawPast(before: textStart)
  }

  /// It is over: "rồi" at the end, or "hôm qua".
  var isOver: Bool {
    if has(.past) || rawPast(before: textStart) { return true }
    guard let last = stream.lastWord else { return false }
    return stream.signals.has(.pastEnd, at: last)
  }

  /// A past adverb that became a date, among the first `limit` items.
  private func rawPast(before limit: Int) -> Bool {
    for index in stream.items.indices where index < limit && stream.items[index].isSymbol {
      let item = stream.items[index]
      for raw in Int(item.rawFirst)...Int(item.rawLast) where rawSignals.has(.past, at: raw) {
        return true
      }
    }
    return false
  }
}
