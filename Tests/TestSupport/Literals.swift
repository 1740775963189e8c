package import CivilTime

// Days and moments as tables of facts write them.

/// `"2022-01-14"`.
extension CivilDate: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let day = CivilDate(iso: text) else { preconditionFailure("no such day: \(text)") }
    self = day
  }
}

/// `"2022-01-14 23:59:59.999"`, in Vietnam's time unless an offset says otherwise.
extension Instant: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let instant = Instant(iso: text) else { preconditionFailure("no such moment: \(text)") }
    self = instant
  }
}
