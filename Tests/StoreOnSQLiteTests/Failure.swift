import CampaignStore
import Synchronization

/// The `StoreError` that `act` throws; nil if it throws none.
func failure(_ act: () throws -> Void) -> StoreError? {
  do {
    try act()
    return nil
  } catch {
    return error as? StoreError
  }
}

/// The failures of several threads.
final class Failures: Sendable {
  private let found = Mutex<[String]>([])

  var all: [String] { found.withLock { $0 } }

  func note(_ act: () throws -> Void) {
    do { try act() } catch { found.withLock { $0.append("\(error)") } }
  }
}

extension Delivery {
  /// The `StoreError` of a job that failed with one.
  var failure: StoreError? {
    if case .failure(let error) = result { error as? StoreError } else { nil }
  }
}
