import Yams

extension Table {
  /// A table under `key`. A missing one is noted and `body` reads an empty one.
  func table<Value>(_ key: String, _ body: (Table) -> Value) -> Value {
    guard let node = node(key, required: true), let table = table(node, key: key) else {
      return body(.silent())
    }
    return table.reading(body)
  }

  func optionalTable<Value>(_ key: String, _ body: (Table) -> Value) -> Value? {
    guard let node = node(key, required: false), let table = table(node, key: key) else {
      return nil
    }
    return table.reading(body)
  }

  /// The tables of a list. `unique` names a key in which no two of them may agree.
  func tables<Value>(
    _ key: String, required: Bool = false, unique: String? = nil, _ body: (Table) -> Value
  ) -> [Value] {
    let tables = items(key, required: required).compactMap { table($0, key: key) }
    let values = tables.map { $0.reading(body) }
    if let unique { noteDoubles(tables.compactMap { $0.uniqueValue(unique) }, key: unique) }
    return values
  }

  /// The texts of a list, all different.
  func texts(_ key: String, required: Bool = false) -> [String] {
    let items = items(key, required: required).compactMap { node in
      text(node, key: key).map { ($0, node.position) }
    }
    noteDoubles(items, key: key)
    return items.map(\.0)
  }

  /// The words of a list, each one of an enum's; never empty.
  func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) -> [Choice] where Choice.RawValue == String {
    var chosen: [(String, Position)] = []
    let choices: [Choice] = items(key, required: true).compactMap { node in
      guard let word = text(node, key: key) else { return nil }
      let place = node.position
      chosen.append((word, place))
      return choice(word, key: key, at: place)
    }
    noteDoubles(chosen, key: key)
    return choices
  }

  private func table(_ node: Node, key: String) -> Table? {
    guard let mapping = node.mapping else {
      log.note(
        .wrongType(key: key, expected: .table, found: node.valueType),
        at: node.position)
      return nil
    }
    return Table(mapping, into: log)
  }

  func items(_ key: String, required: Bool) -> [Node] {
    guard let node = node(key, required: required) else { return [] }
    guard let sequence = node.sequence else {
      note(.wrongType(key: key, expected: .list, found: node.valueType), at: key)
      return []
    }
    if required, sequence.isEmpty { note(.emptyList(key: key), at: key) }
    return Array(sequence)
  }

  private func uniqueValue(_ key: String) -> (String, Position)? {
    guard let value = scalarText(key) else { return nil }
    return (value, position(of: key))
  }

  func noteDoubles(_ values: [(String, Position)], key: String) {
    var first: [String: Position] = [:]
    for (value, place) in values {
      if let earlier = first[value] {
        log.note(.duplicateValue(key: key, value: value, firstLine: earlier.line), at: place)
      } else {
        first[value] = place
      }
    }
  }
}
