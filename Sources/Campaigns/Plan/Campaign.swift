package import CivilTime

package typealias CampaignID = String

/// An emulation campaign (phong trào thi đua) as its written plan launches it.
///
/// Immutable, read from a file of `deploy/campaigns/`; what happens in the campaign
/// (registrations, dossiers, awards) lives in the store. A class, since it has many parts and is
/// passed along with every question about it.
package final class Campaign: Sendable {
  package let id: CampaignID
  package let organization: Organization
  /// What the campaign is called in a sentence: "Đồng khởi mới".
  package let title: String
  /// Other names people use for it.
  package let aliases: [String]
  package let theme: String
  package let document: PlanDocument
  package let bases: [LegalBasis]
  package let period: Period
  package let participants: [Participants]
  package let milestones: [Milestone]
  package let waves: [Wave]
  package let rounds: [Round]
  package let movements: [String]
  package let targets: [Target]
  package let honours: [CampaignHonour]
  package let quota: Quota
  package let works: WorkMinimum?
  package let dossier: DossierRequirements?
  package let posts: [Post]
  /// Where reports, lists and proposals of this campaign go, and what happens to them.
  package let reports: [ReportLine]
  /// Facts of the plan that have no field of their own: other bodies' duties, standards, budget.
  package let notes: [String]
  package let findings: [Finding]

  package init(
    id: CampaignID, organization: Organization, title: String, aliases: [String], theme: String,
    document: PlanDocument, bases: [LegalBasis], period: Period, participants: [Participants],
    milestones: [Milestone], waves: [Wave], rounds: [Round], movements: [String],
    targets: [Target], honours: [CampaignHonour], quota: Quota, works: WorkMinimum?,
    dossier: DossierRequirements?, posts: [Post], reports: [ReportLine], notes: [String],
    findings: [Finding]
  ) {
    self.id = id
    self.organization = organization
    self.title = title
    self.aliases = aliases
    self.theme = theme
    self.document = document
    self.bases = bases
    self.period = period
    self.participants = participants
    self.milestones = milestones
    self.waves = waves
    self.rounds = rounds
    self.movements = movements
    self.targets = targets
    self.honours = honours
    self.quota = quota
    self.works = works
    self.dossier = dossier
    self.posts = posts
    self.reports = reports
    self.notes = notes
    self.findings = findings
  }

  /// The duty to register honours; `nil` where the plan asks for none (three of the five).
  package var registration: Milestone? {
    milestones.first { $0.kind == .registration }
  }

  /// By its id; `nil` if the plan has none such.
  package func milestone(_ id: String) -> Milestone? {
    milestones.first { $0.id == id }
  }

  package func milestones(of kind: MilestoneKind) -> [Milestone] {
    milestones.filter { $0.kind == kind }
  }

  package func honour(_ code: HonourCode) -> CampaignHonour? {
    honours.first { $0.code == code }
  }

  package func phase(on day: CivilDate) -> Phase {
    if day < period.first { return .upcoming }
    return day <= period.last ? .running : .ended
  }

  package enum Phase: String, Sendable {
    case running, upcoming, ended
  }
}

/// How long the campaign runs; both days included.
package struct Period: Hashable, Sendable {
  package let first: CivilDate
  package let last: CivilDate
  /// How the plan says it, in short: "từ ngày phát động đến hết ngày 31/5/2023".
  package let wording: String

  package init(first: CivilDate, last: CivilDate, wording: String) {
    self.first = first
    self.last = last
    self.wording = wording
  }
}

/// Number, date and signer of the plan itself.
package struct PlanDocument: Hashable, Sendable {
  /// "42/KH-UBND"; `nil` where the plan leaves it blank.
  package let number: String?
  /// `nil` where the plan leaves the day blank or names an impossible one: see the findings.
  package let issued: CivilDate?
  /// "Ủy ban nhân dân xã Dương Hòa".
  package let issuer: String

  package init(number: String?, issued: CivilDate?, issuer: String) {
    self.number = number
    self.issued = issued
    self.issuer = issuer
  }
}

/// A document the plan rests on (căn cứ).
package struct LegalBasis: Hashable, Sendable {
  package let number: String
  package let issued: CivilDate?
  package let issuer: String

  package init(number: String, issued: CivilDate?, issuer: String) {
    self.number = number
    self.issued = issued
    self.issuer = issuer
  }
}

/// Who can take part, by kind (đối tượng thi đua).
package struct Participants: Hashable, Sendable {
  package let kind: SubjectKind
  package let groups: [String]

  package init(kind: SubjectKind, groups: [String]) {
    self.kind = kind
    self.groups = groups
  }
}
