/// A fault in a file of `intents/`, with the place and what to do about it.
package struct CatalogueFault: Error, Sendable, CustomStringConvertible {
  /// Relative to the folder.
  package let file: String
  /// From 1; 0 when the file as a whole is meant.
  package let line: Int
  package let column: Int
  package let message: String
  package let advice: String

  package var description: String { "\(file):\(line):\(column): \(message). \(advice)" }
}

/// Every fault that was found: a folder is taken whole or not at all.
package struct CatalogueFaults: Error, Sendable, CustomStringConvertible {
  package let faults: [CatalogueFault]

  package var description: String { faults.map(\.description).joined(separator: "\n") }
}
