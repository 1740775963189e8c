import Glibc
import Understanding

/// A file that keeps what was learned from `intents/` for the next start.
///
/// It may be deleted at any time. It is put in its place at once, so that programs that start
/// together read it whole or not at all.
package struct ModelFile: ModelMemory {
  private let path: String

  /// Makes the folders above it that are missing.
  package init(path: String) {
    self.path = path
  }

  /// From the size of the program's own file and the time of its last change.
  package var program: UInt64 {
    var facts = stat()
    guard stat("/proc/self/exe", &facts) == 0 else { return 0 }
    return UInt64(bitPattern: Int64(facts.st_size)) &* 1_000_003
      ^ UInt64(bitPattern: Int64(facts.st_mtim.tv_sec)) << 30
      ^ UInt64(bitPattern: Int64(facts.st_mtim.tv_nsec))
  }

  package func recall() -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var facts = stat()
    // Only the owner's own file is trusted.
    guard fstat(descriptor, &facts) == 0, facts.st_uid == geteuid(), facts.st_size > 0 else {
      return nil
    }
    let size = Int(facts.st_size)
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while initialized < size {
        let count = read(
          descriptor, buffer.baseAddress.map { $0 + initialized }, size - initialized)
        guard count > 0 else {
          isWhole = false
          return
        }
        initialized += count
      }
    }
    return isWhole ? bytes : nil
  }

  package func keep(_ bytes: [UInt8]) {
    makeFolders()
    let draft = "\(path).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = ModelFile.write(bytes, to: descriptor)
    close(descriptor)
    if !isWritten || rename(draft, path) != 0 { unlink(draft) }
  }

  private func makeFolders() {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part
      if !folder.isEmpty { mkdir(folder, 0o700) }
      folder += "/"
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(
          descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }
}
