import TestSupport
import Testing

/// Every conversation of `Tests/Data/conversations`, on connections in memory: no socket, no TLS, no
/// other thread, and a clock that stands still until somebody waits. `EndToEndTests` holds the same
/// ones with the built program.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.names)
  func isHeldAsWritten(name: String) throws {
    let transcript = try Transcript(named: name)
    var stage = try MemoryStage(transcript)
    try transcript.perform(on: &stage) { line, what in
      Issue.record(
        "\(what)",
        sourceLocation: SourceLocation(
          fileID: "TestSupport/Transcript", filePath: transcript.path, line: line, column: 1))
    }
  }
}
