import Glibc

/// Whole files as text.
enum InputFile {
  /// Throws `CommandFailure` with status 74 if it cannot be read, 65 if it is not UTF-8.
  static func read(_ path: String) throws -> String {
    guard let file = fopen(path, "rb") else {
      throw CommandFailure(
        .inputOutput, "Không đọc được \(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.badData, "\(path): không phải văn bản UTF-8")
    }
    return text
  }

  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Names of the entries, sorted; empty if there is no such folder.
  static func names(in folder: String, ending suffix: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(suffix) { names.append(name) }
    }
    return names.sorted()
  }
}
