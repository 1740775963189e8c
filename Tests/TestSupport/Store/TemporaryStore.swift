import Glibc
package import StoreOnSQLite

/// A SQLite file in a folder of its own under /tmp, which goes with the value.
package final class TemporaryStore: Sendable {
  package let driver: SQLiteDriver
  private let folder: String

  package init() {
    var template = Array("/tmp/thidua-rules-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no folder under /tmp")
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    driver = SQLiteDriver(path: folder + "/store.db")
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(driver.path + suffix) }
    rmdir(folder)
  }
}
