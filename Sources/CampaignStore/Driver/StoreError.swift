/// Why the store could not do something: for the operator's log and for the code that must tell
/// the cases apart. Holds names of the schema and of files, never a bound value, so never a
/// person's data.
package struct StoreError: Error, Hashable, Sendable {
  /// What was being done.
  package enum Act: String, Sendable {
    case open, prepare, bind, run, read, begin, commit, rollback, savepoint, migrate
  }

  package enum Constraint: String, Sendable {
    case unique, foreignKey, notNull, check, other
  }

  package enum Kind: Hashable, Sendable {
    /// Another process kept the store locked for longer than we wait. Worth a second try.
    case busy
    /// The rows would have broken a rule of the schema; nothing of the statement is kept.
    case constraint(Constraint)
    /// The file is damaged; restore a copy.
    case corrupt
    /// The file is no database, or one of another program.
    case notAStore
    /// There is nothing at this place.
    case missing
    /// The operating system does not let us read or write the file or its folder.
    case denied
    /// No room left on the disk.
    case full
    case readOnly
    /// Reading, writing or syncing the file failed.
    case inputOutput
    /// The store was written by a later version of the program.
    case newerThanProgram(store: Int, program: Int)
    /// The migration with this number was applied with another text than the program's.
    case migrationDiffers(number: Int)
    /// The transaction was gone before it could be committed; nothing of it is kept.
    case transactionLost
    /// NULL was read where a value is required.
    case unexpectedNull(column: Int)
    /// A fault of the program: syntax, wrong number of values, a transaction inside another.
    case misuse
    case other
  }

  package let act: Act
  package let kind: Kind

  /// The driver's own code, the most detailed it has; 0 if the driver was not asked.
  package let code: Int

  /// Names that help the operator: a file, a table and its columns.
  package let detail: String?

  package init(_ act: Act, _ kind: Kind, code: Int = 0, detail: String? = nil) {
    self.act = act
    self.kind = kind
    self.code = code
    self.detail = detail
  }
}

extension StoreError: CustomStringConvertible {
  /// One line for the log.
  package var description: String {
    var line = "store: \(act.rawValue) failed: \(kind)"
    if code != 0 { line += " (code \(code))" }
    if let detail { line += ": \(detail)" }
    return line
  }
}

extension StoreError.Kind: CustomStringConvertible {
  package var description: String {
    switch self {
    case .busy: "locked by another process"
    case .constraint(let constraint): "\(constraint.rawValue) constraint"
    case .corrupt: "damaged file"
    case .notAStore: "not a store of this program"
    case .missing: "nothing there"
    case .denied: "not permitted by the system"
    case .full: "disk full"
    case .readOnly: "read-only"
    case .inputOutput: "input or output error"
    case .newerThanProgram(let store, let program):
      "store at migration \(store), program knows \(program)"
    case .migrationDiffers(let number): "migration \(number) differs from the one applied"
    case .transactionLost: "transaction lost"
    case .unexpectedNull(let column): "NULL in column \(column)"
    case .misuse: "fault of the program"
    case .other: "unexpected failure"
    }
  }
}
