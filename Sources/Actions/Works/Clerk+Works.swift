import CampaignStore
import Campaigns
import CivilTime
import Vietnamese

extension Clerk {
  func registerWork(_ change: RegisterWork, by person: Person) throws -> Performed {
    let desk = try CaseDesk(
      self, .workRegister, .unit(change.unit), in: change.campaign, by: person)
    guard let minimum = desk.campaign.works else {
      throw Refusal.wrongState(.work(.noDuty(campaign: desk.campaign.title)))
    }
    let (last, late) = try desk.admit(
      desk.campaign.milestones(of: .work), change.lateReason)
    if let due = change.due, let last, last < due {
      throw Refusal.wrongState(.work(.dueTooLate(lastValidDay: last)))
    }
    let unit = try named(.unit(change.unit))
    let table = RecordTable<Work>(session)
    let before = try table.all(of: unit.subject, in: change.campaign)
    let title = change.title
    if let same = before.first(where: {
      $0.content.kind == change.kind && Clerk.isSameTitle($0.content.title, title)
    }) {
      throw Refusal.wrongState(
        .work(.alreadyThere(WorkEntry(id: same.id, unit: unit, work: same.content))))
    }
    let receipt = try desk.receipt(.workRegister, [unit.name, title])
    let work = Work(
      kind: change.kind, title: title, due: change.due ?? last, lateReason: late)
    let filed = try table.add(work, in: change.campaign, of: unit.subject, by: receipt.number)
    let pushes = try desk.tell(
      desk.officers(of: change.unit),
      CaseNotice(
        .workRegistered, campaign: desk.campaign, subject: unit.name, by: person.name,
        receipt: receipt.code, text: title, day: work.due))
    return desk.performed(
      .workRegistered(
        WorkEntry(id: filed.id, unit: unit, work: work),
        lacking: minimum.shortfall(of: before.map(\.content) + [work]) { _ in true }),
      receipt, pushes: pushes)
  }

  func reportWork(
    _ id: CampaignID, _ report: WorkReport, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(
      self, .workProgress, report.unit.map { .unit($0) } ?? .nobody, in: id, by: person)
    let table = RecordTable<Work>(session)
    let reach = report.unit ?? permissions.horizon(of: speaker)
    let all = try table.all(in: id).filter { reach == nil || $0.subject == reach.map { .unit($0) } }
    let work = try theOne(report.about, among: all)
    guard let unit = work.subject.flatMap({ directory.named($0) }) else {
      throw Refusal.unknownSubject(asWritten: nil)
    }
    let receipt = try desk.receipt(
      .workProgress, [unit.name, work.content.title, "\(report.percent) %"])
    let changed = work.content.reported(report.percent, on: now.date)
    try table.put(changed, for: work, by: receipt.number)
    return desk.performed(
      .workReported(
        WorkEntry(id: work.id, unit: unit, work: changed), before: work.content.percent),
      receipt)
  }

  /// The work that is meant: by words of its title, or the only one.
  private func theOne(_ about: String, among works: [Filed<Work>]) throws -> Filed<Work> {
    let found =
      about.isEmpty ? works : WordSearch(about).matches(in: works) { $0.content.title }
    let open = found.filter { !$0.content.isComplete }
    let candidates = open.isEmpty ? found : open
    guard let first = candidates.first else {
      throw Refusal.wrongState(.work(.unknown(asWritten: about)))
    }
    guard candidates.count == 1 else {
      throw Refusal.wrongState(.work(.which(candidates.compactMap(entry(of:)))))
    }
    return first
  }

  func works(in id: CampaignID, _ unit: UnitID?, _ kind: WorkKind?) throws -> WorkList {
    try check(.workList)
    let campaign = try campaign(id)
    let all = try RecordTable<Work>(session).all(in: id)
    let chosen = all.filter { work in
      (unit == nil || work.subject == unit.map { .unit($0) })
        && (kind == nil || work.content.kind == kind)
    }
    let byUnit = Dictionary(grouping: all, by: \.subject)
    let owing = directory.units(of: campaign.organization.id).filter {
      unit == nil || $0.id == unit
    }
    let below = campaign.works.map { minimum in
      owing.compactMap { unit -> WorkList.Below? in
        let lacking = minimum.shortfall(
          of: (byUnit[.unit(unit.id)] ?? []).map(\.content)
        ) { _ in true }
        return lacking.isEmpty ? nil : WorkList.Below(unit: unit.name, lacking: lacking)
      }
    }
    return WorkList(
      campaign: campaign.title, unit: unitName(unit),
      minimum: campaign.works, works: chosen.compactMap(entry(of:)), below: below ?? [],
      day: now.date)
  }

  func entry(of work: Filed<Work>) -> WorkEntry? {
    work.subject.flatMap { directory.named($0) }
      .map { WorkEntry(id: work.id, unit: $0, work: work.content) }
  }

  private static func isSameTitle(_ one: String, _ other: String) -> Bool {
    FoldedText(one).syllables.map(\.key) == FoldedText(other).syllables.map(\.key)
  }
}
