import Campaigns
import CivilTime

// What plans and the law say: answered from the directory, for everyone.

extension Clerk {
  /// Those of the speaker's organization first, running before upcoming before ended.
  func campaigns(in year: Int?) -> Outcome {
    let day = now.date
    let chosen = directory.campaigns.filter { campaign in
      guard let year else { return true }
      return campaign.period.first.year <= year && year <= campaign.period.last.year
    }
    func rank(_ campaign: Campaign) -> Int {
      let own = campaign.organization.id == speaker.person?.organization ? 0 : 3
      return switch campaign.phase(on: day) {
      case .running: own
      case .upcoming: own + 1
      case .ended: own + 2
      }
    }
    let ranked = chosen.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    return .campaigns(ranked.map { CampaignEntry(of: $0.element, on: day) })
  }

  func facts(of id: CampaignID) throws(Refusal) -> Outcome {
    let campaign = try campaign(id)
    let shows = permissions.seesFindings(speaker, of: campaign.organization.id)
    return .campaign(CampaignFacts(of: campaign, on: now.date, showsFindings: shows))
  }

  /// By last valid day; all kinds if `kind` is `nil`.
  func deadlines(of id: CampaignID, _ kind: MilestoneKind?) throws(Refusal) -> Outcome {
    let campaign = try campaign(id)
    let chosen = campaign.milestones.filter { kind == nil || $0.kind == kind }
    if kind == .registration, chosen.isEmpty {
      throw .wrongState(.noRegistrationDuty(campaign: campaign.title))
    }
    let entries = chosen.map { MilestoneEntry($0, at: now) }.sorted {
      $0.milestone.deadline.lastValidDay < $1.milestone.deadline.lastValidDay
    }
    return .deadlines(campaign: campaign.title, entries)
  }

  func registrableHonours(of id: CampaignID) throws(Refusal) -> Outcome {
    let campaign = try campaign(id)
    let offered =
      campaign.registration == nil ? campaign.honours : campaign.honours.filter(\.registrable)
    return .registrableHonours(
      RegistrableHonours(
        campaign: campaign.title,
        registration: campaign.registration.map { MilestoneEntry($0, at: now) },
        honours: offered.map { honour in
          RegistrableHonours.Entry(
            code: honour.code, name: honourName(honour.code), kinds: honour.kinds,
            conferredBy: honour.conferredBy, proposedUpward: honour.proposedUpward)
        }))
  }

  func waves(of id: CampaignID) throws(Refusal) -> Outcome {
    let campaign = try campaign(id)
    return .waves(campaign: campaign.title, campaign.waves, campaign.rounds)
  }

  func contacts(of id: CampaignID) throws(Refusal) -> Outcome {
    let campaign = try campaign(id)
    return .contacts(campaign: campaign.title, campaign.posts, campaign.reports)
  }

  func requirements(of id: CampaignID) throws(Refusal) -> Outcome {
    let campaign = try campaign(id)
    return .requirements(
      campaign: campaign.title, campaign.dossier,
      honours: campaign.honours.map { honourName($0.code) })
  }

  /// All targets if the words of `about` are in none of them.
  func targets(of id: CampaignID, about: String?) throws(Refusal) -> Outcome {
    let campaign = try campaign(id)
    let found = about.map { WordSearch($0).matches(in: campaign.targets, line: \.searchLine) } ?? []
    return .targets(campaign: campaign.title, found.isEmpty ? campaign.targets : found)
  }

  func criteria(of codes: [HonourCode], in id: CampaignID?) throws(Refusal) -> Outcome {
    let campaign = try id.map { id throws(Refusal) in try self.campaign(id) }
    return .criteria(
      codes.map { code in
        let rule = directory.honours[code]?.rule(on: now.date)
        return HonourCriteria(
          code: code, name: honourName(code), kinds: directory.honours[code]?.kinds ?? [],
          rule: rule, prerequisiteNames: rule?.prerequisites.map { honourName($0.honour) } ?? [],
          plan: campaign?.honour(code), campaign: campaign?.title)
      })
  }

  func identity() -> Outcome {
    guard let person = speaker.person else {
      return .identity(Identity(name: nil, unit: nil, organization: nil, role: .guest))
    }
    return .identity(
      Identity(
        name: person.name, unit: directory.unitName(of: person),
        organization: directory.organizations[person.organization]?.name, role: person.role))
  }
}
