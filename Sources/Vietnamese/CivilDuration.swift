/// A length of time as people say it: a whole number of one unit.
package struct CivilDuration: Hashable, Sendable {
  package enum Unit: Sendable { case minutes, hours, days, weeks, months, years }

  package let amount: Int
  package let unit: Unit

  package init(_ amount: Int, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// ISO 8601: `P3D`, `PT2H`; weeks are written as days.
  package var iso: String {
    switch unit {
    case .minutes: amount % 60 == 0 && amount > 0 ? "PT\(amount / 60)H" : "PT\(amount)M"
    case .hours: "PT\(amount)H"
    case .days: "P\(amount)D"
    case .weeks: "P\(amount * 7)D"
    case .months: "P\(amount)M"
    case .years: "P\(amount)Y"
    }
  }

  /// `3 ngày`, `2 tiếng`.
  package var vietnamese: String {
    let word =
      switch unit {
      case .minutes: "phút"
      case .hours: "tiếng"
      case .days: "ngày"
      case .weeks: "tuần"
      case .months: "tháng"
      case .years: "năm"
      }
    return "\(amount) \(word)"
  }
}
