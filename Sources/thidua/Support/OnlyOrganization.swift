import CampaignStore
import Campaigns
import StoreOnSQLite

/// The store's organization where there is just one, so that it need not be named.
enum OnlyOrganization {
  static func find(_ driver: SQLiteDriver) throws -> String {
    let organizations = try driver.openReading().withSnapshot {
      try DirectoryTables($0).organizations()
    }
    guard let only = organizations.first, organizations.count == 1 else {
      let ids = organizations.map(\.id).joined(separator: ", ")
      throw CommandFailure(.wrongUsage, "Cần --organization, một trong: \(ids)")
    }
    return only.id
  }
}
