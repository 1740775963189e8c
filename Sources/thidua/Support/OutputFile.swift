import Glibc
import Replies

/// Where a command puts the file that it makes.
enum OutputFile {
  /// Writes it to `path`, in the place of what is there, and says so; without a path to standard
  /// output, where nothing else is written then. Throws `CommandFailure` with status 74.
  static func put(_ file: ExportedFile, at path: String?) throws {
    guard let path else {
      Console.bytes(file.bytes)
      return
    }
    try write(file.bytes, to: path)
    Console.note("đã ghi \(path): \(file.countWords)")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw failure(path) }
    let written = fwrite(bytes, 1, bytes.count, file)
    // What the disk has no room for may be seen only when the file is closed.
    guard fclose(file) == 0, written == bytes.count else { throw failure(path) }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(.inputOutput, "Không ghi được \(path): \(String(cString: strerror(errno)))")
  }
}
