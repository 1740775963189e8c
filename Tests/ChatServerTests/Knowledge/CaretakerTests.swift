import CampaignStore
import Dispatch
import TestSupport
import Testing

@testable import ChatServer

@Suite struct CaretakerTests {
  private struct NoStore: Error {}
  private let store = TemporaryStore()
  private let caretaker: Caretaker

  init() throws {
    caretaker = Caretaker(store.driver.watch())
    try schema.apply(to: store.driver.openWriting())
  }

  @Test func whatCannotBeOpenedIsSaidAtTheStart() {
    #expect(throws: NoStore.self) {
      try caretaker.start(openSession: { throw NoStore() }, refresh: { _ in }, reload: {})
    }
    caretaker.stop()
  }

  @Test func aCommitByAnybodyIsNoticed() throws {
    let noticed = DispatchSemaphore(value: 0)
    try start(refresh: { noticed.signal() })
    defer { caretaker.stop() }
    // The first look always counts as a change.
    #expect(noticed.wait(timeout: .now() + 30) == .success)
    try store.driver.openWriting().transaction { try DirectoryTables($0).announceChange() }
    #expect(noticed.wait(timeout: .now() + 30) == .success)
  }

  /// No watch sees what a session commits that stays open, as the server's own does.
  @Test func aCommitOfOurOwnIsNoticedWhenItIsSaid() throws {
    let writer = try store.driver.openWriting()
    let noticed = DispatchSemaphore(value: 0)
    try start(refresh: { noticed.signal() })
    defer { caretaker.stop() }
    #expect(noticed.wait(timeout: .now() + 30) == .success)
    try writer.transaction { try DirectoryTables($0).announceChange() }
    caretaker.storeChanged()
    #expect(noticed.wait(timeout: .now() + 1) == .success)
  }

  @Test func aReloadIsDoneWhenItIsAskedFor() throws {
    let reloaded = DispatchSemaphore(value: 0)
    try start(reload: { reloaded.signal() })
    defer { caretaker.stop() }
    for _ in 0..<3 {
      caretaker.requestReload()
      #expect(reloaded.wait(timeout: .now() + 30) == .success)
    }
  }

  @Test func stoppedItDoesNothingMore() throws {
    try start()
    caretaker.stop()
    caretaker.requestReload()
    caretaker.stop()
  }

  private func start(
    refresh: @escaping @Sendable () -> Void = {}, reload: @escaping @Sendable () -> Void = {}
  ) throws {
    let driver = store.driver
    try caretaker.start(
      openSession: { try driver.openReading() }, refresh: { _ in refresh() }, reload: reload)
  }
}
