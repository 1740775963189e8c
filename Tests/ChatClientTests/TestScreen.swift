@testable import ChatClient

/// A terminal of a few rows that obeys what the client writes: enough of a VT100 to see what a
/// person would see.
struct TestScreen {
  let width: Int
  private(set) var rows: [[Character]] = [[]]
  private(set) var row = 0
  private(set) var column = 0
  /// The cursor waits behind the last column until the next character.
  private var isPastEnd = false

  init(width: Int) { self.width = width }

  /// The rows without trailing spaces, the cursor as `▮` between characters.
  var picture: [String] {
    var rows = rows
    while rows[row].count < column { rows[row].append(" ") }
    rows[row].insert("▮", at: isPastEnd ? rows[row].count : column)
    return rows.map { row in
      var text = String(row.filter { $0 != "\0" })
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  mutating func obey(_ bytes: [UInt8]) {
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    var text = ""
    while let scalar = rest.popFirst() {
      guard scalar.value < 0x20 else {
        text.unicodeScalars.append(scalar)
        continue
      }
      write(text)
      text = ""
      switch scalar {
      case "\r": (column, isPastEnd) = (0, false)
      case "\n": down()
      case "\u{1B}": obeySequence(&rest)
      default: fatalError("the client wrote \(scalar.value)")
      }
    }
    write(text)
  }

  private mutating func obeySequence(_ rest: inout ArraySlice<Unicode.Scalar>) {
    precondition(rest.popFirst() == "[")
    var parameters = ""
    while let scalar = rest.popFirst() {
      guard scalar.value >= 0x40 else {
        parameters.unicodeScalars.append(scalar)
        continue
      }
      isPastEnd = false
      switch scalar {
      case "A": row = max(0, row - (Int(parameters) ?? 1))
      case "C": column = min(width - 1, column + (Int(parameters) ?? 1))
      case "J" where parameters.isEmpty: eraseBelow()
      case "J" where parameters == "2": rows = [[]]
      case "H": (row, column) = (0, 0)
      case "m": break
      default: fatalError("the client wrote ESC[\(parameters)\(scalar)")
      }
      return
    }
  }

  private mutating func eraseBelow() {
    rows.removeSubrange((row + 1)...)
    rows[row] = Array(rows[row].prefix(column))
  }

  private mutating func down() {
    row += 1
    isPastEnd = false
    if row == rows.count { rows.append([]) }
  }

  private mutating func write(_ text: String) {
    for character in text {
      let columns = character.columns
      if isPastEnd || column + columns > width {
        column = 0
        down()
      }
      while rows[row].count < column + columns { rows[row].append(" ") }
      rows[row][column] = character
      // The second half of a wide character.
      if columns == 2 { rows[row][column + 1] = "\0" }
      column += columns
      if column == width { (column, isPastEnd) = (width - 1, true) }
    }
  }
}
