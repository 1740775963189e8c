import Foundation
import Understanding

/// Keeps what was learned in a file, as a build leaves it for the server.
struct FileShelf: ModelMemory {
  let file: URL
  let program: UInt64 = 0

  func recall() -> [UInt8]? { (try? Data(contentsOf: file)).map { [UInt8]($0) } }
  func keep(_ bytes: [UInt8]) { try? Data(bytes).write(to: file) }

  struct NotLearned: Error {}

  func remove() { try? FileManager.default.removeItem(at: file) }

  /// Learns in a process of its own, so that this one shows what loading alone costs.
  static func filledByAnotherProcess() throws -> FileShelf {
    let shelf = FileShelf(
      file: FileManager.default.temporaryDirectory.appending(path: "learned-\(getpid())"))
    let learner = Process()
    learner.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    learner.arguments = ["learn", shelf.file.path]
    try learner.run()
    learner.waitUntilExit()
    guard learner.terminationStatus == 0 else { throw NotLearned() }
    return shelf
  }

  /// The other process.
  func learn() throws {
    let clock = ContinuousClock()
    let start = clock.now
    _ = try Recognizer(files: IntentCatalogue.files(in: "intents"), memory: self)
    print("learned in \(milliseconds(clock.now - start)) ms, \(peakMemory()) MB at the peak")
  }
}

private func peakMemory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}
