import Glibc

/// A server that listens.
final class RunningServer {
  let process: ChildProcess
  let port: UInt16

  init(_ process: ChildProcess) throws {
    self.process = process
    guard let line = try process.output.line() else {
      let status = try process.ended()
      throw NoServer(status: status, errors: process.errors.rest)
    }
    guard line.hasPrefix("listening chat 127.0.0.1:"),
      let port = line.split(separator: ":").last.flatMap({ UInt16($0) })
    else { throw NoServer(status: -1, errors: line) }
    self.port = port
  }

  /// SIGTERM; the exit status.
  @discardableResult
  func stop() throws -> Int32 {
    process.signal(SIGTERM)
    return try process.ended()
  }

  /// SIGKILL.
  func kill() { process.kill() }

  /// SIGHUP; returns when the log has a line that begins so for each of `expected`, in any order.
  func reload(expecting expected: [String]) throws {
    process.signal(SIGHUP)
    var missing = expected
    while !missing.isEmpty {
      guard let line = try process.errors.line() else { throw NoServer(status: -1, errors: "end") }
      missing.removeAll { line.hasPrefix($0) }
    }
  }

  func jsonClient() throws -> JSONClient { try JSONClient(port: port) }
  func textClient() throws -> TextClient { try TextClient(port: port) }
}

struct NoServer: Error {
  let status: Int32
  let errors: String
}

extension RunningServer {
  /// Waits until the simulated clock shows this minute, as every greeting tells.
  func passes(_ minute: String, _ patience: Patience = Patience()) throws {
    while !(try textClient().greeting.contains(": \(minute) ")) {
      if patience.isOver { throw TimedOut() }
    }
  }

  /// Waits until the simulated clock shows this day (`dd/mm/yyyy`) or a later one.
  func passesDay(_ day: String, _ patience: Patience = Patience()) throws {
    func sortable(_ text: Substring) -> String {
      text.split(separator: "/").reversed().joined(separator: "-")
    }
    while true {
      let shown = try textClient().greeting.split(separator: "]")[0].suffix(10)
      if sortable(shown) >= sortable(day[...]) { return }
      if patience.isOver { throw TimedOut() }
    }
  }
}
