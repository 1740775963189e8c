/// A value bound to a statement's `$N`, in the kinds that every database behind the driver shares.
///
/// Instants are `integer` milliseconds, flags `integer` 0 or 1, dates `text` in ISO form: the
/// databases' own types for these differ.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// `nil` becomes NULL.
  package init(_ value: Int64?) {
    self = value.map { .integer($0) } ?? .null
  }

  /// `nil` becomes NULL.
  package init(_ value: Int?) {
    self = value.map { .integer(Int64($0)) } ?? .null
  }

  /// `nil` becomes NULL.
  package init(_ value: Double?) {
    self = value.map { .real($0) } ?? .null
  }

  /// `nil` becomes NULL; an empty text stays an empty text.
  package init(_ value: String?) {
    self = value.map { .text($0) } ?? .null
  }

  /// 0 or 1.
  package init(_ flag: Bool) {
    self = .integer(flag ? 1 : 0)
  }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral
{
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(nilLiteral: ()) { self = .null }
}
