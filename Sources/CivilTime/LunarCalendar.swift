import Glibc

/// A day of the Vietnamese lunar calendar (âm lịch).
package struct LunarDate: Hashable, Sendable {
  /// The year that begins with Tết in the civil year of this number.
  package let year: Int
  /// 1 (tháng giêng) to 12 (tháng chạp).
  package let month: Int
  /// 1 to 30; a month has 29 or 30 days.
  package let day: Int
  /// The month is the leap month of its number (tháng nhuận).
  package let isLeap: Bool

  package init(year: Int, month: Int, day: Int, isLeap: Bool = false) {
    self.year = year
    self.month = month
    self.day = day
    self.isLeap = isLeap
  }
}

/// Lunar dates by the rules of 1984 TCVN: months begin on the day of the new moon, the eleventh
/// holds the winter solstice, all days counted at UTC+7 (valid from 1968).
///
/// New moons and the sun's longitude follow Jean Meeus, Astronomical Algorithms (1998), in the
/// abridged form that Hồ Ngọc Đức uses. Its errors are minutes, and new moons do come that near to
/// midnight (1998-09-21 at 00:01), so it was compared once with his published tables (amlich-hnd.js)
/// and with the ephemeris of XEphem: every month from 1990 to 2050 begins on the same day in all
/// three.
package enum LunarCalendar {
  private static let zone = 7.0

  /// The civil day of a lunar one; `nil` if that year has no such month or day, or is not one of
  /// 1900 to 2199.
  package static func civil(_ lunar: LunarDate) -> CivilDate? {
    guard (1900...2199).contains(lunar.year), (1...12).contains(lunar.month),
      (1...30).contains(lunar.day)
    else { return nil }
    let (startYear, offset) =
      lunar.month < 11 ? (lunar.year - 1, lunar.month + 1) : (lunar.year, lunar.month - 11)
    let first = eleventhMonth(of: startYear)
    let next = eleventhMonth(of: startYear + 1)
    let lunation = Int((0.5 + (Double(first) - 2_415_021.076998695) / 29.530588853).rounded(.down))
    var months = offset
    if next - first > 365 {
      let leap = leapOffset(after: first)
      let leapMonth = leap - 2 <= 0 ? leap + 10 : leap - 2
      if lunar.isLeap, lunar.month != leapMonth { return nil }
      if lunar.isLeap || offset >= leap { months += 1 }
    } else if lunar.isLeap {
      return nil
    }
    let start = newMoon(lunation + months)
    guard start + lunar.day - 1 < newMoon(lunation + months + 1) else { return nil }
    return CivilDate(daysSinceEpoch: start + lunar.day - 1 - 2_440_588)
  }

  /// The lunar day of a civil one; from 1968 on, as above.
  package static func lunar(_ date: CivilDate) -> LunarDate {
    let day = Int(date.daysSinceEpoch) + 2_440_588
    let lunation = Int(((Double(day) - 2_415_021.076998695) / 29.530588853).rounded(.down))
    var start = newMoon(lunation + 1)
    if start > day { start = newMoon(lunation) }
    if start > day { start = newMoon(lunation - 1) }
    var first = eleventhMonth(of: date.year)
    var next = first
    var year = date.year
    if first >= start {
      first = eleventhMonth(of: date.year - 1)
    } else {
      year += 1
      next = eleventhMonth(of: date.year + 1)
    }
    let difference = (start - first) / 29
    var month = difference + 11
    var isLeap = false
    if next - first > 365 {
      let leap = leapOffset(after: first)
      if difference >= leap {
        month = difference + 10
        isLeap = difference == leap
      }
    }
    if month > 12 { month -= 12 }
    if month >= 11, difference < 4 { year -= 1 }
    return LunarDate(year: year, month: month, day: day - start + 1, isLeap: isLeap)
  }

  /// Julian day number of the new moon number `index` after 1900-01-01, at UTC+7.
  private static func newMoon(_ index: Int) -> Int {
    let k = Double(index)
    let t = k / 1236.85
    let radians = Double.pi / 180
    var moon = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t * t - 0.000000155 * t * t * t
    moon += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t * t) * radians)
    let sun = (359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t * t * t) * radians
    let anomaly =
      (306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t * t * t) * radians
    let latitude =
      (21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t * t * t) * radians
    var correction = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    correction += -0.4068 * sin(anomaly) + 0.0161 * sin(2 * anomaly) - 0.0004 * sin(3 * anomaly)
    correction += 0.0104 * sin(2 * latitude) - 0.0051 * sin(sun + anomaly)
    correction += -0.0074 * sin(sun - anomaly) + 0.0004 * sin(2 * latitude + sun)
    correction += -0.0004 * sin(2 * latitude - sun) - 0.0006 * sin(2 * latitude + anomaly)
    correction += 0.0010 * sin(2 * latitude - anomaly) + 0.0005 * sin(sun + 2 * anomaly)
    let delta = -0.000278 + 0.000265 * t + 0.000262 * t * t
    return Int((moon + correction - delta + 0.5 + zone / 24).rounded(.down))
  }

  /// Which twelfth of its course the sun is in at midnight of the day, 0 to 11.
  private static func sunTwelfth(_ day: Int) -> Int {
    let t = (Double(day) - 2_451_545.5 - zone / 24) / 36525
    let radians = Double.pi / 180
    let anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t * t) * radians
    var longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
    longitude += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    let turned = longitude - 360 * (longitude / 360).rounded(.down)
    return Int(turned / 30)
  }

  /// Julian day number on which the eleventh lunar month of the year begins.
  private static func eleventhMonth(of year: Int) -> Int {
    guard let last = CivilDate(year: year, month: 12, day: 31) else { return 0 }
    let offset = Int(last.daysSinceEpoch) + 2_440_588 - 2_415_021
    let lunation = Int((Double(offset) / 29.530588853).rounded(.down))
    let start = newMoon(lunation)
    return sunTwelfth(start) >= 9 ? newMoon(lunation - 1) : start
  }

  /// The first month after the eleventh in which the sun enters no new twelfth.
  private static func leapOffset(after eleventh: Int) -> Int {
    let lunation = Int(
      (0.5 + (Double(eleventh) - 2_415_021.076998695) / 29.530588853).rounded(.down))
    var index = 1
    var arc = sunTwelfth(newMoon(lunation + index))
    var last: Int
    repeat {
      last = arc
      index += 1
      arc = sunTwelfth(newMoon(lunation + index))
    } while arc != last && index < 14
    return index - 1
  }
}
