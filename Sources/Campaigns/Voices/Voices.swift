package import CivilTime

/// A difficulty told to the responsible post (khó khăn, vướng mắc), or an objection (kiến nghị) while
/// the council's choice is public; and its answer.
package struct Feedback: Hashable, Sendable {
  package let text: String
  package let from: PersonID
  package let sentAt: Instant
  /// Last day of the public notice in which it came; `nil` outside of one.
  package let noticeEnds: CivilDate?
  package var answer: Answer?

  package init(
    text: String, from: PersonID, sentAt: Instant, noticeEnds: CivilDate? = nil,
    answer: Answer? = nil
  ) {
    self.noticeEnds = noticeEnds
    self.text = text
    self.from = from
    self.sentAt = sentAt
    self.answer = answer
  }

  /// No decision before it is answered.
  package var isOpenObjection: Bool { noticeEnds != nil && answer == nil }

  package struct Answer: Hashable, Sendable {
    package let text: String
    package let by: PersonID
    package let at: Instant

    package init(text: String, by: PersonID, at: Instant) {
      self.text = text
      self.by = by
      self.at = at
    }
  }
}

/// A good example (gương điển hình, mô hình hay) that somebody proposes; shown to all once the
/// secretary has approved it.
package struct GoodExample: Hashable, Sendable {
  package let text: String
  package let from: PersonID
  package let sentAt: Instant
  package var isApproved: Bool

  package init(text: String, from: PersonID, sentAt: Instant, isApproved: Bool = false) {
    self.text = text
    self.from = from
    self.sentAt = sentAt
    self.isApproved = isApproved
  }
}
