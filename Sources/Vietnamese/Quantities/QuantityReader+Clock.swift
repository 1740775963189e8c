import CivilTime

/// A time of day as said.
struct ClockPhrase {
  var hour: Int
  var minute = 0
  var part: DayPart?
  /// No hour was said, only "sáng", "chiều".
  var isPartOnly = false
}

enum DayPart: Sendable {
  case morning, noon, afternoon, evening, night

  /// The hour meant when only the part of the day was said.
  var usual: (hour: Int, minute: Int) {
    switch self {
    case .morning: (8, 0)
    case .noon: (12, 0)
    case .afternoon: (14, 0)
    case .evening: (19, 0)
    case .night: (22, 0)
    }
  }
}

extension ClockPhrase {
  /// `nil` for what no clock shows ("25 giờ").
  var timeOfDay: TimeOfDay? {
    guard (0...24).contains(hour), (0..<60).contains(minute) else { return nil }
    return TimeOfDay(hour: hourOfDay, minute: minute)
  }

  /// An hour from 1 to 5 without its part of the day: an office means the afternoon.
  var isVague: Bool { part == nil && (1...5).contains(hour) || isPartOnly }

  private var hourOfDay: Int {
    switch part {
    case .afternoon, .evening: hour < 12 ? hour + 12 : hour
    case .noon: hour < 4 ? hour + 12 : hour
    case .night: hour >= 6 && hour < 12 ? hour + 12 : hour == 12 ? 0 : hour
    case .morning: hour
    case nil: (1...5).contains(hour) ? hour + 12 : hour
    }
  }
}

extension QuantityReader {
  /// A time of day without its day.
  func clock(_ clock: (phrase: ClockPhrase, next: Int), at start: Int) -> Found? {
    let (phrase, next) = clock
    guard !phrase.isPartOnly else { return nil }
    guard let time = phrase.timeOfDay else {
      // "tỷ lệ 70:30" is no time.
      let isMeant = has(.at, at: start) || phrase.part != nil || has(.hour, at: start + 1)
      return isMeant
        ? Found(quantity: .impossible(.noSuchTime), count: next - start, isInferred: false) : nil
    }
    return Found(
      quantity: .timeOfDay(time, isVague: phrase.isVague), count: next - start,
      isInferred: phrase.isVague)
  }

  /// "8h30 sáng", "chiều 2 giờ", "14:30", "8 giờ kém 15", "đầu giờ chiều", "sáng".
  func clockPhrase(at start: Int) -> (ClockPhrase, Int)? {
    var index = start
    if has(.at, at: index) { index += 1 }
    if has([.start, .end], at: index), has(.hour, at: index + 1), let part = dayPart(at: index + 2)
    {
      let isStart = has(.start, at: index)
      var phrase = ClockPhrase(hour: part.usual.hour, part: part, isPartOnly: true)
      switch part {
      case .afternoon: (phrase.hour, phrase.minute) = isStart ? (13, 30) : (16, 30)
      case .morning: (phrase.hour, phrase.minute) = isStart ? (7, 30) : (11, 0)
      default: break
      }
      return (phrase, index + 3)
    }
    if let part = dayPart(at: index) {
      if let (phrase, next) = hourPhrase(at: has(.at, at: index + 1) ? index + 2 : index + 1) {
        var whole = phrase
        whole.part = part
        return (whole, next)
      }
      let usual = part.usual
      return (
        ClockPhrase(hour: usual.hour, minute: usual.minute, part: part, isPartOnly: true), index + 1
      )
    }
    guard var (phrase, next) = hourPhrase(at: index) else { return nil }
    if let part = dayPart(at: next) ?? unmarkedEvening(at: next), !words[next].gap.endsClause {
      phrase.part = part
      next += 1
    }
    return (phrase, next)
  }

  private func hourPhrase(at start: Int) -> (ClockPhrase, Int)? {
    if let hour = digits(start), isTight(UInt8(ascii: ":"), before: start + 1),
      let minute = digits(start + 1), words[start + 1].digits == 2
    {
      return (ClockPhrase(hour: Int(min(hour, 99)), minute: Int(minute)), start + 2)
    }
    // "lúc 25 giờ" is meant as a time, "25 giờ" is a length.
    guard let (hour, next) = smallNumber(at: start), hour <= 24 || has(.at, at: start - 1) else {
      return nil
    }
    // "3 rưỡi chiều"
    if has(.half, at: next), dayPart(at: next + 1) != nil {
      return (ClockPhrase(hour: hour, minute: 30), next + 1)
    }
    guard has(.hour, at: next) else { return nil }
    var phrase = ClockPhrase(hour: hour)
    var end = next + 1
    if has(.hours, at: end) { return nil }
    if has(.half, at: end) {
      phrase.minute = 30
      end += 1
    } else if has(.less, at: end), let (minutes, after) = smallNumber(at: end + 1), minutes < 60 {
      phrase.hour = (hour + 23) % 24
      phrase.minute = (60 - minutes) % 60
      end = has(.minute, at: after) ? after + 1 : after
    } else if end < words.count, !words[end].gap.endsClause,
      let (minutes, after) = smallNumber(at: end), minutes < 60,
      has(.minute, at: after) || digits(end) != nil && words[end].gap.isTight
        || digits(end) != nil && words[end].digits == 2 && !isDateSign(before: end + 1)
    {
      phrase.minute = minutes
      end = has(.minute, at: after) ? after + 1 : after
    } else if end < words.count, words[end].gap.isTight, words[end].digits == 2,
      let minutes = digits(end)
    {
      // "8h70"
      phrase.minute = Int(minutes)
      end += 1
    }
    return (phrase, end)
  }

  /// Digits or words below 100, without a scale after them.
  func smallNumber(at start: Int) -> (Int, Int)? {
    if let value = digits(start) { return value < 100 ? (Int(value), start + 1) : nil }
    guard let (value, next) = wholeNumber(at: start), value < 100 else { return nil }
    return (value, next)
  }

  func dayPart(at index: Int) -> DayPart? {
    guard index < words.count else { return nil }
    let terms = words[index].terms
    if terms.contains(.morning) { return .morning }
    if terms.contains(.noon) { return .noon }
    if terms.contains(.afternoon) { return .afternoon }
    // "tối" and "tôi" are one without marks: only where it was typed.
    if terms.contains(.evening), words[index].isSure { return .evening }
    if terms.contains(.night) { return .night }
    return nil
  }

  /// "9h toi nay", "7h toi mai" behind an hour are no "tôi".
  private func unmarkedEvening(at index: Int) -> DayPart? {
    has(.evening, at: index) && has([.today, .this, .tomorrow], at: index + 1) ? .evening : nil
  }

  /// A time of day with its day, in either order: "8h sáng mai", "chiều mai 2 giờ".
  func moment(at start: Int) -> Found? {
    var index = start
    var clock: ClockPhrase?
    var day: (CivilDate, isInferred: Bool)?
    for _ in 0..<3 {
      guard index < words.count, index == start || !words[index].gap.endsSentence else { break }
      if let (phrase, next) = clockPhrase(at: index), merge(phrase, into: &clock) {
        index = next
      } else if day == nil, let found = dayPhrase(at: has(.at, at: index) ? index + 1 : index) {
        day = (found.day, found.isInferred)
        index = found.next
      } else {
        break
      }
    }
    guard let clock, let day else { return nil }
    guard let time = clock.timeOfDay else {
      return Found(quantity: .impossible(.noSuchTime), count: index - start, isInferred: false)
    }
    return Found(
      quantity: .moment(Instant(day.0, time)), count: index - start,
      isInferred: day.isInferred || clock.isVague)
  }

  /// "chiều mai 2 giờ": the part of the day and the hour stand apart.
  private func merge(_ phrase: ClockPhrase, into clock: inout ClockPhrase?) -> Bool {
    guard let known = clock else {
      clock = phrase
      return true
    }
    if known.isPartOnly, !phrase.isPartOnly, phrase.part == nil {
      clock = ClockPhrase(hour: phrase.hour, minute: phrase.minute, part: known.part)
      return true
    }
    if !known.isPartOnly, known.part == nil, phrase.isPartOnly {
      clock?.part = phrase.part
      return true
    }
    return false
  }

  private func dayPhrase(at start: Int) -> (day: CivilDate, next: Int, isInferred: Bool)? {
    guard start < words.count, let found = date(at: start), case .day(let day, _) = found.quantity
    else { return nil }
    return (day, start + found.count, found.isInferred)
  }
}
