/// A moment, as milliseconds since 1970-01-01T00:00:00Z.
///
/// What people mean by a day is always Vietnam's day: UTC+7 without summer time, wherever the
/// server stands. The zone is fixed here and nowhere else; no function reads the process's zone.
package struct Instant: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  /// Vietnam's distance from UTC in milliseconds (7 hours, the same all year since 1975).
  package static let vietnamOffset: Int64 = 7 * 3_600_000

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// That time of day in Vietnam. `time` may be 24:00, the end of the day.
  package init(_ date: CivilDate, _ time: TimeOfDay = .midnight) {
    milliseconds =
      Int64(date.daysSinceEpoch) * 86_400_000 + Int64(time.milliseconds) - Instant.vietnamOffset
  }

  /// Reads `2022-01-10T07:59:50+07:00`, with an optional fraction of a second and `Z` or an
  /// offset. Without an offset Vietnam's time is meant. `nil` for anything else.
  package init?(iso text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    guard rest.count >= 16,
      let date = CivilDate(iso: String(decoding: rest.prefix(10), as: UTF8.self))
    else { return nil }
    rest = rest.dropFirst(10)
    guard rest.first == UInt8(ascii: "T") || rest.first == UInt8(ascii: " ") else { return nil }
    rest = rest.dropFirst()
    guard let hour = decimal(rest.prefix(2)), rest.dropFirst(2).first == UInt8(ascii: ":"),
      let minute = decimal(rest.dropFirst(3).prefix(2))
    else { return nil }
    rest = rest.dropFirst(5)
    var second = 0
    var fraction = 0
    if rest.first == UInt8(ascii: ":") {
      guard rest.count >= 3, let value = decimal(rest.dropFirst().prefix(2)) else { return nil }
      second = value
      rest = rest.dropFirst(3)
      if rest.first == UInt8(ascii: ".") {
        let digits = rest.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard !digits.isEmpty, let value = decimal((Array(digits) + [48, 48]).prefix(3)) else {
          return nil
        }
        fraction = value
        rest = rest.dropFirst(1 + digits.count)
      }
    }
    guard let time = TimeOfDay(hour: hour, minute: minute, second: second, millisecond: fraction),
      let offset = Instant.offset(rest)
    else { return nil }
    milliseconds = Int64(date.daysSinceEpoch) * 86_400_000 + Int64(time.milliseconds) - offset
  }

  /// The day in Vietnam.
  package var date: CivilDate {
    CivilDate(
      daysSinceEpoch: Int((milliseconds + Instant.vietnamOffset).flooredDivision(by: 86_400_000)))
  }

  /// The time of day in Vietnam, to the millisecond.
  package var timeOfDay: TimeOfDay {
    let local = milliseconds + Instant.vietnamOffset
    let inDay = local - local.flooredDivision(by: 86_400_000) * 86_400_000
    return TimeOfDay(milliseconds: Int32(inDay))
  }

  /// `2022-01-10T08:00:00+07:00`, to the second.
  package var iso: String { date.iso + "T" + timeOfDay.hoursMinutesSeconds + "+07:00" }

  package func adding(milliseconds more: Int64) -> Instant {
    Instant(milliseconds: milliseconds + more)
  }

  package static func < (one: Instant, other: Instant) -> Bool {
    one.milliseconds < other.milliseconds
  }

  private static func offset(_ text: ArraySlice<UInt8>) -> Int64? {
    guard let sign = text.first else { return vietnamOffset }
    if sign == UInt8(ascii: "Z") { return text.count == 1 ? 0 : nil }
    let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 4,
      let value = decimal(digits), value % 100 < 60, value / 100 <= 14
    else { return nil }
    let minutes = Int64(value / 100 * 60 + value % 100)
    return (sign == UInt8(ascii: "-") ? -minutes : minutes) * 60_000
  }
}

/// A time of day, 00:00 to 24:00 (the end of the day), to the millisecond.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  package let milliseconds: Int32

  package static let midnight = TimeOfDay(milliseconds: 0)
  package static let endOfDay = TimeOfDay(milliseconds: 86_400_000)

  /// `milliseconds` since midnight; held to a day.
  package init(milliseconds: Int32) {
    self.milliseconds = min(max(milliseconds, 0), 86_400_000)
  }

  /// `nil` for what no clock shows; 24:00:00 is allowed.
  package init?(hour: Int, minute: Int = 0, second: Int = 0, millisecond: Int = 0) {
    guard (0...24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<1000).contains(millisecond)
    else { return nil }
    let value = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    guard value <= 86_400_000 else { return nil }
    milliseconds = Int32(value)
  }

  package var hour: Int { Int(milliseconds) / 3_600_000 }
  package var minute: Int { Int(milliseconds) / 60_000 % 60 }
  package var second: Int { Int(milliseconds) / 1000 % 60 }

  /// `08:00`.
  package var hoursMinutes: String {
    String(unsafeUninitializedCapacity: 5) { digits in
      writeHoursMinutes(to: digits)
      return 5
    }
  }

  /// `08:00:00`.
  package var hoursMinutesSeconds: String {
    String(unsafeUninitializedCapacity: 8) { digits in
      writeHoursMinutes(to: digits)
      digits[5] = UInt8(ascii: ":")
      write(second, 2, to: digits, at: 6)
      return 8
    }
  }

  private func writeHoursMinutes(to digits: UnsafeMutableBufferPointer<UInt8>) {
    write(hour, 2, to: digits, at: 0)
    digits[2] = UInt8(ascii: ":")
    write(minute, 2, to: digits, at: 3)
  }

  package static func < (one: TimeOfDay, other: TimeOfDay) -> Bool {
    one.milliseconds < other.milliseconds
  }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
