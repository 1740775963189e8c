import Campaigns

@testable import Understanding

// Readings made by hand: what the recognizer would have understood.

extension Reading {
  /// An order or a question. By default something is missing or inferred, so the person is asked.
  static func said(
    _ intent: Intent?, _ decision: Decision = .confirm, honours: [HonourCode] = [],
    of candidates: [HonourCode] = [], subject: SubjectSlot? = nil, unit: UnitSlot? = nil,
    campaigns: [CampaignID] = [], year: Int? = nil, milestone: Understanding.MilestoneKind? = nil,
    date: DateSlot? = nil, number: Double? = nil, percent: Double? = nil,
    workKind: Understanding.WorkKind? = nil, documentKind: Understanding.DocumentKind? = nil,
    decision appraisal: AppraisalDecision? = nil, vote: VoteKind? = nil, text: String? = nil,
    rivals: [Intent] = []
  ) -> Reading {
    var reading = Reading.nothing
    reading.intent = intent
    reading.decision = intent == nil ? .none : decision
    reading.confidence = 0.8
    // Nothing but a value.
    reading.isBareValue = intent == nil && text == nil
    reading.slots.honours = honours
    reading.slots.honourCandidates = candidates
    reading.slots.subject = subject
    reading.slots.unit = unit
    reading.slots.campaigns = campaigns
    reading.slots.year = year
    reading.slots.milestone = milestone
    reading.slots.date = date
    reading.slots.number = number
    reading.slots.percent = percent
    reading.slots.workKind = workKind
    reading.slots.documentKind = documentKind
    reading.slots.decision = appraisal
    reading.slots.vote = vote
    reading.slots.text = text
    reading.alternatives = rivals.map { Alternative(intent: $0, confidence: 0.4) }
    return reading
  }

  /// "có", "không", "thôi".
  static let yes = said(.talkYes, .act)
  static let no = said(.talkNo, .act)
  static let cancel = said(.talkCancel, .act)

  /// "2".
  static func number(_ number: Double) -> Reading {
    var reading = Reading.nothing
    reading.slots.number = number
    reading.isBareValue = true
    return reading
  }

  /// An order that is none: "anh Bình bảo đăng ký …".
  static func noOrder(_ mood: Mood, likely: [Intent]) -> Reading {
    var reading = said(nil, rivals: likely)
    reading.mood = mood
    return reading
  }
}

extension UnitSlot {
  static func named(_ candidates: [UnitID], _ asWritten: String) -> UnitSlot {
    UnitSlot(candidates: candidates, asWritten: asWritten)
  }
}
