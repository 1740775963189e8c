import Glibc

/// A small file that appears complete or not at all.
enum NewFile {
  /// Written beside `path`, brought to disk, then put in its place.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(TLSFileError) {
    let draft = path + ".new"
    unlink(draft)
    // O_EXCL: nobody's link is followed, and the mode is ours from the first byte on.
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard isWritten, rename(draft, path) == 0 else {
      let error = failure(path, code: isWritten ? errno : code)
      unlink(draft)
      throw error
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func failure(_ path: String, code: Int32 = errno) -> TLSFileError {
    TLSFileError(file: path, problem: .unwritable(code: code))
  }
}
