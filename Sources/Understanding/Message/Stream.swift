import Vietnamese

/// A message with its values replaced by symbols, and what rules and lists occur in it.
///
/// A class, because it is large and many readers look at it.
final class Stream {
  let tokens: [Token]
  let occurrences: [Grammar.Occurrence]
  let signals: SignalMap
  /// Tokens that are politeness and padding, one bit each: they are read over.
  let fillers: UInt64

  init(_ raw: [Token], _ spans: [ValueSpan], _ grammar: Grammar) {
    tokens = spans.isEmpty ? raw : Stream.replaced(raw, spans)
    (occurrences, signals) = grammar.occurrences(in: tokens)
    fillers = Stream.fillers(tokens.count, signals)
  }

  @inline(__always)
  func isFiller(_ index: Int) -> Bool {
    fillers & 1 &<< UInt64(truncatingIfNeeded: index) != 0
  }

  /// The key of a token; that of all texts for one in the text.
  @inline(__always)
  func key(at index: Int, text: Range<Int>?) -> UInt64 {
    text?.contains(index) ?? false ? Token.textKey : tokens[index].key
  }

  /// So many words a short order has, padding not counted.
  static let mostOfShort = 8

  /// What a short message says word for word, with its marks and pauses and without padding; `nil` for
  /// longer ones.
  var wording: UInt64? {
    var wording: UInt64 = 0
    var count = 0
    for index in tokens.indices where !isFiller(index) {
      count += 1
      if count > Stream.mostOfShort { return nil }
      let token = tokens[index]
      wording = combined(combined(wording, token.key), UInt64(token.marks.bits))
      if token.flags.contains(.startsClause) { wording = combined(wording, UInt64(index)) }
    }
    return wording
  }

  /// Whether one of the rules is said, beginning at a token that `isThere` takes.
  @inline(__always)
  func says(_ rules: ConceptSet, where isThere: (Int) -> Bool = { _ in true }) -> Bool {
    occurrences.contains { rules.contains($0.concept) && isThere(Int($0.first)) }
  }

  /// "…: chưa có xác nhận"
  func isBehindColon(_ text: Range<Int>) -> Bool {
    tokens[text.lowerBound].gap.sign == UInt8(ascii: ":")
  }

  /// The first token from a place on that is no padding.
  func word(from place: Int) -> Int? { tokens.indices.dropFirst(place).first { !isFiller($0) } }

  /// The last token that is no padding.
  var lastWord: Int? { tokens.indices.last { !isFiller($0) } }

  /// The same without whom it is said to: "nộp chưa con", "xong rồi cô".
  var lastSaid: Int? {
    guard let last = lastWord else { return nil }
    // "chi" typed without marks may ask.
    let address =
      (signals.mask(.title) | signals.mask(.me))
      & ~(signals.mask(.questionWord) | signals.mask(.questionEnd))
    guard address & 1 &<< UInt64(truncatingIfNeeded: last) != 0 else { return last }
    return tokens.indices.prefix(last).last { !isFiller($0) } ?? last
  }

  private static func replaced(_ raw: [Token], _ spans: [ValueSpan]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(raw.count)
    var index = 0
    for (place, span) in spans.enumerated() {
      while index < span.first {
        tokens.append(raw[index])
        index += 1
      }
      var token = Token(span.symbol, first: Int(raw[index].first), last: Int(raw[span.last].last))
      token.flags.formUnion(raw[index].flags.intersection([.startsClause, .unmarked]))
      token.gap = raw[index].gap
      token.span = Int8(truncatingIfNeeded: place)
      tokens.append(token)
      index = span.last + 1
    }
    tokens += raw[index...]
    return tokens
  }

  /// "cảm ơn nhé" alone is no padding, nor is it at the beginning.
  private static func fillers(_ count: Int, _ signals: SignalMap) -> UInt64 {
    let all = SignalMap.below(count)
    let thanks = signals.mask(.thanksBehind)
    let fillers = (signals.mask(.filler) | (thanks & 1 == 0 ? thanks : 0)) & all
    return fillers == all ? 0 : fillers
  }
}
