import Glibc

/// Reads text files from disk; what cannot be read is a fault like any other.
package enum TextFile {
  /// The file's text. Throws if it cannot be opened or is not UTF-8; `name` is what the fault
  /// calls it.
  package static func read(_ path: String, name: String) throws(ReadingFaults) -> String {
    let log = FaultLog(file: name)
    guard let bytes = bytes(of: path, into: log) else { return try log.finish("") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      log.note(.notUTF8, at: Position(line: firstBrokenLine(bytes), column: 0))
      return try log.finish("")
    }
    return text
  }

  private static func bytes(of path: String, into log: FaultLog) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      log.note(.unreadable(path: path, errno: errno), at: .wholeFile)
      return nil
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        log.note(.unreadable(path: path, errno: errno), at: .wholeFile)
        return nil
      }
      if count == 0 { return bytes }
      bytes += chunk[0..<count]
    }
  }

  /// The first line that is not UTF-8 by itself.
  private static func firstBrokenLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let broken = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (broken ?? 0) + 1
  }

  /// The names of the files in `folder` that end so, sorted; hidden ones are passed over.
  static func names(in folder: String, ending: String) throws(ReadingFaults) -> [String] {
    guard let stream = opendir(folder) else {
      let log = FaultLog(file: folder)
      log.note(.unreadable(path: folder, errno: errno), at: .wholeFile)
      return try log.finish([])
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
