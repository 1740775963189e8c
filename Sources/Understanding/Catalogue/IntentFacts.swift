/// What `intents/catalogue.yaml` says of one intent.
package struct IntentFacts: Sendable {
  /// What it does, in Vietnamese, for help and choices.
  package let does: String
  package let slots: [SlotRule]
  /// The words of the catalogue page: `guest` (all), `member`, `officer`, `secretary` …
  package let roles: [String]
  /// It changes something, so it needs more certainty than a question.
  package let isOrder: Bool
  /// Destructive: asks even when everything was said outright.
  package let alwaysAsks: Bool
  /// Rules of which one must be said, unrepaired, before the order counts.
  let verbs: [String]
  /// Moods that do not speak against it: progress is reported in the past tense.
  let allowedMoods: Set<Mood>
  /// The text is one run without spaces: a user name, a number of a decision.
  let textIsOneWord: Bool
  /// The text is what somebody shall read, so that questions in it are none to us.
  let textIsQuoted: Bool
  /// The text names one of the plan's targets.
  let textIsTopic: Bool
  /// It can be about several at once: "khen chị Hoa và anh Bình".
  let takesSeveral: Bool
  /// It speaks of what is over: a day without its year is the last one, not the next.
  let looksBack: Bool
  /// When "tôi" is the subject.
  let speaker: SpeakerRule
  /// Rules that say "all of it": 100 % where no figure is said.
  let complete: [String]
  /// Moods in which the order is taken, but asked back.
  let toleratedMoods: Set<Mood>

  /// Greetings, thanks, yes and no: nothing is asked for and nothing is done.
  var isTalk: Bool { slots.isEmpty && roles == ["guest"] }
}

/// When the speaker is the subject of an intent.
package enum SpeakerRule: String, Sendable {
  /// Never: somebody or something else must be named.
  case never
  /// Only when said to be: "của tôi", "cho em"; "em" alone is who does it.
  case named
  /// Whenever the speaker speaks of himself.
  case spoken
}

/// A slot of an intent.
package struct SlotRule: Sendable {
  package let name: SlotName
  /// Asked for, or taken from the context, when it was not said.
  package let isOptional: Bool
  /// Optional, but its absence makes the dialog ask before an order is carried out.
  package let isWanted: Bool
  /// Another slot that will do.
  package var instead: SlotName?
}

/// The slots by the names promised in `thidua parse --json`.
package enum SlotName: String, CaseIterable, Sendable {
  case honour, subject, unit, campaign, year, date, time, duration, number, percent, milestone
  case workKind = "work_kind"
  case documentKind = "document_kind"
  case decision, vote, format, text
}
