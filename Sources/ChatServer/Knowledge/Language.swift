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
  }

  func label(_ intent: Intent) -> String { labels[intent] ?? intent.rawValue }
}
