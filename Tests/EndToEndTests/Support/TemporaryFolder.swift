import Glibc

/// A folder that goes with this object.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/thidua-e2e-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw NotStarted(program: "mkdtemp", reason: String(cString: strerror(errno)))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    Guardian.shared.watch(folder: path)
  }

  deinit {
    TemporaryFolder.remove(path)
    Guardian.shared.forget(folder: path)
  }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
    }
    _ = Glibc.remove(path)
  }

  /// Writes a file, replacing one of that name, and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    guard let stream = fopen(file, "wbe") else {
      throw NotStarted(program: file, reason: String(cString: strerror(errno)))
    }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
    return file
  }
}
