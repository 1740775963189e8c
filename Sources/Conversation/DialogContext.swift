package import Campaigns
package import CivilTime
package import Understanding

/// What a dialog may know of the world for one message.
package struct DialogContext {
  package let speaker: Speaker
  /// The login name; `nil` for a guest.
  package let username: String?
  package let directory: Directory
  package let now: Instant
  /// Asked before anything is asked back, so that nobody is led through a dialog that must end in
  /// a refusal. The clerk asks again when the command is carried out.
  package let refusal: (Act, Concern) -> Refusal?
  /// Whether the speaker can accept something after its last valid day.
  package let mayAcceptLate: Bool
  /// What an intent does, in a few words.
  package let label: (Intent) -> String
  /// What free words name.
  package let words: WordReading

  package init(
    speaker: Speaker, username: String?, directory: Directory, now: Instant,
    mayAcceptLate: Bool, refusal: @escaping (Act, Concern) -> Refusal?,
    label: @escaping (Intent) -> String,
    words: WordReading
  ) {
    self.speaker = speaker
    self.username = username
    self.directory = directory
    self.now = now
    self.mayAcceptLate = mayAcceptLate
    self.refusal = refusal
    self.label = label
    self.words = words
  }

  func honourName(_ code: HonourCode) -> String {
    directory.honours[code]?.name ?? code
  }
}

/// What the free words of a message mean; the language's own lists stand behind it.
package struct WordReading {
  /// By the names of a list.
  package let names: (WordList, String) -> [String]
  /// Words read as a message of their own, with the names that the speaker may use.
  package let read: (String) -> Reading

  /// Whether the catalogue has an intent as an order.
  private let changes: (Intent) -> Bool

  package init(
    names: @escaping (WordList, String) -> [String], read: @escaping (String) -> Reading,
    changes: @escaping (Intent) -> Bool
  ) {
    self.names = names
    self.read = read
    self.changes = changes
  }

  /// An order that would be carried out, or asked about.
  func isOrder(_ reading: Reading) -> Bool {
    switch reading.decision {
    case .act, .confirm: reading.intent.map(changes) ?? false
    case .choose, .none: false
    }
  }

  /// Somebody of the names that the speaker may use.
  func person(_ text: String) -> SubjectSlot? { read(text).slots.subject }

  func dossierStates(in text: String) -> [DossierState] {
    names(.dossierStates, text).compactMap { DossierState(rawValue: $0) }
  }

  /// The table that is named, or the calendar; `nil` where neither is.
  func exportWish(in text: String) -> ExportWish? {
    names(.exportKinds, text).lazy.compactMap { name in
      name == "calendar" ? .calendar : ExportKind(rawValue: name).map { .table($0) }
    }.first
  }

  func subjectKind(in text: String) -> SubjectKind? {
    names(.subjectKinds, text).lazy.compactMap { SubjectKind(rawValue: $0) }.first
  }
}
