import CampaignReading
package import CampaignStore
package import Campaigns

/// Reads the store's directory and makes it whole with what lies in files.
package struct KnowledgeSource: Sendable {
  private let honours: HonoursCatalogue
  private let calendar: WorkingCalendar
  private let reminderRules: ReminderRules

  package init(
    honours: HonoursCatalogue, calendar: WorkingCalendar, reminderRules: ReminderRules
  ) {
    self.honours = honours
    self.calendar = calendar
    self.reminderRules = reminderRules
  }

  /// One state of the store. A campaign file in the store was checked when it was loaded; should a
  /// newer program refuse it all the same, the whole directory is refused.
  package func directory(on session: any SQLSession) throws -> Directory {
    let tables = DirectoryTables(session)
    return Directory(
      version: try tables.version(), organizations: try tables.organizations(),
      campaigns: try tables.campaignFiles().map { file in
        try CampaignFile.read(file.source, name: file.id + ".yaml", honours: honours)
          .moving(RecordTable<MilestoneMove>(session).all(in: file.id).map(\.content))
      },
      honours: honours, calendar: calendar, reminderRules: reminderRules,
      units: try tables.units(),
      people: try tables.people())
  }
}
