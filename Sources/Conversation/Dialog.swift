package import Campaigns
package import Understanding

/// The state of one conversation: what is being asked, confirmed or chosen, and what it is about.
///
/// A value without I/O: messages come in as readings, steps go out. It belongs to one connection.
///
///     → đăng ký lao động tiên tiến            .registrationCreate, honour LDTT
///     ← Đăng ký … cho anh/chị. Đồng ý không?  .prompt(.confirm)
///     → có                                    .talkYes
///     ← (the clerk registers)                 .run(.change(.register))
package struct Dialog: Sendable {
  private(set) var pending = Pending.nothing
  /// The campaign this conversation is about, once it was said or chosen.
  package private(set) var topic: CampaignID?
  private var spokenOf: Subject?
  /// Lines of the reminder that was shown last: a number alone settles one.
  private var owed: [Owed] = []

  package init() {}

  enum Pending: Sendable {
    case nothing
    /// A slot was asked for.
    case filling(Draft)
    /// A number was asked for.
    case choosing(Draft, [SlotAnswer])
    /// A number would pick one of these; anything else begins anew.
    case suggesting([Draft])
    case confirming(Draft, Change)
    case reason(Draft)
    /// Free words were asked for.
    case words(Draft)
    case username
    case secret(SecretDialog)
  }

  /// The next line is a secret: it must go to `secretReceived`, unread and unlogged.
  package var awaitsSecret: Bool {
    if case .secret = pending { true } else { false }
  }

  /// Nothing of a dialog survives another person's login.
  package mutating func speakerChanged() {
    self = Dialog()
  }

  /// A reminder was shown between two answers.
  package mutating func shown(_ content: PushContent) {
    if !content.owed.isEmpty { owed = content.owed }
  }

  // MARK: A message

  /// - Parameter text: the message as written.
  package mutating func readingReceived(
    _ reading: Reading, text: String, in context: DialogContext
  ) -> Turn {
    switch pending {
    case .nothing:
      return begin(reading, text, in: context)
    case .filling(let draft):
      return fill(draft, with: reading, text, in: context)
    case .choosing(let draft, let answers):
      return choose(among: answers, for: draft, with: reading, text, in: context)
    case .suggesting(let drafts):
      return suggest(drafts, with: reading, text, in: context)
    case .confirming(let draft, let change):
      return confirm(change, of: draft, with: reading, text, in: context)
    case .reason(let draft):
      return reason(text, for: draft, with: reading, in: context)
    case .words(let draft):
      return words(text, for: draft, with: reading, in: context)
    case .username:
      return username(text, with: reading, in: context)
    case .secret:
      // A secret that came here by mistake is not read as a message.
      return secretReceived(text, in: context)
    }
  }

  /// The clerk refused what the dialog had wanted. Where a reason would make it possible, the
  /// dialog asks for it; otherwise `nil`, and the refusal is the answer.
  package mutating func refusalReceived(_ refusal: Refusal, of turn: Turn) -> Turn? {
    if case .wrongState(.dossier(.which(_, let honours))) = refusal, honours.count > 1,
      case .run(.change(let change)) = turn.step, let intent = turn.intent, change.dossier != nil
    {
      var draft = Draft(intent, turn.slots, isOutright: false)
      draft.campaign = change.dossier?.campaign
      draft.subject = change.dossier?.subject
      pending = .choosing(draft, honours.map { .honour($0.code) })
      return Turn(
        .prompt(.choose(.honours(honours.map(\.name)))), intent: intent, slots: turn.slots)
    }
    guard let missing = refusal.wantedReason, case .run(.change(let change)) = turn.step,
      let intent = turn.intent
    else { return nil }
    var draft = Draft(intent, turn.slots, isOutright: false)
    if case .suggesting(let drafts) = pending, let words = turn.more, let rest = drafts.first {
      draft.rest = Draft.Rest(
        intent: rest.intent, slots: rest.slots, words: words, isOutright: rest.isOutright)
    }
    draft.campaign = change.campaign
    draft.subject = change.subject
    pending = .reason(draft)
    return Turn(.prompt(.missing(missing)), intent: intent, slots: turn.slots)
  }

  /// A password was needed after all: the one-time code was right.
  package mutating func newPasswordNeeded(user: String, password: String) -> Turn {
    let secret = SecretDialog(user: user, password: password)
    pending = .secret(secret)
    return Turn(.prompt(.secret(secret.prompt)), intent: .accountLogin)
  }

  package mutating func secretReceived(_ line: String, in context: DialogContext) -> Turn {
    guard case .secret(var secret) = pending else { return Turn(.talk(.nothingPending)) }
    pending = .nothing
    switch secret.received(line) {
    case .ask(let prompt):
      pending = .secret(secret)
      return Turn(.prompt(.secret(prompt)), intent: .accountLogin)
    case .logIn(let password, let newPassword):
      return Turn(
        .logIn(user: secret.user, password: password, newPassword: newPassword),
        intent: .accountLogin)
    case .differ:
      return Turn(.talk(.passwordsDiffer), intent: .accountLogin)
    }
  }

  // MARK: States

  private mutating func begin(
    _ reading: Reading, _ text: String, in context: DialogContext
  ) -> Turn {
    pending = .nothing
    if let number = reading.chosenNumber, !owed.isEmpty {
      guard owed.indices.contains(number - 1) else {
        return Turn(.talk(.numberOutOfRange(count: owed.count)))
      }
      return advance(Draft(settling: owed[number - 1], in: context), in: context)
    }
    let second = SecondOrder(in: text, beside: reading, context.words)
    let reading = second?.first ?? reading
    guard let intent = reading.intent, reading.decision != .none else {
      return offerLikely(reading, text, in: context)
    }
    var draft = Draft(intent, reading.slots, isOutright: reading.decision == .act)
    draft.message = text
    if let second, let intent = second.reading.intent {
      draft.rest = Draft.Rest(
        intent: intent, slots: second.reading.slots, words: second.words,
        isOutright: second.reading.decision == .act)
    }
    draft.mayNameSomebody = reading.hasUnknownWords
    if reading.decision == .choose, reading.hasRival {
      return offerReadings(draft, reading, text, in: context)
    }
    return advance(draft, in: context)
  }

  private mutating func fill(
    _ draft: Draft, with reading: Reading, _ text: String, in context: DialogContext
  ) -> Turn {
    // "Đồng ý" is a vote where a vote was asked for.
    if draft.wantsVote, let vote = reading.asVote {
      var filled = draft
      filled.slots.vote = vote
      return advance(filled, in: context)
    }
    if reading.givesUp { return cancel() }
    // A remark answers nothing, and what was asked waits.
    if reading.isRemark { return Turn(.talk(.notAnOrder(likely: [])), intent: draft.intent) }
    // A yes to what was no question of yes or no: it is asked again.
    if reading.intent == .talkYes { return advance(draft, in: context) }
    let isAnswer =
      reading.decision == .none || reading.intent == draft.intent || reading.isBareValue
      // "Hạn đăng ký" is no question where a date of the plan was asked for.
      || draft.wantsMilestone && reading.intent == .campaignDeadlines
    guard isAnswer, reading.answers(draft) else { return begin(reading, text, in: context) }
    var filled = draft
    filled.merge(reading.slots)
    return advance(filled, in: context)
  }

  private mutating func choose(
    among answers: [SlotAnswer], for draft: Draft, with reading: Reading, _ text: String,
    in context: DialogContext
  ) -> Turn {
    if reading.givesUp { return cancel() }
    if reading.intent == .talkYes {
      return Turn(.talk(.numberOutOfRange(count: answers.count)), intent: draft.intent)
    }
    guard let number = reading.chosenNumber else {
      return fill(draft, with: reading, text, in: context)
    }
    guard answers.indices.contains(number - 1) else {
      return Turn(.talk(.numberOutOfRange(count: answers.count)), intent: draft.intent)
    }
    var filled = draft
    filled.take(answers[number - 1])
    if case .campaign(let id) = answers[number - 1] { topic = id }
    return advance(filled, in: context)
  }

  private mutating func suggest(
    _ drafts: [Draft], with reading: Reading, _ text: String, in context: DialogContext
  ) -> Turn {
    if reading.intent == .talkYes, let only = drafts.first, drafts.count == 1 {
      return advance(only, in: context)
    }
    guard let number = reading.chosenNumber else {
      return reading.givesUp ? cancel() : begin(reading, text, in: context)
    }
    guard drafts.indices.contains(number - 1) else {
      return Turn(.talk(.numberOutOfRange(count: drafts.count)))
    }
    return advance(drafts[number - 1], in: context)
  }

  private mutating func confirm(
    _ change: Change, of draft: Draft, with reading: Reading, _ text: String,
    in context: DialogContext
  ) -> Turn {
    if reading.givesUp { return cancel() }
    if reading.intent == .talkYes {
      pending = .nothing
      var draft = draft
      // A day that is none was named when it was asked back.
      if case .impossible = draft.slots.date { draft.slots.date = nil }
      return run(.change(change), draft)
    }
    guard reading.decision == .none || reading.isBareValue, reading.answers(draft) else {
      return begin(reading, text, in: context)
    }
    return fill(draft, with: reading, text, in: context)
  }

  private mutating func reason(
    _ text: String, for draft: Draft, with reading: Reading, in context: DialogContext
  ) -> Turn {
    if reading.givesUp(in: text) { return cancel() }
    var reasoned = draft
    reasoned.lateReason = text
    return advance(reasoned, in: context)
  }

  private mutating func words(
    _ text: String, for draft: Draft, with reading: Reading, in context: DialogContext
  ) -> Turn {
    if reading.givesUp(in: text) { return cancel() }
    var filled = draft
    filled.isOutright = false
    filled.slots.text = text
    if draft.intent == .reminderSettings { filled.message = text }
    return advance(filled, in: context)
  }

  private mutating func username(
    _ text: String, with reading: Reading, in context: DialogContext
  ) -> Turn {
    reading.givesUp ? cancel() : askPassword(of: reading.slots.text ?? text)
  }

  private mutating func cancel() -> Turn {
    pending = .nothing
    return Turn(.talk(.cancelled), intent: .talkCancel)
  }

  // MARK: Going on

  /// The next step of an intent: resolve, ask, refuse, confirm or run.
  mutating func advance(_ draft: Draft, in context: DialogContext) -> Turn {
    var draft = draft
    pending = .nothing
    let outcome = draft.next(topic: topic, spokenOf: spokenOf, in: context)
    if let subject = draft.subject { spokenOf = subject }
    switch outcome {
    case .talk(let step):
      return Turn(step, intent: draft.intent, slots: draft.slots)
    case .ask(let prompt, let answers):
      pending = answers.isEmpty ? .filling(draft) : .choosing(draft, answers)
      return Turn(.prompt(prompt), intent: draft.intent, slots: draft.slots)
    case .askWords(let prompt):
      pending = .words(draft)
      return Turn(.prompt(prompt), intent: draft.intent, slots: draft.slots)
    case .askUsername:
      pending = .username
      return Turn(.prompt(.missing(.user)), intent: draft.intent)
    case .askSecret(let secret):
      pending = .secret(secret)
      return Turn(.prompt(.secret(secret.prompt)), intent: draft.intent)
    case .use(let campaign):
      topic = campaign
      return Turn(.run(.question(.campaign(campaign))), intent: draft.intent, slots: draft.slots)
    case .askReason(let passed):
      // What is accepted late is shown once more, with its reason.
      draft.isOutright = false
      pending = .reason(draft)
      return Turn(.prompt(.missing(.lateReason(passed))), intent: draft.intent, slots: draft.slots)
    case .confirm(let change, let proposal):
      pending = .confirming(draft, change)
      return Turn(.prompt(.confirm(proposal)), intent: draft.intent, slots: draft.slots)
    case .run(let command):
      return run(command, draft)
    }
  }

  /// What the message ordered besides is not lost: the answer asks about it.
  private mutating func run(_ command: Command, _ draft: Draft) -> Turn {
    if let rest = draft.rest {
      pending = .suggesting([rest.draft])
    }
    return Turn(
      .run(command), intent: draft.intent, slots: draft.slots, more: draft.rest?.words)
  }

  /// The first of two orders was refused: the second is not asked about.
  package mutating func forgetRest() {
    pending = .nothing
  }

  private mutating func askPassword(of user: String) -> Turn {
    let secret = SecretDialog(user: user)
    pending = .secret(secret)
    return Turn(.prompt(.secret(secret.prompt)), intent: .accountLogin)
  }

  // MARK: Not sure

  /// Says that nothing was done and lets up to three likely readings be chosen by number.
  private mutating func offerLikely(
    _ reading: Reading, _ text: String, in context: DialogContext
  ) -> Turn {
    let likely = (reading.intent.map { [$0] } ?? []) + reading.alternatives.map(\.intent)
    let offered = likely.prefix(3).map { Draft($0, reading.slots, text) }
    pending = offered.isEmpty ? .nothing : .suggesting(offered)
    let labels = offered.map { context.label($0.intent) }
    let talk: Talk = reading.mood == .plain ? .unclear(likely: labels) : .notAnOrder(likely: labels)
    return Turn(.talk(talk), intent: nil, slots: reading.slots)
  }

  private mutating func offerReadings(
    _ draft: Draft, _ reading: Reading, _ text: String, in context: DialogContext
  ) -> Turn {
    let others = reading.alternatives.map { Draft($0.intent, reading.slots, text) }
    var first = draft
    first.isOutright = false
    let offered = Array(([first] + others.filter { $0.intent != draft.intent }).prefix(3))
    pending = .suggesting(offered)
    return Turn(
      .prompt(.choose(.readings(offered.map { context.label($0.intent) }))),
      intent: draft.intent, slots: reading.slots)
  }
}

extension Refusal {
  /// What a reason could make possible after all.
  fileprivate var wantedReason: Prompt.Missing? {
    switch self {
    case .deadlinePassed(let passed) where passed.speakerAccepts: .lateReason(passed)
    case .wrongState(.council(.outsideWindow(let window))):
      .sittingReason(window)
    case .wrongState(.award(.alreadyDecided(let subject, let number, let day))):
      .correctionReason(subject: subject, number: number, on: day)
    default: nil
    }
  }
}
