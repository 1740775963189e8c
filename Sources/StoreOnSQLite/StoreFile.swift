import CampaignStore
import Glibc

/// The place of a store in the file system.
struct StoreFile {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  var exists: Bool { access(path, F_OK) == 0 }

  /// Makes the folder with mode 0700 and an empty file with mode 0600. What is there keeps its mode.
  ///
  /// SQLite alone would let everyone read the file; its log and its index take over the file's mode.
  func makeIfMissing() throws(StoreError) {
    if exists { return }
    try makeFolder()
    // Not `open`: closing a descriptor of the file would drop this process's locks on it.
    guard mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// `nil` for the current one.
  var folder: String? {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
  }

  private func makeFolder() throws(StoreError) {
    guard let folder, folder != "/" else { return }
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder) }
  }

  private func failure(_ path: String) -> StoreError {
    let code = errno
    return StoreError(.open, code == ENOSPC ? .full : .denied, code: Int(code), detail: path)
  }
}
