package import Campaigns

/// Who may do what: the only place where roles are compared.
package struct PermissionTable: Sendable {
  private let directory: Directory

  package init(_ directory: Directory) {
    self.directory = directory
  }

  /// `nil` if `speaker` may do it; otherwise a refusal that names who can and says nothing about
  /// those it concerns.
  package func refusal(
    of act: Act, to speaker: Speaker, concerning concern: Concern = .nobody
  ) -> Refusal? {
    let rule = Self.rule(for: act)
    if case .anyone = rule { return nil }
    guard let person = speaker.person else { return .notLoggedIn }
    switch rule {
    case .anyone, .loggedIn:
      return nil
    case .selfUnitOrSecretary:
      return reaches(person, concern, all: [.secretary]) ? nil : .notPermitted(.selfUnitOrSecretary)
    case .unitOrSecretary:
      guard person.role == .officer && person.unit != nil || person.role == .secretary else {
        return .notPermitted(.roles([.officer, .secretary]))
      }
      return reaches(person, concern, all: [.secretary]) ? nil : .notPermitted(.selfUnitOrSecretary)
    case .roles(let roles):
      guard roles.contains(person.role), reaches(person, concern, all: roles) else {
        return .notPermitted(.roles(roles))
      }
      return nil
    case .unitOfficer(let roles):
      // An officer without a unit must not be narrowed to nothing, which would be everything.
      let isOfficer = person.role == .officer && person.unit != nil
      guard isOfficer || roles.contains(person.role), reaches(person, concern, all: roles) else {
        return .notPermitted(.unitOfficerOr(roles))
      }
      return nil
    }
  }

  /// The refusal for somebody of another organization.
  package func denial(of act: Act) -> Refusal {
    switch Self.rule(for: act) {
    case .anyone, .loggedIn, .selfUnitOrSecretary: .notPermitted(.selfUnitOrSecretary)
    case .unitOrSecretary: .notPermitted(.roles([.officer, .secretary]))
    case .roles(let roles): .notPermitted(.roles(roles))
    case .unitOfficer(let roles): .notPermitted(.unitOfficerOr(roles))
    }
  }

  /// Whether lists of others are shown to `speaker`, or only the own entry.
  package func seesOthers(_ speaker: Speaker) -> Bool {
    ![.guest, .member].contains(speaker.role)
  }

  /// Whether `speaker` can accept something after its last valid day.
  package func mayAcceptLate(_ speaker: Speaker) -> Bool {
    speaker.role == .secretary
  }

  /// Whether the slips of a plan are shown to `speaker`: to those who settle them.
  package func seesFindings(_ speaker: Speaker, of organization: OrganizationID) -> Bool {
    guard let person = speaker.person, person.organization == organization else { return false }
    return [.secretary, .chair, .admin].contains(person.role)
  }

  /// Whether discipline and complaints of that organization's people are shown to `speaker`.
  package func seesBars(_ speaker: Speaker, of organization: OrganizationID) -> Bool {
    guard let person = speaker.person, person.organization == organization else { return false }
    return keepers(of: .barKeeping).contains(person.role)
  }

  /// Who may do `act` for all of the organization.
  package func keepers(of act: Act) -> Set<Role> {
    if case .roles(let roles) = Self.rule(for: act) { Set(roles) } else { [] }
  }

  /// The unit to which lists are narrowed for `speaker`; `nil` for those who see all, once
  /// `refusal` has let them through.
  package func horizon(of speaker: Speaker) -> UnitID? {
    speaker.role == .officer ? speaker.person?.unit : nil
  }

  /// One row for each act. Source: the column "who" of the intent catalogue.
  private static func rule(for act: Act) -> Rule {
    switch act {
    case .publicFacts, .account: .anyone
    case .undo, .statusMine, .reminders, .calendar, .workList, .targetProgress, .feedbackSubmit,
      .exampleSubmit, .exampleList, .pledgeList:
      .loggedIn
    case .registrationCreate, .registrationChange, .registrationWithdraw, .pledgeSign:
      .selfUnitOrSecretary
    case .workRegister, .workProgress, .targetReport, .dossierCreate, .dossierAttach,
      .dossierSubmit:
      .unitOrSecretary
    case .registrationList, .registrationMissing, .summary, .nudge, .readership,
      .milestoneDone:
      .unitOfficer(or: [.secretary, .chair])
    case .statusOf, .dossierList: .unitOfficer(or: [.secretary, .council, .chair])
    case .dossierAppraise, .feedbackList, .feedbackReply, .exampleApprove: .roles([.secretary])
    case .councilOpen, .councilClose, .awardDecide, .awardForward,
      .awardRevoke, .milestoneExtend, .officeDutyDone, .announce, .export, .councilOpinion,
      .quotaSet, .barKeeping:
      .roles([.secretary, .chair])
    case .councilVote: .roles([.council, .chair])
    // Members are asked to vote: they see on what.
    case .councilAgenda: .roles([.secretary, .council, .chair])
    }
  }

  private enum Rule {
    case anyone
    case loggedIn
    /// For oneself; an officer for the own unit; the secretary for all of the organization.
    case selfUnitOrSecretary
    /// An officer for the own unit; the secretary for all of the organization.
    case unitOrSecretary
    /// These roles, for all of the organization.
    case roles([Role])
    /// An officer for the own unit; these roles for all of the organization.
    case unitOfficer(or: [Role])
  }

  private func reaches(_ person: Person, _ concern: Concern, all roles: [Role]) -> Bool {
    switch concern {
    case .nobody:
      return true
    case .somebodyElse:
      return person.role == .officer || roles.contains(person.role)
    case .unit(let unit):
      guard directory.units[unit]?.organization == person.organization else { return false }
      return roles.contains(person.role) || (person.role == .officer && person.unit == unit)
    case .subject(let subject):
      if subject == .person(person.id) || subject == .household(of: person.id) { return true }
      guard directory.organization(of: subject) == person.organization else { return false }
      if roles.contains(person.role) { return true }
      guard person.role == .officer, let own = person.unit else { return false }
      return directory.unit(of: subject) == own
    }
  }
}
