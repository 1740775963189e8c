import Synchronization

/// One statement's text, written once in the subset that SQLite and PostgreSQL share, with its
/// parameters as `$1`…`$N`.
///
/// Equal texts share a `slot`, a small dense number by which a session finds its prepared
/// statement without hashing the text. Making a value hashes the text once under a lock, so keep
/// statements in `static let`. Slots are never given back: a text that is put together at run time
/// and takes many shapes is made with `init(once:)`.
package struct SQLStatement: Sendable {
  package let text: String

  /// Where sessions keep the prepared form, counted from 0; `nil` if it is not to be kept.
  package let slot: Int?

  package init(_ text: String) {
    self.text = text
    slot = slots.withLock { $0.slot(of: text) }
  }

  /// A statement that is prepared, used once and forgotten, such as a step of a migration.
  package init(once text: String) {
    self.text = text
    slot = nil
  }

  /// The statements for 1, 2, … `limit` elements of a list, such as `id IN ($2, $3)`: the one
  /// for `n` elements stands at `n - 1`. Elements take the parameters from `first` on.
  package static func list(
    upTo limit: Int, firstParameter first: Int, _ text: (_ parameters: String) -> String
  ) -> [SQLStatement] {
    (1...limit).map { count in
      SQLStatement(text((first..<first + count).map { "$\($0)" }.joined(separator: ", ")))
    }
  }
}

private struct SlotTable {
  private var slots: [String: Int] = [:]

  mutating func slot(of text: String) -> Int {
    if let slot = slots[text] { return slot }
    slots[text] = slots.count
    return slots.count - 1
  }
}

private let slots = Mutex(SlotTable())
