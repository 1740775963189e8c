import Campaigns
import TestSupport

/// Who may change what, written down a second time: the catalogue's column "who" as a small table.
struct CasePermission {
  /// For the whole organization.
  let roles: Set<Role>
  /// Whom the others may act for.
  let others: Others
  /// `nil`: it concerns nobody in particular.
  let subject: Subject?
  /// `nil`: it belongs to none.
  let campaign: CampaignID?

  enum Others {
    case nobody
    /// Officers for their unit and what belongs to it.
    case ownUnit
    /// Those, and everyone for himself and his household.
    case oneself
    /// Everyone of the organization, for anybody.
    case anybody
  }

  init(to change: Change) {
    func may(
      _ roles: Set<Role>, _ others: Others, _ campaign: CampaignID?, _ subject: Subject? = nil
    ) -> CasePermission {
      CasePermission(roles: roles, others: others, subject: subject, campaign: campaign)
    }
    let office: Set<Role> = [.secretary, .chair]
    self =
      switch change {
      case .register(let change): may([.secretary], .oneself, change.campaign, change.subject)
      case .replaceRegistration(let change):
        may([.secretary], .oneself, change.campaign, change.subject)
      case .withdrawRegistration(let change):
        may([.secretary], .oneself, change.campaign, change.subject)
      case .signPledge(let id, let subject, _, _): may([.secretary], .oneself, id, subject)
      case .registerWork(let change):
        may([.secretary], .ownUnit, change.campaign, .unit(change.unit))
      case .reportWork(let id, let report):
        may([.secretary], .ownUnit, id, report.unit.map { .unit($0) })
      case .reportFigure(let id, let figure):
        may([.secretary], .ownUnit, id, figure.unit.map { .unit($0) })
      case .openDossier(let name), .attachPaper(let name, _, _), .submitDossier(let name, _):
        may([.secretary], .ownUnit, name.campaign, name.subject)
      case .appraiseDossier(let name, _):
        may([.secretary], .nobody, name.campaign, name.subject)
      case .openSitting(let id, _), .closeSitting(let id), .decideAwards(let id, _, _),
        .extendMilestone(let id, _, _), .fixPlaces(let id, _, _, _):
        may(office, .nobody, id)
      case .recordOpinion(let name, _, _): may(office, .nobody, name.campaign, name.subject)
      case .recordBar(let id, let subject, _), .liftBar(let id, let subject, _):
        may(office, .nobody, id, subject)
      case .castVote(let name, _): may([.council, .chair], .nobody, name.campaign, name.subject)
      case .forwardDossier(let name), .revokeAward(let name, _):
        may(office, .nobody, name.campaign, name.subject)
      case .approveExample(let id, let subject): may([.secretary], .nobody, id, subject)
      case .remind, .cancelReminder, .snooze, .changeSettings: may([], .anybody, nil)
      case .nudge(let id, _, let unit):
        may(office, .ownUnit, id, unit.map { .unit($0) })
      case .settleMilestone(let id, _, let unit, _, _, _):
        may(office, .ownUnit, id, unit.map { .unit($0) })
      case .announce(_, let unit): may(office, .nobody, nil, unit.map { .unit($0) })
      case .replyFeedback: may([.secretary], .nobody, nil)
      case .submitFeedback(let id, _): may([], .anybody, id)
      case .submitExample(let id, let subject, _): may([], .anybody, id, subject)
      case .undo, .acknowledge: may([], .anybody, nil)
      }
  }

  private init(roles: Set<Role>, others: Others, subject: Subject?, campaign: CampaignID?) {
    self.roles = roles
    self.others = others
    self.subject = subject
    self.campaign = campaign
  }

  func allows(_ cast: Cast, _ office: Office) -> Bool {
    guard cast != .guest else { return false }
    if let campaign, campaign != CasePermission.ownCampaign(of: cast) { return false }
    let whom = subject.map { Cast.owner(of: $0, office) }
    if let whom, whom.organization != cast.organization.id { return false }
    if roles.contains(cast.role) { return true }
    let isInUnit = whom.map { $0.unit == cast.unit } ?? true
    return switch others {
    case .nobody: false
    case .anybody: true
    case .ownUnit: cast.role == .officer && isInUnit
    case .oneself: cast.role == .officer && isInUnit || whom?.cast == cast
    }
  }

  private static func ownCampaign(of cast: Cast) -> CampaignID {
    switch cast {
    case .strangerMember, .strangerOfficer, .strangerSecretary: "hong-phong-2023"
    case .guest, .hoa, .binh, .lan, .minh, .son, .secretary, .council, .chair, .admin:
      "duong-hoa-2022"
    }
  }
}

extension Cast {
  /// To whom and where a subject belongs; all `nil` for somebody unknown.
  fileprivate static func owner(
    of subject: Subject, _ office: Office
  ) -> (cast: Cast?, unit: String?, organization: String?) {
    switch subject {
    case .person(let id), .household(of: let id):
      let cast = people.first { office.person($0).id == id }
      return (cast, cast?.unit, cast?.organization.id)
    case .unit(let id):
      let cast = people.first { $0.unit.map { office.unit($0) } == id }
      return (nil, cast?.unit, cast?.organization.id)
    }
  }
}
