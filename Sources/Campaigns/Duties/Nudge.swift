/// What somebody of the office says to all who still owe a duty (đôn đốc): the duty, and who asks.
package struct Nudge: Hashable, Sendable {
  package let duty: DutyDue
  package let by: String

  package init(duty: DutyDue, by: String) {
    self.duty = duty
    self.by = by
  }
}
