import Wire

// What answers say in their data.

extension Message {
  /// The honours of all registrations of a status or a list, by code.
  var honours: [String] {
    let entries =
      (data["registrations"]?.arrayValue ?? [])
      + (data["campaigns"]?.arrayValue ?? []).flatMap { $0["registrations"]?.arrayValue ?? [] }
    return entries.compactMap { $0["honour"]?.stringValue }
  }

  /// The member `name` of each row of a list.
  func names(_ list: String) -> [String] {
    (data[list]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
  }

  /// The people on a secretary's list of those missing.
  var missingNames: [String] {
    (data["missing"]?.arrayValue ?? []).flatMap { $0["names"]?.arrayValue ?? [] }
      .compactMap(\.stringValue)
  }
}
