import CampaignStore
import Glibc
import StoreOnSQLite

/// A folder of its own under /tmp that goes with the value, and a store in it.
final class TemporaryStore: Sendable {
  let folder: String
  let driver: SQLiteDriver

  var path: String { driver.path }

  init(patienceInMilliseconds: Int = 10_000) {
    var template = Array("/tmp/thidua-store-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no folder under /tmp")
    folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    driver = SQLiteDriver(
      path: folder + "/data/store.db", patienceInMilliseconds: patienceInMilliseconds)
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    rmdir(folder + "/data")
    rmdir(folder)
  }
}
