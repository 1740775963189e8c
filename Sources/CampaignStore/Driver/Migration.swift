/// One step of the schema's growth. Once released it is never edited: a change is a new step.
package struct Migration: Sendable {
  /// Counted from 1 without gaps.
  package let number: Int
  package let statements: [String]

  package init(_ number: Int, _ statements: [String]) {
    self.number = number
    self.statements = statements
  }

  /// FNV-1a over the texts: notices a step that was edited by accident.
  package var checksum: Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for statement in statements {
      statement.utf8.forEach(add)
      add(0)
    }
    return Int64(bitPattern: hash)
  }
}
