import Glibc

/// The only place that writes to the terminal.
enum Console {
  static func line(_ text: String) {
    write(text + "\n", to: STDOUT_FILENO)
  }

  /// As they stand, with no end of line after them.
  static func bytes(_ bytes: [UInt8]) {
    write(bytes, to: STDOUT_FILENO)
  }

  static func note(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      // Nobody reads any more, or the disk is full: there is nobody to tell.
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
