import Glibc

/// A small text file that belongs to one person: mode 0600 in a folder of mode 0700.
package struct PrivateFile: Sendable {
  package let path: String

  /// A call that failed, and the kernel's number for why.
  package struct Failure: Error, Equatable, Sendable {
    package let code: Int32
  }

  package init(path: String) {
    self.path = path
  }

  /// Empty if there is no such file. Bytes that are not UTF-8 are replaced.
  package func read() throws(Failure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return "" }
      throw Failure(code: errno)
    }
    defer { close(descriptor) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return String(decoding: text, as: UTF8.self) }
      if count > 0 {
        text += buffer[..<count]
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
  }

  /// Adds to the end in one write, so that two programs can do it at the same time.
  package func append(_ text: String) throws(Failure) {
    try write(text, to: path, flags: O_APPEND)
  }

  /// Puts the text in the place of the old one at once: a reader sees either whole.
  package func replace(with text: String) throws(Failure) {
    let new = path + ".new"
    try write(text, to: new, flags: O_TRUNC)
    guard rename(new, path) == 0 else { throw Failure(code: errno) }
  }

  private func write(_ text: String, to path: String, flags: Int32) throws(Failure) {
    makeFolder()
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o600)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    // An older file may have been left open to others.
    _ = fchmod(descriptor, 0o600)
    do throws(DescriptorFailure) {
      try Descriptor.write(Array(text.utf8), to: descriptor)
    } catch {
      throw Failure(code: error.code)
    }
  }

  /// Makes the folders above the file that are missing. What cannot be made shows in `open`.
  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part
      if !folder.isEmpty { mkdir(folder, 0o700) }
      folder += "/"
    }
  }
}
