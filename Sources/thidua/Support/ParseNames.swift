import ArgumentParser
import CampaignReading
import Campaigns
import ChatServer
import Understanding

/// The names that `thidua parse` knows: of a store, or of the files that come with the program.
struct ParseNames {
  private let installation: Installation

  init(_ installation: Installation) {
    self.installation = installation
  }

  func lexicon(
    data: String?, organization: String?, people: String?, _ wordings: NameWordings
  ) throws -> Lexicon {
    var directory = try data.map { try stored($0) } ?? filed()
    let home = organization ?? directory.organizations.keys.sorted().first ?? ""
    if let people {
      directory = directory.adding(
        PeopleFile.names(in: try InputFile.read(people)), to: home)
    }
    return Names(directory).lexicon(of: home, wordings)
  }

  private func stored(_ data: String) throws -> Directory {
    try StoredDirectory.read(StoreArguments.parse(["--data", data]))
  }

  private func filed() throws -> Directory {
    let honours = try installation.honours()
    let campaigns = try CampaignFiles.read(installation.campaignFiles, honours: honours)
      .map(\.campaign)
    return Directory(
      version: 0, organizations: campaigns.map(\.organization), campaigns: campaigns,
      honours: honours, calendar: WorkingCalendar(), reminderRules: ReminderRules(), units: [],
      people: [])
  }
}

extension Directory {
  /// With the people of a file, numbered by their lines, in place of those known.
  fileprivate func adding(_ rows: [NamedPerson], to organization: OrganizationID) -> Directory {
    var units: [String: UnitID] = [:]
    var people: [Person] = []
    for (index, row) in rows.enumerated() {
      let unit = row.unit.map { name in
        let id = units[name] ?? UnitID(units.count + 1)
        units[name] = id
        return id
      }
      people.append(
        Person(
          id: PersonID(index + 1), organization: organization, name: row.name, unit: unit,
          role: .member))
    }
    return Directory(
      version: version, organizations: Array(organizations.values), campaigns: campaigns,
      honours: honours, calendar: calendar, reminderRules: reminderRules,
      units: units.sorted { $0.value < $1.value }.map {
        Unit(id: $0.value, organization: organization, name: $0.key)
      },
      people: people)
  }
}
