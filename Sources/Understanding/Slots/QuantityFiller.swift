import CivilTime
import Vietnamese

/// Turns numbers, dates and lengths of time into the slots that an intent has.
struct QuantityFiller {
  let names: SlotSet
  /// "3 ngày nữa" is a length for "nhắc lại", a time for "nhắc tôi".
  let prefersDuration: Bool
  /// The intent speaks of what is over: "ký ngày 4/1" was this year.
  let looksBack: Bool
  let now: Instant
  /// Of the message, before values were replaced.
  let tokens: [Token]

  /// Before or at the beginning of a time of day: "lúc 2 giờ", "sang 2 giờ".
  private static let momentWords = ["lúc", "sang", "đến", "tới", "vào", "hồi", "qua"]
    .flatMap { Wordings.tokens(of: $0) }
  /// The hour of a reminder that was given a day only.
  static let usualTime = TimeOfDay(hour: 8) ?? .midnight

  /// - Parameter written: the words between two spans, both included.
  func fill(
    _ slots: inout Slots, from spans: [ValueSpan], _ written: (ValueSpan, ValueSpan) -> String
  ) {
    var clock: TimeOfDay?
    if let (fault, words) = contradiction(in: spans, written) {
      setDate(.impossible(words, fault), &slots)
    }
    for span in spans {
      guard case .quantity(let quantity) = span.value else { continue }
      switch quantity {
      case .number(let number): setNumber(number, &slots)
      case .percent(let percent): setPercent(percent, &slots)
      case .year(let year): setYear(year, &slots)
      case .day(let day, let last):
        if let share = share(span) { setPercent(share, &slots) } else { setDay(day, last, &slots) }
      case .span(let span): setDate(.span(span), &slots)
      case .impossible where isRatio(span): continue
      case .impossible(let fault): setDate(.impossible(written(span, span), fault), &slots)
      case .timeOfDay(let time, let isVague):
        if isVague, let length = length(time), !isMoment(span) {
          setDuration(length, &slots)
        } else {
          clock = clock ?? time
        }
      case .moment(let moment): setMoment(moment, &slots)
      case .duration(let length), .lead(let length): setDuration(length, &slots)
      case .ahead(let length): setAhead(length, &slots)
      case .ago(let length): setDate(.day(now.date.adding(length, sign: -1)), &slots)
      }
    }
    settleTime(clock, &slots)
  }

  /// "ngày mai 10/1", "8h sáng chiều mai": two days or times side by side, of which none is taken.
  private func contradiction(
    in spans: [ValueSpan], _ written: (ValueSpan, ValueSpan) -> String
  ) -> (TimeFault, String)? {
    for (one, other) in zip(spans, spans.dropFirst()) where one.last + 1 == other.first {
      guard tokens[other.first].gap.sign == Gap.space.sign,
        let first = Said(one), let second = Said(other),
        let fault = first.fault(beside: second)
      else { continue }
      return (fault, written(one, other))
    }
    return nil
  }

  /// The day and the time that a phrase says, as far as it says them.
  private struct Said {
    let day: CivilDate?
    let time: TimeOfDay?

    init?(_ span: ValueSpan) {
      guard case .quantity(let quantity) = span.value else { return nil }
      switch quantity {
      case .day(let day, _): (self.day, time) = (day, nil)
      case .timeOfDay(let time, _): (day, self.time) = (nil, time)
      case .moment(let moment): (day, time) = (moment.date, moment.timeOfDay)
      default: return nil
      }
    }

    func fault(beside other: Said) -> TimeFault? {
      if let day, let second = other.day, day != second { return .twoDays(day, second) }
      if let time, let second = other.time, time != second { return .twoTimes(time, second) }
      return nil
    }
  }

  private func setNumber(_ number: Double, _ slots: inout Slots) {
    if names.contains(.number), slots.number == nil { slots.number = number }
  }

  private func setPercent(_ percent: Double, _ slots: inout Slots) {
    if names.contains(.percent), slots.percent == nil { slots.percent = percent }
  }

  private func setYear(_ year: Int, _ slots: inout Slots) {
    if names.contains(.year), slots.year == nil { slots.year = year }
  }

  private func setDate(_ date: DateSlot, _ slots: inout Slots) {
    if slots.date == nil { slots.date = date }
  }

  private func setDay(_ day: CivilDate, _ last: CivilDate?, _ slots: inout Slots) {
    if slots.date == nil { slots.lastDate = last }
    setDate(.day(looksBack ? last ?? day : day), &slots)
  }

  /// "làm được 1/4", where a share is wanted and no day: a quarter.
  private func share(_ span: ValueSpan) -> Double? {
    guard names.contains(.percent), !names.contains(.date), span.count == 2,
      tokens[span.first].isNumber, tokens[span.last].isNumber,
      tokens[span.last].gap.isTight(UInt8(ascii: "/"))
    else { return nil }
    let part = Token.number(of: tokens[span.first].key)
    let whole = Token.number(of: tokens[span.last].key)
    guard part > 0, part < whole, whole <= 10 else { return nil }
    return (Double(part) / Double(whole) * 10_000).rounded() / 100
  }

  /// "45/50 hộ", where no day is wanted: no day was meant.
  private func isRatio(_ span: ValueSpan) -> Bool {
    guard !names.contains(.date), !names.contains(.time), span.count == 2,
      tokens[span.first].isNumber, tokens[span.last].isNumber
    else { return false }
    return Token.number(of: tokens[span.first].key) > 31
      || Token.number(of: tokens[span.last].key) > 12
  }

  private func setMoment(_ moment: Instant, _ slots: inout Slots) {
    if slots.time == nil { slots.time = moment }
    setDate(.day(moment.date), &slots)
  }

  private func setDuration(_ length: CivilDuration, _ slots: inout Slots) {
    if names.contains(.duration), slots.duration == nil { slots.duration = length }
  }

  /// "hoãn 1 giờ" is a length where one is wanted; "hoãn 9 giờ" is a moment.
  private func length(_ time: TimeOfDay) -> CivilDuration? {
    let hour: Int32 = 3_600_000
    // Vague are the hours from one to five, taken for those of the afternoon.
    let said = time.milliseconds / hour % 12
    guard prefersDuration, time.milliseconds % hour == 0 else {
      return nil
    }
    return CivilDuration(Int(said), .hours)
  }

  /// "lúc 9 giờ", "sang 9 giờ": a moment, not a length. "tôi" is no "tới".
  private func isMoment(_ span: ValueSpan) -> Bool {
    [span.first, span.first - 1].contains { index in
      index >= 0
        && QuantityFiller.momentWords.contains {
          $0.key == tokens[index].key && tokens[index].agreement(with: $0.marks) != .conflicting
        }
    }
  }

  private func setAhead(_ length: CivilDuration, _ slots: inout Slots) {
    if prefersDuration || !names.contains(.time) && !names.contains(.date) {
      return setDuration(length, &slots)
    }
    switch length.unit {
    case .minutes, .hours:
      if slots.time == nil { slots.time = now.adding(length) }
    default: setDate(.day(now.date.adding(length)), &slots)
    }
  }

  /// A time of day meets its day; a day alone gets the usual hour where a time is wanted.
  private func settleTime(_ clock: TimeOfDay?, _ slots: inout Slots) {
    // No time is taken from what contradicts itself; and it must not be lost: the dialog asks it back.
    if case .impossible = slots.date {
      slots.time = nil
      return
    }
    if slots.time == nil, names.contains(.time) {
      if let clock {
        slots.time = moment(at: clock, slots.date)
      } else if case .day(let day) = slots.date, !names.contains(.date),
        !prefersDuration || slots.duration == nil
      {
        slots.time = Instant(day, QuantityFiller.usualTime)
      }
    }
    if !names.contains(.time) { slots.time = nil }
    if !names.contains(.date) { slots.date = nil }
  }

  private func moment(at clock: TimeOfDay, _ date: DateSlot?) -> Instant? {
    switch date {
    case .day(let day): return Instant(day, clock)
    case .span, .impossible: return nil
    case nil:
      let today = Instant(now.date, clock)
      return today > now ? today : Instant(now.date.adding(days: 1), clock)
    }
  }
}
