import Campaigns
import Understanding

/// An intent on its way to a command: what was said so far, and what became of it.
struct Draft: Sendable {
  let intent: Intent
  /// As said, over all messages of this dialog.
  var slots: Slots
  /// The message that began it, as written, for what the slots have no place for.
  var message = ""
  /// Everything was stated outright in one unambiguous message: no need to ask before a change.
  var isOutright: Bool
  /// Words that nobody understood may name somebody: then the speaker is not taken for granted.
  var mayNameSomebody = false
  var campaign: CampaignID?
  var subject: Subject?
  /// Named with the subject, and found.
  var others: [Subject] = []
  var unit: UnitID?
  /// Id of the milestone that a reminder was about, where its number was answered.
  var milestone: String?
  var lateReason: String?
  /// What the same message ordered besides.
  var rest: Rest?

  /// A second order, as it would begin by itself.
  struct Rest: Sendable {
    let intent: Intent
    let slots: Slots
    let words: String
    let isOutright: Bool

    var draft: Draft {
      var draft = Draft(intent, slots, words)
      // The yes that begins it is the asking.
      draft.isOutright = isOutright
      return draft
    }
  }

  init(_ intent: Intent, _ slots: Slots, isOutright: Bool) {
    self.intent = intent
    self.slots = slots
    self.isOutright = isOutright
    lateReason = intent == .registrationCreate ? slots.text : nil
  }

  /// One of several readings of a message: whatever it would do is shown first.
  init(_ intent: Intent, _ slots: Slots, _ message: String) {
    self.init(intent, slots, isOutright: false)
    self.message = message
  }

  /// Takes over what an answer adds; what it says anew replaces the old.
  mutating func merge(_ answer: Slots) {
    isOutright = false
    if !answer.honours.isEmpty || !answer.honourCandidates.isEmpty {
      slots.honours = answer.honours
      slots.honourCandidates = answer.honourCandidates
    }
    mayNameSomebody = false
    if let said = answer.subject {
      slots.subject = said
      slots.others = answer.others
      subject = nil
      others = []
    }
    if let said = answer.unit {
      slots.unit = said
      unit = nil
    }
    if !answer.campaigns.isEmpty {
      slots.campaigns = answer.campaigns
      campaign = nil
    }
    if let year = answer.year { slots.year = year }
    if let milestone = answer.milestone { slots.milestone = milestone }
    if let date = answer.date {
      slots.date = date
      slots.lastDate = answer.lastDate
    }
    if let time = answer.time { slots.time = time }
    if let duration = answer.duration { slots.duration = duration }
    if let number = answer.number { slots.number = number }
    // "95" puts another "93 %" right.
    if let percent = answer.percent ?? (slots.percent == nil ? nil : answer.number) {
      slots.percent = percent
    }
    if let kind = answer.workKind { slots.workKind = kind }
    if let kind = answer.documentKind { slots.documentKind = kind }
    if let decision = answer.decision { slots.decision = decision }
    if let vote = answer.vote { slots.vote = vote }
  }
}

extension Draft {
  var wantsVote: Bool {
    intent == .councilVote && subject != nil && slots.vote == nil
  }

  var wantsMilestone: Bool {
    slots.milestone == nil && slots.time == nil
      && [.reminderCreate, .milestoneExtend, .milestoneDone].contains(intent)
  }

  mutating func take(_ answer: SlotAnswer) {
    isOutright = false
    switch answer {
    case .campaign(let id): campaign = id
    case .subject(let chosen):
      // Who was asked about is the first that is not found yet.
      if subject != nil, !slots.others.isEmpty {
        slots.others.removeFirst()
        others.append(chosen)
      } else {
        subject = chosen
      }
    case .honour(let code):
      slots.honours.append(code)
      slots.honourCandidates = []
    case .unit(let id): unit = id
    }
  }
}

extension Slots {
  /// Whether there is anything in it that can answer a question of the dialog.
  var answersSomething: Bool { namesSomething || answersWithValue }

  /// An honour, somebody, a campaign, a kind of thing: what no other message has by chance.
  var namesSomething: Bool {
    !honours.isEmpty || !honourCandidates.isEmpty || subject != nil || unit != nil
      || !campaigns.isEmpty || year != nil || milestone != nil || workKind != nil
      || documentKind != nil || decision != nil || vote != nil
  }

  /// A number, a day, a time.
  private var answersWithValue: Bool {
    date != nil || time != nil || duration != nil || number != nil || percent != nil
  }
}
