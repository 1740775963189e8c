import CampaignReading
import Campaigns

/// The files of `deploy/`, read once for all tests.
enum Deployed {
  static let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }

  static func path(_ folder: String) -> String { "\(root)/deploy/\(folder)" }

  static let honours = Result { () throws(ReadingFaults) in
    try HonoursFolder.read(path("honours"))
  }

  static let campaigns = Result { () throws(ReadingFaults) in
    try CampaignsFolder.read(path("campaigns"), honours: try honours.get())
  }

  static let calendar = Result { () throws(ReadingFaults) in
    try HolidaysFolder.read(path("holidays"))
  }

  static let reminderRules = Result { () throws(ReadingFaults) in
    try ReminderRulesFile.read(try text(ReminderRulesFile.name))
  }

  static func campaign(_ id: CampaignID) throws -> Campaign {
    guard let campaign = try campaigns.get().first(where: { $0.id == id }) else {
      throw Missing(id: id)
    }
    return campaign
  }

  static func text(_ file: String) throws(ReadingFaults) -> String {
    try TextFile.read("\(root)/deploy/\(file)", name: file)
  }

  struct Missing: Error { let id: String }
}
