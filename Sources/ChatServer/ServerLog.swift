import Glibc

/// What the operator reads on standard error: one line per event, never a person's data.
enum ServerLog {
  static func error(_ subject: String, _ error: any Error) {
    write("error: \(subject): \(error)")
  }

  static func notice(_ text: String) {
    write(text)
  }

  private static func write(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
