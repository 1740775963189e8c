import Foundation

extension String {
  /// Composed (NFC), without space around it: as names are kept.
  var canonical: String {
    precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
