package import CivilTime

/// What a phrase of numbers and time words says.
package enum Quantity: Sendable, Equatable {
  case number(Double)
  case percent(Double)
  case year(Int)
  /// With `last`, the same day as it was the last time, where neither its year nor its week was said:
  /// for what is over.
  case day(CivilDate, last: CivilDate? = nil)
  case span(DateSpan)
  /// "31/2", "8h70": it looks like a day or a time and is none.
  case impossible(TimeFault)
  /// A time of day without its day; the flag: the hour is below 12 and no part of the day was said.
  case timeOfDay(TimeOfDay, isVague: Bool)
  case moment(Instant)
  case duration(CivilDuration)
  /// "3 ngày nữa", "sau 2 tiếng"
  case ahead(CivilDuration)
  /// "trước 3 ngày": so long before something.
  case lead(CivilDuration)
  /// "cách đây 3 ngày", "3 ngày trước"
  case ago(CivilDuration)
}

/// Reads numbers, dates, times and lengths of time: a grammar of its own, over folded words.
///
/// The day always comes before the month. What no calendar has is reported, never rolled over.
/// Dates without a year are the next ones not before today. Every reader looks at a bounded number
/// of words.
package struct QuantityReader {
  package struct Found: Sendable {
    package let quantity: Quantity
    /// Words used, at least 1.
    package let count: Int
    /// Something was taken from the context: a lunar date, a vague hour.
    package let isInferred: Bool
  }

  let words: [PhraseWord]
  let now: Instant
  let today: CivilDate

  package init(words: [PhraseWord], now: Instant) {
    self.words = words
    self.now = now
    today = now.date
  }

  package var wordCount: Int { words.count }

  /// The longest phrase that begins at `start`.
  package func read(at start: Int) -> Found? {
    let opening = words[start].opening
    if opening.isEmpty { return nil }
    var best: Found?
    func offer(_ found: Found?) {
      if let found, found.count > (best?.count ?? 0) { best = found }
    }
    // Nothing but a number or a year is said in one numeral.
    let isAlone =
      opening == .number && (start + 1 == words.count || words[start + 1].isOutside)
    if !isAlone, !opening.isDisjoint(with: [.number, .day]) {
      let day = date(at: start)
      let clock = clockPhrase(at: start)
      if day != nil || clock != nil || has(.at, at: start) { offer(moment(at: start)) }
      if day != nil || words[start].number >= 0 || has([.from, .day], at: start) {
        offer(dateSpan(at: start))
      }
      offer(day)
      if let clock { offer(self.clock(clock, at: start)) }
    }
    if !isAlone, !opening.isDisjoint(with: [.number, .length]) { offer(span(at: start)) }
    if !opening.isDisjoint(with: [.number, .year]) { offer(year(at: start)) }
    if opening.contains(.number) { offer(plainNumber(at: start)) }
    return best
  }

  // MARK: Looking at words

  @inline(__always)
  func has(_ terms: Terms, at index: Int) -> Bool {
    index >= 0 && index < words.count && !words[index].terms.isDisjoint(with: terms)
  }

  /// `has` for a word that goes on in the same clause.
  func follows(_ terms: Terms, at index: Int) -> Bool {
    has(terms, at: index) && !words[index].gap.endsClause
  }

  func numeral(_ index: Int) -> Numeral {
    index < words.count ? words[index].numeral : .none
  }

  /// A run of digits.
  func digits(_ index: Int) -> Int64? {
    guard index < words.count, words[index].number >= 0 else { return nil }
    return words[index].number
  }

  func isTight(_ sign: UInt8, before index: Int) -> Bool {
    index < words.count && words[index].gap.isTight(sign)
  }

  /// "/" "-" or "." between the parts of a date, with or without spaces around "/".
  func isDateSign(before index: Int) -> Bool {
    guard index < words.count else { return false }
    let gap = words[index].gap
    if gap.sign == UInt8(ascii: "/") { return true }
    return gap.isTight && (gap.sign == UInt8(ascii: "-") || gap.sign == UInt8(ascii: "."))
  }
}
