import CampaignStore
import Campaigns
import CivilTime

/// What a run has learned of the store, so that the next one need not read it again.
///
/// Everything in it is checked against the store or may be too much: an empty one is always right.
package struct ReminderMemory: Sendable {
  /// All in use, and perhaps some that no longer are: at their hours nobody gets anything.
  private(set) var schedules: Set<ReminderSchedule> = [.standard]
  /// Settings up to this change are known.
  private var newestSetting: Int64 = 0
  private var agenda: (agenda: ReminderAgenda, version: Int64)?
  /// Of the round under way.
  var book = CaseBook()

  package init() {}

  mutating func readSettings(on session: any SQLSession) throws {
    let newer = try ReminderSettingsTable(session).schedules(after: newestSetting)
    newestSetting = newer.newest
    if !newer.schedules.isSubset(of: schedules) {
      schedules.formUnion(newer.schedules)
      agenda = nil
    }
  }

  mutating func agenda(
    after start: Instant, through end: Instant, in directory: Directory
  ) -> ReminderAgenda {
    if let kept = agenda, kept.version == directory.version, kept.agenda.start == start,
      kept.agenda.end == end
    {
      return kept.agenda
    }
    let fresh = ReminderAgenda(
      in: directory, after: start, through: end, schedules: schedules)
    agenda = (fresh, directory.version)
    return fresh
  }

  mutating func endRound() {
    agenda = nil
    book = CaseBook()
  }
}
