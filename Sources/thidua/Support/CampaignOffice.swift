import CampaignReading
import CampaignStore
import Campaigns
import CivilTime
import StoreOnSQLite

/// Campaign files into the store.
struct CampaignOffice {
  private let driver: SQLiteDriver
  private let honours: HonoursCatalogue

  init(_ driver: SQLiteDriver, honours: HonoursCatalogue) {
    self.driver = driver
    self.honours = honours
  }

  /// All files or none.
  func load(_ paths: [String], at now: Instant) throws -> [Campaign] {
    let files = try CampaignFiles.read(paths, honours: honours)
    try driver.transaction { session in
      let tables = DirectoryTables(session)
      for file in files {
        let campaign = file.campaign
        try tables.put(campaign.organization)
        try tables.put(
          CampaignFileRow(
            id: campaign.id, organization: campaign.organization.id, source: file.text), at: now)
        try ChangeLog(session).add(
          ChangeEntry(
            receipt: Receipt(number: try Numbering(session).take(), at: now),
            organization: campaign.organization.id, person: nil, act: .campaignLoad,
            detail: campaign.id))
      }
    }
    return files.map(\.campaign)
  }

  /// A store that has no campaign yet gets those that come with the program.
  func loadIfEmpty(_ paths: [String], at now: Instant) throws {
    let isEmpty = try driver.openReading().withSnapshot {
      try DirectoryTables($0).campaignFiles().isEmpty
    }
    guard isEmpty, !paths.isEmpty else { return }
    let loaded = try load(paths, at: now)
    Console.note("đã nạp \(loaded.count) kế hoạch: \(loaded.map(\.id).joined(separator: ", "))")
  }
}

/// Campaign files read from disk, each fault of each file named.
enum CampaignFiles {
  struct Entry {
    let campaign: Campaign
    let text: String
  }

  static func read(_ paths: [String], honours: HonoursCatalogue) throws -> [Entry] {
    var entries: [Entry] = []
    var faults: [Fault] = []
    for path in paths {
      let text = try InputFile.read(path)
      do throws(ReadingFaults) {
        entries.append(
          Entry(campaign: try CampaignFile.read(text, name: path, honours: honours), text: text))
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw ReadingFaults(faults: faults) }
    return entries
  }
}
