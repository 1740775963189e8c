import CampaignStore
import Campaigns
import CivilTime

extension Clerk {
  /// Counts by honour, state and unit; an officer gets the own unit only.
  func summary(of id: CampaignID, _ asked: UnitID?) throws -> Summary {
    let unit = asked ?? permissions.horizon(of: speaker)
    try check(.summary, concerning: unit.map { .unit($0) } ?? .nobody)
    let campaign = try ownCampaign(id, for: .summary)
    let registrations = try RegistrationTable(session).active(in: id).filter {
      isIn(unit, $0.subject)
    }
    let pledges = try RecordTable<Pledge>(session).all(in: id).filter { isIn(unit, $0.subject) }
    let works = try RecordTable<Work>(session).all(in: id).filter { isIn(unit, $0.subject) }
    let dossiers = try RecordTable<Dossier>(session).all(in: id).filter { isIn(unit, $0.subject) }
    let awards = try RecordTable<Award>(session).all(in: id).filter { isIn(unit, $0.subject) }
    func count(_ codes: [HonourCode]) -> [Summary.Count] {
      Dictionary(grouping: codes, by: { $0 }).map {
        Summary.Count(name: honourName($0.key), count: $0.value.count)
      }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
    func of(_ unit: UnitID, _ subjects: [Subject?]) -> Int {
      subjects.count { $0.flatMap { directory.unit(of: $0) } == unit }
    }
    let units = directory.units(of: campaign.organization.id).filter {
      unit == nil || $0.id == unit
    }
    return Summary(
      campaign: campaign.title, unit: unitName(unit),
      day: now.date,
      people: directory.people(of: campaign.organization.id).count {
        (unit == nil || $0.unit == unit) && [.member, .officer].contains($0.role)
      },
      registrations: count(registrations.map(\.honour)),
      registeredPeople: Set(registrations.map(\.subject)).count { $0.kind == .person },
      pledges: pledges.count, works: works.count,
      worksDone: works.count(where: \.content.isComplete),
      dossiers: DossierState.allCases.compactMap { state in
        let count = dossiers.count { $0.content.state == state }
        return count == 0 ? nil : Summary.InState(state: state, count: count)
      },
      awards: count(awards.map(\.content.honour)),
      byUnit: units.map { unit in
        Summary.UnitLine(
          unit: unit.name, registrations: of(unit.id, registrations.map(\.subject)),
          works: of(unit.id, works.map(\.subject)),
          dossiers: of(unit.id, dossiers.map(\.subject)),
          awards: of(unit.id, awards.map(\.subject)))
      })
  }
}
