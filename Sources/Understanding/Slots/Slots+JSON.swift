import CivilTime
import Vietnamese
package import Wire

extension Slots {
  /// Canonical values under the names that clients are promised; only what was said.
  ///
  /// One honour is a string, several are a list. Names are those of the lexicon; where a name fits
  /// several, or none, it stands as written, with its candidates.
  package func json(_ lexicon: Lexicon) -> JSONObject {
    var json = JSONObject()
    func set(_ name: SlotName, _ value: JSONValue?) {
      if let value { json[name.rawValue] = value }
    }
    set(.honour, honourJSON)
    set(.subject, subjectJSON(lexicon))
    set(.unit, unit?.json(lexicon))
    set(.campaign, JSONValue(oneOrMore: campaigns))
    set(.year, year.map { .integer(Int64($0)) })
    set(.date, date?.iso.map { .string($0) })
    set(.time, time.map { .string($0.iso) })
    set(.duration, duration.map { .string($0.iso) })
    set(.number, number.map { JSONValue(decimal: $0) })
    set(.percent, percent.map { JSONValue(decimal: $0) })
    set(.milestone, milestone.map { .string($0.rawValue) })
    set(.workKind, workKind.map { .string($0.rawValue) })
    set(.documentKind, documentKind.map { .string($0.rawValue) })
    set(.decision, decision.map { .string($0.rawValue) })
    set(.vote, vote.map { .string($0.rawValue) })
    set(.format, format.map { .string($0.rawValue) })
    set(.text, text.map { .string($0) })
    return json
  }

  private func subjectJSON(_ lexicon: Lexicon) -> JSONValue? {
    guard let first = subject?.json(lexicon), !others.isEmpty else { return subject?.json(lexicon) }
    return .array([first] + others.compactMap { $0.json(lexicon) })
  }

  private var honourJSON: JSONValue? {
    JSONValue(oneOrMore: honours.isEmpty ? honourCandidates : honours)
  }
}

extension SubjectSlot {
  fileprivate func json(_ lexicon: Lexicon) -> JSONValue? {
    switch self {
    case .me: ["kind": "me"]
    case .person(_, let asWritten): named("person", asWritten, lexicon)
    case .unit(_, let asWritten): named("unit", asWritten, lexicon)
    case .household(_, let asWritten): named("household", asWritten, lexicon)
    case .spokenOf: ["kind": "person", "name": .null]
    case .unresolved(let asWritten): ["kind": "person", "name": .string(asWritten)]
    }
  }

  private func named(_ kind: String, _ asWritten: String, _ lexicon: Lexicon) -> JSONValue {
    let names = candidates.compactMap { lexicon.name(of: $0, in: self) }
    var json: JSONObject = ["kind": .string(kind)]
    json["name"] = .string(names.count == 1 ? names[0] : asWritten)
    if names.count > 1 { json["candidates"] = .array(names.map { .string($0) }) }
    return .object(json)
  }
}

extension UnitSlot {
  fileprivate func json(_ lexicon: Lexicon) -> JSONValue {
    .string(
      (candidates.count == 1 ? lexicon.unitName(of: candidates[0]) : nil) ?? asWritten)
  }
}

extension JSONValue {
  /// `nil` for none.
  fileprivate init?(oneOrMore values: [String]) {
    switch values.count {
    case 0: return nil
    case 1: self = .string(values[0])
    default: self = .array(values.map { .string($0) })
    }
  }

  /// A whole number without a fraction.
  fileprivate init(decimal: Double) {
    if decimal == decimal.rounded(), abs(decimal) < 1e15 {
      self = .integer(Int64(decimal))
    } else {
      self = .number(decimal)
    }
  }
}
