import CivilTime
import Wire

// Reading of optional and listed members, for what is kept as JSON.

extension JSONValue {
  /// `nil` if this is no list, or if one of its elements cannot be read: half a list is damage.
  func list<Element>(of read: (JSONValue) -> Element?) -> [Element]? {
    guard let values = arrayValue else { return nil }
    let elements = values.compactMap(read)
    return elements.count == values.count ? elements : nil
  }

  func day(_ key: String) -> CivilDate? {
    self[key]?.stringValue.flatMap { CivilDate(iso: $0) }
  }

  func instant(_ key: String) -> Instant? {
    self[key]?.integerValue.map { Instant(milliseconds: $0) }
  }

  func text(_ key: String) -> String? { self[key]?.stringValue }
  func integer(_ key: String) -> Int64? { self[key]?.integerValue }
}

extension JSONValue {
  /// `null` for nothing.
  init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  init(_ day: CivilDate?) {
    self = day.map { .string($0.iso) } ?? .null
  }

  init(_ instant: Instant?) {
    self = instant.map { .integer($0.milliseconds) } ?? .null
  }
}
