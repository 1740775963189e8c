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
    /// Why something is accepted after its last valid day.
    case lateReason(PassedDeadline)
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
  package let isSpeaker: Bool
  package let honours: [String]
  package let lateReason: String?

  package init(
    act: ProposedAct, campaign: String?, subject: NamedSubject?, isSpeaker: Bool,
    honours: [String], lateReason: String?
  ) {
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
