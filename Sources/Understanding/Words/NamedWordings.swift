import Vietnamese

/// Lists of the catalogue that explain free words, by their keys in `intents/lists/`.
package enum WordList: String, CaseIterable, Sendable {
  /// Names are those of `DossierState`.
  case dossierStates = "dossier_states"
  /// Cá nhân, tập thể, hộ gia đình.
  case subjectKinds = "subject_kinds"
  /// What a file is to hold: names are those of `ExportKind`, and `calendar`.
  case exportKinds = "export_kinds"
  /// What is to be changed about reminders.
  case reminderSettings = "reminder_settings"
}

/// Names of things with the ways in which people call them, for texts that a list of the catalogue
/// explains.
struct NamedWordings: Sendable {
  private struct Wording {
    let name: String
    let words: [Syllable]

    /// Side by side; marks count where they were typed.
    func isIn(_ text: [Syllable]) -> Bool {
      guard text.count >= words.count else { return false }
      return (0...text.count - words.count).contains { start in
        zip(text[start...], words).allSatisfy { typed, word in
          typed.key == word.key && (typed.marks.isEmpty || typed.marks == word.marks)
        }
      }
    }
  }

  private let wordings: [Wording]

  init(_ table: [(name: String, wordings: [String])]) {
    wordings = table.flatMap { name, wordings in
      wordings.map { Wording(name: name, words: FoldedText($0).syllables) }
    }
  }

  /// The names of the longest wordings in `text`, each once; none if nothing is named.
  func names(in text: String) -> [String] {
    let words = FoldedText(text).syllables
    let found = wordings.filter { $0.isIn(words) }
    let longest = found.map(\.words.count).max()
    return found.filter { $0.words.count == longest }.map(\.name).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}
