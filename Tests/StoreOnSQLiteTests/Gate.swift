import CampaignStore

/// A job that holds the writer's thread until it is let go.
final class Gate: Sendable {
  private let reached = Semaphore()
  private let opened = Semaphore()

  var job: StoreWriter<Int>.Job {
    { _ in
      self.reached.post()
      self.opened.wait()
      return 0
    }
  }

  func waitUntilReached() { reached.wait() }
  func open() { opened.post() }
}
