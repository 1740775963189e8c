import CampaignStore
import Campaigns
import CivilTime

/// How many places of a year there are, and how many are taken: by dossiers that the council
/// selected, whatever became of them since.
struct QuotaPlaces {
  private let quota: Quota
  /// As the office fixed them for the year.
  let fixed: [PlacesFixed]
  private let taken: [Selection.Pool]

  init(of campaign: Campaign, in year: Int, on session: any SQLSession) throws {
    quota = campaign.quota
    fixed = try RecordTable<PlacesFixed>(session).all(in: campaign.id).map(\.content)
      .filter { $0.year == year }
    taken = try RecordTable<Dossier>(session).all(in: campaign.id).filter {
      $0.content.year == year && [.selected, .forwarded, .awarded].contains($0.content.state)
    }.compactMap { dossier in
      dossier.subject.map { Selection.Pool($0.kind, dossier.content.honour) }
    }
  }

  /// With whom a candidate shares places.
  func pool(of kind: SubjectKind, _ honour: HonourCode) -> Selection.Pool {
    let hasOwn = fixed.contains { $0.kind == kind && $0.honour == honour }
    return Selection.Pool(kind, hasOwn ? honour : nil)
  }

  /// `nil` for no limit.
  func free(in pool: Selection.Pool) -> Int? {
    places(in: pool).map { max(0, $0 - taken(in: pool)) }
  }

  func taken(in pool: Selection.Pool) -> Int {
    taken.count { taken in taken.honour.map { self.pool(of: taken.kind, $0) } == pool }
  }

  func taken(by kind: SubjectKind) -> Int { taken.count { $0.kind == kind } }

  private func places(in pool: Selection.Pool) -> Int? {
    if let fixed = fixed.last(where: { $0.kind == pool.kind && $0.honour == pool.honour }) {
      return fixed.places
    }
    guard case .perYear(let collectives, let persons, _) = quota else { return nil }
    return switch pool.kind {
    case .collective: collectives
    case .person: persons
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
        collectives: places.taken(by: .collective), persons: places.taken(by: .person),
        fixed: places.fixed.map { fixed in
          QuotaFacts.Fixed(
            kind: fixed.kind, honour: fixed.honour.map(honourName), places: fixed.places,
            taken: places.taken(in: Selection.Pool(fixed.kind, fixed.honour)))
        }))
  }

  /// What the plan leaves open is fixed by the office; said again, it takes the place of what was
  /// fixed before.
  func fixPlaces(
    _ id: CampaignID, _ kind: SubjectKind, _ honour: HonourCode?, places count: Int,
    by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .quotaSet, .nobody, in: id, by: person)
    switch desk.campaign.quota {
    case .perYear(_, _, let source):
      throw Refusal.wrongState(.quota(.fixedByPlan(campaign: desk.campaign.title, source: source)))
    case .afterEnd: try checkQuotaIsOpen(desk.campaign)
    case .none: break
    }
    if let honour {
      try Eligibility(directory.honours, desk.campaign).check(honour, for: kind, on: now.date)
    }
    let year = desk.campaign.awardYear(on: now.date)
    let fixed = PlacesFixed(kind: kind, honour: honour, year: year, places: count, day: now.date)
    let taken = try QuotaPlaces(of: desk.campaign, in: year, on: session)
      .taken(in: Selection.Pool(kind, honour))
    if taken > count { throw Refusal.wrongState(.quota(.alreadyTaken(taken))) }
    let receipt = try desk.receipt(.quotaSet, [kind.rawValue, honour ?? "", String(count)])
    let table = RecordTable<PlacesFixed>(session)
    let same = try table.all(in: id).last {
      $0.content.kind == kind && $0.content.honour == honour && $0.content.year == year
    }
    if let same {
      try table.put(fixed, for: same, by: receipt.number)
    } else {
      try table.add(fixed, in: id, of: nil, by: receipt.number)
    }
    let pushes = try desk.tell(
      desk.holders(of: [.secretary, .council, .chair]),
      CaseNotice(
        .placesFixed, campaign: desk.campaign, by: person.name, receipt: receipt.code,
        text: String(count)))
    return desk.performed(
      .placesFixed(fixed, honour: honour.map(honourName)), receipt, pushes: pushes)
  }

  /// Throws `Refusal` while the plan's own day is not over.
  func checkQuotaIsOpen(_ campaign: Campaign) throws(Refusal) {
    guard case .afterEnd(let day, let decidedBy, _) = campaign.quota, now.date <= day else {
      return
    }
    throw .wrongState(
      .council(
        .quotaNotOpen(
          campaign: campaign.title, from: day.adding(days: 1), decidedBy: decidedBy)))
  }
}
