package import CivilTime

extension Campaign {
  /// Whether one of some duties of the plan can still be done.
  ///
  /// - Parameter mayAcceptLate: the speaker is one who can accept after the last valid day.
  /// - Parameter lateReason: why it is accepted all the same; a blank one is none.
  /// - Returns: the last valid day, `nil` where there is no duty, and the reason that must be kept
  ///   with the row, `nil` if it is in time.
  /// - Throws: `deadlinePassed`.
  package func admit(
    _ duties: [Milestone], at now: Instant, mayAcceptLate: Bool, lateReason: String?
  ) throws(Refusal) -> (lastValidDay: CivilDate?, lateReason: String?) {
    guard let duty = duties.next(at: now) else { return (nil, nil) }
    let last = duty.deadline.lastValidDay
    if duty.deadline.isOpen(at: now) { return (last, nil) }
    guard mayAcceptLate, let lateReason, lateReason.saysSomething else {
      throw .deadlinePassed(
        PassedDeadline(
          campaign: id, milestone: duty.kind, title: duty.title, lastValidDay: last,
          acceptsLate: [.secretary], speakerAccepts: mayAcceptLate))
    }
    return (last, lateReason)
  }
}

extension String {
  /// A blank reason is none.
  package var saysSomething: Bool { contains { !$0.isWhitespace } }
}
