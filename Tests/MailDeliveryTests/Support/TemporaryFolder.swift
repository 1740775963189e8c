import Glibc
import SecureSockets

/// A flat folder that goes with this object.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/thidua-mail-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SocketError("mkdtemp") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        unlink(path + "/" + name)
      }
      closedir(folder)
    }
    rmdir(path)
  }

  /// A program of the shell's, for the test to start.
  func program(_ name: String, _ script: String) throws -> String {
    let file = path + "/" + name
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o700)
    guard descriptor >= 0 else { throw SocketError("open", file) }
    let bytes = Array("#!/bin/sh\n\(script)\n".utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count else {
      throw SocketError("write", file)
    }
    close(descriptor)
    return file
  }

  /// Up to 64 KB of the file; `nil` if there is none.
  func read(_ name: String) -> String? {
    let descriptor = open(path + "/" + name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
