import Yams

/// One mapping of a file, read key by key against its schema.
///
/// Each reading function notes what is wrong and then returns a placeholder; `FaultLog.finish`
/// keeps placeholders from leaving. `close` notes the keys that nobody asked for.
final class Table {
  let log: FaultLog
  /// Where the mapping begins.
  let position: Position
  private let entries: [String: Entry]
  private let order: [String]
  private var asked: [String] = []

  struct Entry {
    let keyPosition: Position
    let node: Node
  }

  init(_ mapping: Node.Mapping, into log: FaultLog) {
    self.log = log
    position = YAMLText.position(mapping.mark)
    var entries: [String: Entry] = [:]
    var order: [String] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, !DoubledKey.isMask(name) else { continue }
      entries[name] = Entry(keyPosition: key.position, node: value)
      order.append(name)
    }
    self.entries = entries
    self.order = order
  }

  /// A table without keys whose faults nobody sees: it makes the placeholder of a missing table.
  private init(silent position: Position) {
    log = FaultLog(file: "")
    self.position = position
    entries = [:]
    order = []
  }

  static func silent() -> Table { Table(silent: .wholeFile) }

  /// Reads a whole file: its root must be one mapping.
  static func read<Value>(
    _ text: String, into log: FaultLog, _ body: (Table) -> Value
  ) throws(ReadingFaults) -> Value {
    let root = YAMLText.compose(text, into: log)
    if let root, root.mapping == nil {
      log.note(.notATable, at: root.position)
    }
    let table = root?.mapping.map { Table($0, into: log) } ?? silent()
    return try log.finish(table.reading(body))
  }

  /// What `body` makes of this table; then the keys it did not ask for are noted.
  func reading<Value>(_ body: (Table) -> Value) -> Value {
    let value = body(self)
    close()
    return value
  }

  /// The value of `key`; `nil` if it is missing or null. Notes a missing one if `required`.
  func node(_ key: String, required: Bool) -> Node? {
    asked.append(key)
    guard let entry = entries[key] else {
      if required { log.note(.missingKey(key), at: position) }
      return nil
    }
    guard !entry.node.isNull else {
      if required { log.note(.emptyText(key: key), at: entry.keyPosition) }
      return nil
    }
    return entry.node
  }

  func has(_ key: String) -> Bool { entries[key].map { !$0.node.isNull } ?? false }

  /// What is written for `key`, `nil` if that is not a scalar; notes nothing.
  func scalarText(_ key: String) -> String? { entries[key]?.node.scalar?.string }

  /// Where the value of `key` stands, the table itself where there is none.
  func position(of key: String) -> Position {
    guard let entry = entries[key] else { return position }
    return entry.node.position
  }

  func note(_ problem: Problem, at key: String) {
    log.note(problem, at: position(of: key))
  }

  /// Counts these keys as known though this form of the table does not use them; noted as
  /// unknown if they are there all the same.
  func passOver(_ keys: [String]) {
    asked += keys.filter { entries[$0] == nil }
  }

  /// Notes nothing more about the keys of this table: its form as a whole is at fault.
  func giveUp() {
    asked += order
  }

  private func close() {
    for name in order where !asked.contains(name) {
      let nearby = nearest(to: name, among: asked.filter { entries[$0] == nil })
      log.note(
        .unknownKey(name, nearest: nearby, allowed: asked),
        at: entries[name]?.keyPosition ?? position)
    }
  }
}

extension Node {
  var position: Position { YAMLText.position(mark) }

  /// `null`, `~` or nothing at all; a quoted "null" is a text.
  var isNull: Bool {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  var valueType: ValueType {
    switch self {
    case .scalar: isNull ? .nothing : .text
    case .mapping: .table
    case .sequence: .list
    case .alias: .nothing
    }
  }
}
