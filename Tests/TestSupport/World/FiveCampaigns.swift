import CampaignReading
package import Campaigns

/// The campaigns, honours, holidays and rules of reminders that come with the program, read from `deploy/` once.
package enum FiveCampaigns {
  /// Throws `ReadingFaults`: a broken file fails every test that needs one.
  package static func campaigns() throws -> [Campaign] { try loaded.get().campaigns }
  /// The campaign's file, as it is kept in a store.
  package static func text(of campaign: CampaignID) throws -> String {
    try TextFile.read(folder + "campaigns/\(campaign).yaml", name: campaign + ".yaml")
  }
  package static func honours() throws -> HonoursCatalogue { try loaded.get().honours }
  package static func calendar() throws -> WorkingCalendar { try loaded.get().calendar }
  package static func reminderRules() throws -> ReminderRules { try loaded.get().reminderRules }

  private struct Deployed {
    let campaigns: [Campaign]
    let honours: HonoursCatalogue
    let calendar: WorkingCalendar
    let reminderRules: ReminderRules
  }

  private static let folder =
    #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/deploy/"

  private static let loaded = Result { () throws(ReadingFaults) in
    let honours = try HonoursFolder.read(folder + "honours")
    return Deployed(
      campaigns: try CampaignsFolder.read(folder + "campaigns", honours: honours),
      honours: honours, calendar: try HolidaysFolder.read(folder + "holidays"),
      reminderRules: try ReminderRulesFile.read(
        try TextFile.read(folder + ReminderRulesFile.name, name: ReminderRulesFile.name)))
  }
}
