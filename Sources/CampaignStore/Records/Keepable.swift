package import Wire

/// What can be kept as a record. Its JSON keys are stored: add new ones, rename none.
package protocol Keepable: Hashable, Sendable {
  static var recordKind: RecordKind { get }
  var stored: JSONValue { get }
  /// `nil` for a value that no version of the program wrote.
  init?(json: JSONValue)
}

extension Keepable {
  init?(stored text: String) {
    guard let json = try? JSONReader.read(text) else { return nil }
    self.init(json: json)
  }
}

/// Stored, so never renamed.
package enum RecordKind: String, Sendable, CaseIterable {
  case pledge, work, figure, dossier, sitting, award, feedback, example, milestone
  case places, bar, done
  /// Written by a later version.
  case other
}
