package import CivilTime

extension Campaign {
  /// The duty of a kind that is to be done next: the first that is open, else the last.
  package func duty(of kind: MilestoneKind, at now: Instant) -> Milestone? {
    milestones(of: kind).next(at: now)
  }

  /// The duty of a kind that was carried out on that day: the one that was named by its id, else the
  /// one whose last day is nearest. A late word of last year's review is about last year's, and a
  /// review right after a wave about that wave.
  package func duty(
    of kind: MilestoneKind, named id: String?, doneOn day: CivilDate
  ) -> Milestone? {
    milestone(of: kind, named: id)
      ?? milestones(of: kind).min {
        abs(day.days(to: $0.deadline.lastValidDay)) < abs(day.days(to: $1.deadline.lastValidDay))
      }
  }

  /// `nil` if none is named, or one of another kind.
  package func milestone(of kind: MilestoneKind?, named id: String?) -> Milestone? {
    id.flatMap(milestone).flatMap { $0.kind == kind ? $0 : nil }
  }

  /// The duty of any kind that ends next, else the one that ended last.
  package func duty(at now: Instant) -> Milestone? {
    milestones.sorted { $0.deadline.lastValidDay < $1.deadline.lastValidDay }.next(at: now)
  }

  /// The council's duty that a sitting on that day settles: the one whose window it is in, else the
  /// first that ends later, else the last: a late sitting is one all the same.
  package func sittingMilestone(on day: CivilDate) -> Milestone? {
    let duties = milestones(of: .council).sorted {
      $0.deadline.lastValidDay < $1.deadline.lastValidDay
    }
    return duties.first { duty in
      day <= duty.deadline.lastValidDay && (duty.opens.map { $0 <= day } ?? true)
    } ?? duties.first { day <= $0.deadline.lastValidDay } ?? duties.last
  }

  /// The year that an honour given on that day is for: that of the round, else the campaign's last.
  package func awardYear(on day: CivilDate) -> Int {
    if let round = rounds.first(where: { $0.span.contains(day) }) { return round.year }
    return period.last.year
  }
}

extension [Milestone] {
  /// The first that is open, else the last.
  func next(at now: Instant) -> Milestone? {
    first { $0.deadline.isOpen(at: now) } ?? last
  }
}
