package import Campaigns
package import Understanding

/// The directory's names as the lexicon wants them.
package struct Names {
  let honours: [Lexicon.Honour]
  let campaigns: [Lexicon.Campaign]
  /// What figures are reported about, in any campaign.
  let topics: [String]
  private let directory: Directory

  package init(_ directory: Directory) {
    self.directory = directory
    honours = directory.honours.honours.map {
      Lexicon.Honour(code: $0.code, names: [$0.name] + $0.aliases)
    }
    campaigns = directory.campaigns.map {
      Lexicon.Campaign(id: $0.id, names: [$0.title] + $0.aliases)
    }
    topics = directory.campaigns.flatMap(\.targets).flatMap { target in
      [target.title] + target.figures.compactMap(\.label)
    }
  }

  package func lexicon(of organization: OrganizationID, _ wordings: NameWordings) -> Lexicon {
    Lexicon(
      honours: honours, campaigns: campaigns,
      units: directory.units(of: organization).map { Lexicon.Unit(id: $0.id, name: $0.name) },
      people: directory.people(of: organization).map {
        Lexicon.Person(id: $0.id, name: $0.name, unit: $0.unit)
      },
      topics: topics,
      wordings: wordings)
  }
}
