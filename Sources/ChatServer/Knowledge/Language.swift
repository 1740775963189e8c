import CLinux
package import Understanding

/// The compiled `intents/`.
package struct Language: Sendable {
  package let recognizer: Recognizer
  private let labels: [Intent: String]

  /// Reads and compiles the folder; throws `CatalogueFaults` if anything in it is wrong.
  package init(intents directory: String) throws {
    let catalogue = try IntentCatalogue(directory: directory)
    recognizer = try Recognizer(catalogue)
    labels = catalogue.facts.mapValues(\.does)
    // Learning leaves tens of megabytes behind that the allocator would keep.
    malloc_trim(0)
  }

  func label(_ intent: Intent) -> String { labels[intent] ?? intent.rawValue }
}
