import CampaignStore
import Campaigns
import CivilTime

extension Clerk {
  func signPledge(
    _ id: CampaignID, _ subject: Subject, _ text: String?, _ lateReason: String?, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .pledgeSign, .subject(subject), in: id, by: person)
    let named = try named(subject)
    let table = RecordTable<Pledge>(session)
    if let signed = try table.all(of: subject, in: id).first {
      throw Refusal.wrongState(
        .alreadySigned(subject: named, on: signed.content.signedAt.date))
    }
    let late = try desk.admit(
      desk.campaign.milestones.filter(\.coversPledge), lateReason
    ).lateReason
    let receipt = try desk.receipt(.pledgeSign, [named.name])
    let pledge = Pledge(text: text, signedAt: now, signedBy: person.id, lateReason: late)
    try table.add(pledge, in: id, of: subject, by: receipt.number)
    let pushes = try desk.tell(
      desk.concerned(by: subject),
      CaseNotice(
        .pledgeSigned, campaign: desk.campaign, subject: named.name, by: person.name,
        receipt: receipt.code, text: text))
    return desk.performed(
      .pledged(PledgeEntry(subject: named, pledge: pledge)), receipt, pushes: pushes)
  }

  /// A member sees the own pledge only, an officer the unit's.
  func pledges(in id: CampaignID, _ asked: UnitID?) throws -> PledgeList {
    let campaign = try campaign(id)
    guard let person = speaker.person else { throw Refusal.notLoggedIn }
    let all = try RecordTable<Pledge>(session).all(in: id)
    if !permissions.seesOthers(speaker) {
      let own = all.filter { $0.subject == .person(person.id) }
      return PledgeList(
        campaign: campaign.title, unit: nil, signed: own.compactMap(entry(of:)), missing: nil)
    }
    let unit = asked ?? permissions.horizon(of: speaker)
    try check(.pledgeList, concerning: unit.map { .unit($0) } ?? .nobody)
    let chosen = all.filter { isIn(unit, $0.subject) }
    let signers = Set(chosen.compactMap(\.subject))
    let people = directory.people(of: campaign.organization.id).filter {
      (unit == nil || $0.unit == unit) && [.member, .officer].contains($0.role)
    }
    return PledgeList(
      campaign: campaign.title, unit: unitName(unit),
      signed: chosen.compactMap(entry(of:)),
      missing: people.filter { !signers.contains(.person($0.id)) }.compactMap {
        directory.named(.person($0.id))
      })
  }

  func entry(of pledge: Filed<Pledge>) -> PledgeEntry? {
    pledge.subject.flatMap { directory.named($0) }
      .map { PledgeEntry(subject: $0, pledge: pledge.content) }
  }
}
