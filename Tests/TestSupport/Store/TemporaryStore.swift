package import CampaignStore
import Glibc
import StoreOnSQLite

/// An empty store of its own, in a folder under /tmp that goes with the value.
package final class TemporaryStore: Sendable {
  package let driver: any StoreDriver
  private let folder: String
  private let path: String

  package init() {
    var template = Array("/tmp/thidua-rules-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no folder under /tmp")
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/store.db"
    driver = SQLiteDriver(path: path)
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    rmdir(folder)
  }
}
