package import Campaigns
import CivilTime

/// How far reminders have been sent: a row for each step, written in the transaction of what was
/// sent, so that a restart neither doubles nor skips a reminder.
package struct ReminderProgressTable {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  /// `nil` before the first run.
  package func progress() throws -> ReminderProgress? {
    ReminderProgress(
      steps: try session.all(selectSteps) { row in
        ReminderProgress.Step(
          from: try row.integer(0), through: Instant(milliseconds: try row.integer(1)))
      })
  }

  package func put(_ progress: ReminderProgress) throws {
    try session.run(deleteSteps)
    for step in progress.steps {
      try session.run(
        insertStep, [.integer(step.from), .integer(step.through.milliseconds)])
    }
  }
}

private let selectSteps = SQLStatement(
  "SELECT from_person, through FROM reminder_progress ORDER BY from_person")
private let deleteSteps = SQLStatement("DELETE FROM reminder_progress")
private let insertStep = SQLStatement(
  "INSERT INTO reminder_progress (from_person, through) VALUES ($1, $2)")
