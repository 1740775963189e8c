package import CivilTime

/// Who has seen what the office sent lately, and when (ai đã xem).
package struct Readership: Hashable, Sendable {
  /// Narrowed to the people of that unit.
  package let unit: String?
  /// Newest first.
  package let sendings: [Sending]

  package init(unit: String?, sendings: [Sending]) {
    self.unit = unit
    self.sendings = sendings
  }

  /// One message to many.
  package struct Sending: Hashable, Sendable {
    package let kind: Kind
    package let at: Instant
    /// `nil` for what the assistant sends by itself.
    package let by: String?
    /// An announcement's words, or the duty that it is about.
    package let text: String?
    /// In the order of the directory.
    package let readers: [Reader]

    package init(kind: Kind, at: Instant, by: String?, text: String?, readers: [Reader]) {
      self.kind = kind
      self.at = at
      self.by = by
      self.text = text
      self.readers = readers
    }
  }

  package enum Kind: String, Sendable, CaseIterable {
    case announcement
    case laterDay = "extension"
    case nudge, digest
  }

  package struct Reader: Hashable, Sendable {
    package let name: String
    /// When it was shown in a text conversation, or a client acknowledged it; `nil` if not yet.
    package let seenAt: Instant?

    package init(name: String, seenAt: Instant?) {
      self.name = name
      self.seenAt = seenAt
    }
  }
}
