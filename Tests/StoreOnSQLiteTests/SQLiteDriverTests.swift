import CampaignStore
import Glibc
import StoreOnSQLite
import Testing

@Suite struct SQLiteDriverTests {
  let store = TemporaryStore(patienceInMilliseconds: 20)

  // MARK: A new store

  @Test func folderAndFilesAreForTheirOwnerOnly() throws {
    let session = try store.driver.openWriting()
    try session.run(Numbers.create)
    #expect(mode(store.folder + "/data") == 0o700)
    for suffix in ["", "-wal", "-shm"] { #expect(mode(store.path + suffix) == 0o600) }
  }

  @Test(arguments: [
    ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("temp_store", "2"),
  ])
  func theSettingsHold(name: String, value: String) throws {
    let session = try store.driver.openWriting()
    #expect(try session.first(SQLStatement("PRAGMA \(name)")) { try $0.text(0) } == value)
  }

  @Test func atTheEndTheFileIsWhole() throws {
    try store.driver.transaction { session in try session.run(Numbers.create) }
    #expect(access(store.path, F_OK) == 0)
    #expect(access(store.path + "-wal", F_OK) != 0)
  }

  @Test func manyMayOpenANewStoreAtOnce() throws {
    let store = TemporaryStore()
    let box = Failures()
    concurrently(8) { _ in
      box.note { _ = try store.driver.transaction { try $0.run(SQLStatement("SELECT 1")) } }
    }
    #expect(box.all == [])
  }

  // MARK: What is no store

  @Test func readingMakesNoStore() throws {
    #expect(failure { _ = try store.driver.openReading() }?.kind == .missing)
    #expect(access(store.folder + "/data", F_OK) != 0)
  }

  @Test func aStoreInTheMakingIsNotThereYet() throws {
    try makeFile([])
    #expect(failure { _ = try store.driver.openReading() }?.kind == .missing)
  }

  @Test(arguments: [2, 15, 16, 100, 511, 512, 4096, 100_000])
  func aFileThatIsNoDatabaseIsRefusedAndLeftAlone(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 65) }
    try makeFile(bytes)
    #expect(failure { _ = try store.driver.openWriting() }?.kind == .notAStore)
    #expect(failure { _ = try store.driver.openReading() }?.kind == .notAStore)
    #expect(try read(store.path) == bytes)
  }

  @Test(arguments: ["PRAGMA application_id = 0", "PRAGMA application_id = 252006673"])
  func aDatabaseOfAnotherProgramIsRefusedAndLeftAlone(text: String) throws {
    try store.driver.transaction { session in try session.run(Numbers.create) }
    try store.driver.openWriting().run(SQLStatement(text))
    let bytes = try read(store.path)
    let error = failure { _ = try store.driver.openWriting() }
    #expect(error == StoreError(.open, .notAStore, detail: store.path))
    #expect(failure { _ = try store.driver.openReading() }?.kind == .notAStore)
    #expect(try read(store.path) == bytes)
  }

  @Test func aDamagedPageIsToldAsCorrupt() throws {
    try store.driver.transaction { session in
      try session.run(Numbers.create)
      for number in 0..<5000 as Range<Int64> { try session.run(Numbers.insert, [.integer(number)]) }
    }
    var bytes = try read(store.path)
    bytes.replaceSubrange(4096..<20_480, with: repeatElement(0xAA, count: 16_384))
    try makeFile(bytes)
    let error = failure { _ = try store.numbers }
    #expect(error?.kind == .corrupt)
    #expect(error?.act == .run)
  }

  @Test func aFolderInPlaceOfTheFileIsRefused() throws {
    mkdir(store.folder + "/data", 0o700)
    mkdir(store.path, 0o700)
    defer { rmdir(store.path) }
    #expect(failure { _ = try store.driver.openWriting() }?.kind == .denied)
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let folder = store.folder + "/not/there"
    let error = failure { _ = try SQLiteDriver(path: folder + "/store.db").openWriting() }
    #expect(error == StoreError(.open, .denied, code: Int(ENOENT), detail: folder))
  }

  // MARK: Others at the same store

  @Test func aStoreKeptByAnotherIsBusy() throws {
    let other = try store.driver.openWriting()
    try other.run(SQLStatement("PRAGMA locking_mode = EXCLUSIVE"))
    try other.run(Numbers.create)
    #expect(failure { _ = try store.driver.openWriting() }?.kind == .busy)
    #expect(failure { _ = try store.driver.openReading() }?.kind == .busy)
  }

  @Test func aTransactionWaitsAndThenGivesUp() throws {
    let other = try store.driver.openWriting()
    try other.begin()
    let error = failure { _ = try store.driver.transaction { try $0.run(Numbers.create) } }
    #expect(error?.kind == .busy)
    #expect(error?.act == .begin)
  }

  @Test func whatATransactionThrowsUndoesIt() throws {
    struct Refused: Error {}
    try store.driver.transaction { session in try session.run(Numbers.create) }
    #expect(throws: Refused.self) {
      try store.driver.transaction { session in
        try session.run(Numbers.insert, [1])
        throw Refused()
      }
    }
    #expect(try store.numbers == [])
  }

  private func makeFile(_ bytes: [UInt8]) throws {
    mkdir(store.folder + "/data", 0o700)
    let file = open(store.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    try #require(write(file, bytes, bytes.count) == bytes.count)
  }

  private func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY)
    try #require(file >= 0)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = Glibc.read(file, &bytes, bytes.count)
    return Array(bytes.prefix(count))
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}
