import Vietnamese

/// Tells an order from a question, a refusal, a condition, a report and a tale of the past.
struct MoodReader {
  let stream: Stream
  let rawSignals: SignalMap
  /// The sign after the last word.
  let endSign: UInt8

  /// `verb`: the items that say what is ordered; `nil` if none does.
  func mood(verb: Range<Int>?) -> Mood {
    let signals = stream.signals
    if signals.mask(.condition) != 0 { return .conditional }
    if signals.mask(.hearsay) != 0 { return .reported }
    if isNegated(verb) { return .negated }
    if isQuestion { return .question }
    if isPast(verb) { return .past }
    return .plain
  }

  /// Whether a question mark or a question's ending stands in a polite request ("… giúp em được
  /// không ạ"): an order, but one to ask back.
  var isRequest: Bool { stream.signals.mask(.request) != 0 && endsAsQuestion }

  private var isQuestion: Bool {
    let signals = stream.signals
    if signals.mask(.questionWord) != 0 || signals.mask(.questionFrame) != 0 { return true }
    return endsAsQuestion && signals.mask(.request) == 0
  }

  private var endsAsQuestion: Bool {
    if endSign == UInt8(ascii: "?") { return true }
    guard
      let last = stream.items.indices.last(where: { !stream.items[$0].flags.contains(.filler) }),
      last > 0
    else { return false }
    return stream.signals.has(.questionEnd, at: last)
  }

  private func isNegated(_ verb: Range<Int>?) -> Bool {
    guard let verb else { return stream.signals.mask(.negator) != 0 }
    var index = verb.lowerBound
    while index > 0, verb.lowerBound - index < 6 {
      if stream.items[index].flags.contains(.startsClause) { break }
      index -= 1
      if stream.signals.has(.negator, at: index) { return true }
    }
    return false
  }

  private func isPast(_ verb: Range<Int>?) -> Bool {
    stream.signals.mask(.past) != 0 || rawSignals.mask(.past) != 0
  }
}
