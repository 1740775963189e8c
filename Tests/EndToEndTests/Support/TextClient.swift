import SecureSockets

/// A person at a terminal: lines of text, as with `openssl s_client -quiet`.
final class TextClient {
  let connection: LineConnection
  let greeting: String

  init(port: UInt16) throws {
    connection = try LineConnection(port: port)
    greeting = try connection.needLine()
  }

  func send(_ line: String) throws { try connection.send(line + "\n") }

  /// The next line.
  func line() throws -> String { try connection.needLine() }

  /// Says something and returns the first line of the answer.
  func ask(_ text: String) throws -> String {
    try send(text)
    return try line()
  }

  /// Everything said until the answer to "cảm ơn", which is sent now: a mark behind all answers
  /// that are due.
  func linesUntilThanked() throws -> [String] {
    try send("cảm ơn")
    var lines: [String] = []
    while true {
      let line = try line()
      if line == "Dạ, không có gì ạ." { return lines }
      lines.append(line)
    }
  }

  /// "đăng nhập TÊN", and the password on the next line; the answer to that.
  func logIn(_ user: String, _ password: String) throws -> String {
    _ = try ask("đăng nhập \(user)")
    return try ask(password)
  }
}
