import Campaigns

/// The campaign that a command names.
enum ChosenCampaign {
  /// Throws `CommandFailure` with status 65 if there is none of that id.
  static func named(_ id: CampaignID, in directory: Directory) throws -> Campaign {
    guard let found = directory.campaign(id) else {
      throw CommandFailure(.badData, "Không có kế hoạch “\(id)”. Xem: thidua campaign list")
    }
    return found
  }

  /// The one of that id, else all.
  static func all(_ id: CampaignID?, in directory: Directory) throws -> [Campaign] {
    try id.map { [try named($0, in: directory)] } ?? directory.campaigns
  }

  /// The one of that id; it need not be named where the store has just one.
  static func one(_ id: CampaignID?, in directory: Directory) throws -> Campaign {
    if let id { return try named(id, in: directory) }
    guard let only = directory.campaigns.first, directory.campaigns.count == 1 else {
      let ids = directory.campaigns.map(\.id).joined(separator: ", ")
      throw CommandFailure(
        .wrongUsage,
        ids.isEmpty
          ? "Chưa nạp kế hoạch nào: thidua campaign load TỆP" : "Cần --campaign, một trong: \(ids)")
    }
    return only
  }
}
