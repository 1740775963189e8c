import CampaignStore
import Campaigns
import CivilTime

/// How many places of a year are taken: by dossiers that the council selected, whatever became of
/// them since.
struct QuotaPlaces {
  let collectives: Int
  let persons: Int
  private let quota: Quota

  init(of campaign: Campaign, in year: Int, on session: any SQLSession) throws {
    quota = campaign.quota
    let taken = try RecordTable<Dossier>(session).all(in: campaign.id).filter {
      $0.content.year == year && [.selected, .forwarded, .awarded].contains($0.content.state)
    }
    collectives = taken.count { $0.subject?.kind == .collective }
    persons = taken.count { $0.subject?.kind == .person }
  }

  /// `nil` for no limit.
  func free(for kind: SubjectKind) -> Int? {
    guard case .perYear(let mostCollectives, let mostPersons, _) = quota else { return nil }
    return switch kind {
    case .collective: max(0, mostCollectives - collectives)
    case .person: max(0, mostPersons - persons)
    // The plan names no places for households.
    case .household: 0
    }
  }
}

extension Clerk {
  func quota(of id: CampaignID) throws -> Outcome {
    let campaign = try campaign(id)
    let year = campaign.awardYear(on: now.date)
    let places = try QuotaPlaces(of: campaign, in: year, on: session)
    return .quota(
      QuotaFacts(
        campaign: campaign.title, quota: campaign.quota, year: year,
        collectives: places.collectives, persons: places.persons))
  }
}
