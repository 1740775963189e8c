import CLinux
package import Understanding

/// The compiled `intents/`.
package struct Language: Sendable {
  package let recognizer: Recognizer

  /// Reads and compiles the folder; throws `CatalogueFaults` if anything in it is wrong.
  ///
  /// - Parameter memory: what an earlier start learned from the same files; without it, learning
  ///   takes about a second.
  package init(intents directory: String, memory: ModelFile?) throws {
    recognizer = try Recognizer(files: IntentCatalogue.files(in: directory), memory: memory)
    // Learning leaves tens of megabytes behind that the allocator would keep.
    malloc_trim(0)
  }

  func label(_ intent: Intent) -> String { recognizer.facts(of: intent).does }
}
