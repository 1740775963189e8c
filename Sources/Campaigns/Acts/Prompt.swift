package import CivilTime

/// What the assistant asks back before it can go on.
package enum Prompt: Hashable, Sendable {
  /// Something was not said.
  case missing(Missing)
  /// This will be done; yes or no?
  case confirm(Proposal)
  /// One of these, by number.
  case choose(Choice)
  /// Something that must not be shown while it is typed.
  case secret(Secret)

  package enum Missing: Hashable, Sendable {
    /// Names of the honours that can be named, as far as a plan says.
    case honour(offered: [String])
    /// Which honour takes the place of the one registered.
    case newHonour(offered: [String])
    case subject
    case user
    case unit
    case workKind
    case workTitle
    case percent
    /// Which line of the targets.
    case targetLine
    case figure
    case documentKind
    case appraisal
    case returnReason
    case revocationReason
    case vote
    case decisionNumber
    case milestone(offered: [MilestoneEntry])
    /// A day; of several days in one message none is taken.
    case day
    case words(Words)
    /// When to remind, or how many days before what.
    case reminderTime
    /// Why the council sits outside of the plan's window.
    case sittingReason(SittingWindow)
    /// Why something is accepted after its last valid day.
    case lateReason(PassedDeadline)
    /// Why a decision that is recorded already is to read otherwise.
    case correctionReason(subject: NamedSubject, number: String, on: CivilDate)
    /// Which absent member of the council.
    case councilMember
    case mailAddress
    case places
    /// Whom the places are for.
    case placesKind
  }

  /// What free words are wanted for.
  package enum Words: Hashable, Sendable {
    case announcement, feedback, reply, example
  }

  package enum Choice: Hashable, Sendable {
    case subjects(asWritten: String, [NamedSubject])
    case honours([String])
    case campaigns([CampaignEntry])
    /// Likely readings of a message, as short descriptions of what each would do.
    case readings([String])

    package var count: Int {
      switch self {
      case .subjects(_, let options): options.count
      case .honours(let options), .readings(let options): options.count
      case .campaigns(let options): options.count
      }
    }
  }

  package enum Secret: Hashable, Sendable {
    case password(user: String)
    case newPassword
    case newPasswordAgain
  }
}

/// A change as it is shown before it is made.
package struct Proposal: Hashable, Sendable {
  package let act: ProposedAct
  package let campaign: String?
  /// `nil` for an undo.
  package let subject: NamedSubject?
  /// Named with the subject.
  package let others: [NamedSubject]
  package let isSpeaker: Bool
  package let honours: [String]
  package let lateReason: String?

  package init(
    act: ProposedAct, campaign: String?, subject: NamedSubject?, others: [NamedSubject] = [],
    isSpeaker: Bool, honours: [String], lateReason: String?
  ) {
    self.others = others
    self.act = act
    self.campaign = campaign
    self.subject = subject
    self.isSpeaker = isSpeaker
    self.honours = honours
    self.lateReason = lateReason
  }

  package enum ProposedAct: Hashable, Sendable {
    case register
    /// `from` is `nil` where the only one registered is meant.
    case replace(from: String?)
    /// `honours` is empty where the only one registered is meant.
    case withdraw
    case undo
    case signPledge(text: String?)
    case registerWork(WorkKind, title: String, due: CivilDate?)
    case reportWork(about: String, percent: Int)
    case reportFigure(about: String, thousandths: Int64, isShare: Bool)
    case openDossier
    case attachPaper(DocumentKind, note: String?)
    case submitDossier
    case appraise(Appraisal)
    case openSitting(reason: String?)
    case castVote(Vote)
    case closeSitting
    case recordOpinion(member: String, Vote)
    case fixPlaces(SubjectKind, places: Int)
    case recordBar(because: String?)
    case liftBar(because: String?)
    case decide(AwardDecision)
    case forward
    case revoke(because: String)
    case approveExample
    case extend(MilestoneEntry, to: CivilDate)
    case settleMilestone(
      MilestoneKind, title: String?, unit: String?, on: CivilDate?, document: String?)
    case announce(String, unit: String?)
    case feedback(String)
    case reply(String)
    case example(String)
    case remind(ReminderTime, about: String?)
    case cancelReminder(about: String?)
    case snooze(until: Instant, about: String?)
    case changeSettings(ReminderSettingChange)
    case nudge(MilestoneEntry, unit: String?)
  }
}

/// What is said without a command behind it.
package enum Talk: Hashable, Sendable {
  case greeting
  case thanks
  case goodbye
  /// `about` narrows to a topic by its words.
  case help(about: String?)
  /// A dialog was left without a change.
  case cancelled
  /// "có" or "thôi" where nothing was asked.
  case nothingPending
  case nothingToRepeat
  case loggedOut
  /// The new password was typed in two ways.
  case passwordsDiffer
  case notLoggedIn
  /// A question, a report or a condition about an act: understood as such, nothing was done.
  case notAnOrder(likely: [String])
  /// Not understood; `likely` are up to three readings that can be chosen by number.
  case unclear(likely: [String])
  case numberOutOfRange(count: Int)
}
