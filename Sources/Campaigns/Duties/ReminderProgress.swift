package import CivilTime

/// Up to when each person has been reminded of what was due.
///
/// A round of digests goes out in batches, people in the order of their numbers. So there is one
/// step as a rule, two while a round is under way, and one more for each round that was interrupted
/// and overtaken by the next: whoever was not reached is told of both days in one message, and
/// whoever was is told nothing twice.
package struct ReminderProgress: Hashable, Sendable {
  /// From this person on, up to the next step's.
  package struct Step: Hashable, Sendable {
    package let from: PersonID
    package let through: Instant

    package init(from: PersonID, through: Instant) {
      self.from = from
      self.through = through
    }
  }

  /// People who stand at the same moment, and lag behind.
  package struct Stretch: Hashable, Sendable {
    package let people: Range<PersonID>
    package let through: Instant
  }

  /// Ascending, from person 0 on; neighbours differ.
  package private(set) var steps: [Step]

  /// Everyone stands at the same moment.
  package init(through: Instant) {
    steps = [Step(from: 0, through: through)]
  }

  /// As it was kept; `nil` for nothing.
  package init?(steps: [Step]) {
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  /// The end of the newest round, which may be under way.
  package var newest: Instant { steps.map(\.through).max() ?? steps[0].through }

  /// Everyone stands at the same moment: no round is under way.
  package var isEven: Bool { steps.count == 1 }

  /// The first people who have not been reminded of all up to `end`; `nil` if everyone has.
  package func firstStretch(before end: Instant) -> Stretch? {
    guard let index = steps.firstIndex(where: { $0.through < end }) else { return nil }
    let next = index + 1 < steps.count ? steps[index + 1].from : .max
    return Stretch(people: steps[index].from..<next, through: steps[index].through)
  }

  /// These have been reminded of all up to `end`.
  package mutating func advance(_ people: Range<PersonID>, to end: Instant) {
    guard let before = steps.last(where: { $0.from <= people.upperBound }) else { return }
    var moved = steps.filter { $0.from < people.lowerBound }
    moved.append(Step(from: people.lowerBound, through: end))
    if people.upperBound < .max {
      moved.append(Step(from: people.upperBound, through: before.through))
    }
    moved += steps.filter { $0.from > people.upperBound }
    steps = moved.reduce(into: []) { even, step in
      if even.last?.through != step.through { even.append(step) }
    }
  }

  /// The clock was set back: nothing up to `now` is due again, and what comes after it is due when
  /// the clock shows it.
  package mutating func setBack(to now: Instant) {
    steps = steps.reduce(into: []) { even, step in
      let through = min(step.through, now)
      if even.last?.through != through { even.append(Step(from: step.from, through: through)) }
    }
  }
}
