import CampaignStore
import Campaigns

/// What is kept about one subject beside registrations, by campaign; of a person also what concerns
/// the household, and for an officer the works of the unit.
struct SubjectCases {
  private(set) var pledges: [CampaignID: PledgeEntry] = [:]
  private(set) var works: [CampaignID: [WorkEntry]] = [:]
  private(set) var dossiers: [CampaignID: [DossierEntry]] = [:]
  private(set) var awards: [CampaignID: [AwardEntry]] = [:]

  init(of subject: Subject, _ clerk: Clerk) throws {
    var subjects = [subject]
    if case .person(let id) = subject {
      subjects.append(.household(of: id))
      if let person = clerk.directory.people[id], person.role == .officer, let unit = person.unit {
        subjects.append(.unit(unit))
      }
    }
    for subject in subjects { try add(subject, clerk) }
  }

  func has(any campaign: CampaignID) -> Bool {
    pledges[campaign] != nil || works[campaign] != nil || dossiers[campaign] != nil
      || awards[campaign] != nil
  }

  private mutating func add(_ subject: Subject, _ clerk: Clerk) throws {
    let session = clerk.session
    for pledge in try RecordTable<Pledge>(session).all(of: subject) {
      pledges[pledge.campaign] = pledges[pledge.campaign] ?? clerk.entry(of: pledge)
    }
    for work in try RecordTable<Work>(session).all(of: subject) {
      if let entry = clerk.entry(of: work) { works[work.campaign, default: []].append(entry) }
    }
    for dossier in try RecordTable<Dossier>(session).all(of: subject) {
      guard let campaign = clerk.directory.campaign(dossier.campaign),
        let entry = try clerk.entry(of: dossier, in: campaign, warns: true)
      else { continue }
      dossiers[dossier.campaign, default: []].append(entry)
    }
    for award in try RecordTable<Award>(session).all(of: subject) {
      guard let campaign = clerk.directory.campaign(award.campaign),
        let entry = clerk.entry(of: award, in: campaign)
      else { continue }
      awards[award.campaign, default: []].append(entry)
    }
  }
}
