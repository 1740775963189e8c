import CivilTime
import Vietnamese

/// Decides what a message is taken for.
///
/// A question is answered when it is likely enough. An order is carried out only when everything
/// speaks for it: its mood, its verb, every word, every slot. When it is likely it is asked back;
/// when it is less than likely, it is only named, and nothing is done.
struct Judge {
  let analysis: Analysis
  let ranking: Ranking
  /// Whom "bà ấy" means, where another part of the message has said it.
  let spokenOf: SubjectSlot?

  /// Below this confidence a message is read a second time, doubting every word.
  static let doubtful = 0.8
  /// Below this a second reading is not worth its time.
  static let hopeless = 0.05
  /// What a second reading must reach to be believed.
  static let convincing = 0.5

  enum Threshold {
    static let act = 0.93
    /// The same without marks, or with words that sentences of the intent do not have.
    static let actOnStrangers = 0.95
    /// How far an order must be before "none", whatever its confidence is.
    static let actLeadOverNone: Float = 0.1
    static let confirm = 0.84
    /// The same for what ends like a question ("… cho tôi được không"), which may be a polite order.
    static let confirmQuestion = 0.95
    /// Below, nothing is named.
    static let order = 0.45
    static let question = 0.3
    static let offer = 0.1
    static let offerOdds = Confidence.odds(of: offer)
  }

  var recognizer: Recognizer { analysis.recognizer }
  var text: MessageText { analysis.text }
  var lexicon: Lexicon { analysis.lexicon }
  var now: Instant { analysis.now }
  var stream: Stream { analysis.stream }

  func reading() -> Reading {
    if let word = loginWord { return finished(login(with: word)) }
    guard let best = ranking.bestIntent() else { return finished(refused(.plain)) }
    let candidate = Candidate(self, at: best)
    return finished(candidate.isOrder ? order(candidate) : question(candidate))
  }

  /// An intent is not even named below this confidence.
  static func floor(isOrder: Bool) -> Double { isOrder ? Threshold.order : Threshold.question }

  /// The likeliest intent, before any threshold.
  var likeliest: (intent: Intent, evidence: Evidence)? {
    guard let best = ranking.bestIntent() else { return nil }
    let candidate = Candidate(self, at: best)
    return (candidate.plan.intent, candidate.evidence)
  }

  private func finished(_ reading: consuming Reading) -> Reading {
    reading.isBareValue = analysis.isBareValue
    reading.hasUnknownWords = analysis.unknownWords(outside: nil) > 0
    return reading
  }

  /// "đăng nhập cam.on": the leading words and one unbroken run of ASCII, which is taken as it
  /// stands, whatever it means elsewhere. The syllable that the run begins with.
  private var loginWord: Int? {
    var lead = -1
    for said in stream.occurrences where said.first == 0 {
      if said.concept == recognizer.grammar.login { lead = max(lead, Int(said.last)) }
    }
    guard lead >= 0, lead + 1 < stream.tokens.count else { return nil }
    let word = stream.tokens[lead + 1]
    guard !stream.isFiller(lead + 1), text.isLastPlainRun(from: Int(word.first)) else { return nil }
    return Int(word.first)
  }

  private func login(with syllable: Int) -> Reading {
    var reading = Reading.nothing
    reading.intent = .accountLogin
    reading.decision = .act
    reading.confidence = 0.99
    reading.slots.text = text.run(from: syllable)
    return reading
  }

  private func question(_ candidate: Candidate) -> Reading {
    guard candidate.confidence >= Threshold.question else {
      return refused(saysOrder ? candidate.mood : .plain)
    }
    let slots = slots(candidate)
    let decision: Decision =
      slots.isAmbiguous ? .choose : isMissing(candidate.plan, slots) ? .confirm : .act
    return reading(candidate, decision, slots, .plain)
  }

  /// The verb of one of the likelier orders is said: then it is worth telling why it is none.
  private var saysOrder: Bool {
    ranking.places.contains { place in
      let lane = ranking.lane(at: place)
      guard lane != LinearModel.noneLane, recognizer.plans[lane].isOrder else { return false }
      return stream.says(recognizer.plans[lane].verbs)
    }
  }

  private func order(_ candidate: Candidate) -> Reading {
    if !candidate.isMeant || candidate.confidence < Threshold.order,
      let question = questionInstead
    {
      return question
    }
    guard candidate.confidence >= Threshold.order else { return refused(candidate.mood) }
    let slots = slots(candidate)
    let doubt = doubt(candidate, slots)
    let decision: Decision =
      !isWorthAsking(candidate)
      ? .none : slots.isAmbiguous ? .choose : doubt == nil ? .act : .confirm
    var reading = reading(candidate, decision, slots, candidate.mood)
    reading.doubt = doubt
    return reading
  }

  /// What its mood speaks against is only named.
  private func isWorthAsking(_ candidate: Candidate) -> Bool {
    candidate.isMeant
      ? candidate.confidence >= Threshold.confirm
      : candidate.isPoliteQuestion && candidate.confidence >= Threshold.confirmQuestion
  }

  /// What a message asks that has an order's words but is none.
  private var questionInstead: Reading? {
    let best = ranking.bestIntent {
      !recognizer.plans[$0].isOrder && !recognizer.plans[$0].isTalk
    }
    guard let best else { return nil }
    let candidate = Candidate(self, at: best)
    guard candidate.confidence >= Threshold.question else { return nil }
    return question(candidate)
  }

  private func reading(
    _ candidate: Candidate, _ decision: Decision, _ slots: consuming Slots, _ mood: Mood
  ) -> Reading {
    Reading(
      intent: candidate.plan.intent, decision: decision, confidence: candidate.confidence,
      slots: slots, alternatives: alternatives(besides: candidate), mood: mood)
  }

  private func refused(_ mood: Mood) -> Reading {
    Reading(
      intent: nil, decision: .none, confidence: 0, slots: slots(nil),
      alternatives: alternatives(besides: nil), mood: mood)
  }

  /// Up to three other readings, best first; none likelier than what the chosen one leaves.
  private func alternatives(besides chosen: Candidate?) -> [Alternative] {
    var found: [Alternative] = []
    let rest = 1 - (chosen?.confidence ?? 0)
    guard rest >= Threshold.offer else { return [] }
    for place in ranking.places where found.count < 3 {
      let lane = ranking.lane(at: place)
      guard lane != LinearModel.noneLane, lane != chosen?.plan.intent.lane else { continue }
      // Nobody needs to be offered a greeting.
      if chosen == nil, recognizer.plans[lane].isTalk { continue }
      let evidence = Evidence(
        ranking, at: place, recognizer.plans[lane], words: analysis.contentCount)
      let odds = Confidence.odds(evidence)
      guard odds >= Threshold.offerOdds else { continue }
      found.append(
        Alternative(
          intent: recognizer.plans[lane].intent,
          confidence: min(rest, Confidence.probability(atOdds: odds))))
    }
    if found.count > 1 { found.sort { $0.confidence > $1.confidence } }
    return found
  }

  private func slots(_ candidate: Candidate?) -> Slots {
    var slots = SlotFiller(analysis: analysis).slots(of: candidate?.plan, text: candidate?.text)
    if slots.subject == .spokenOf, let spokenOf { slots.subject = spokenOf }
    return slots
  }

  func isMissing(_ plan: Recognizer.Plan, _ slots: Slots) -> Bool {
    if slots.subject == .spokenOf { return true }
    return plan.facts.slots.contains { rule in
      (!rule.isOptional || rule.isWanted) && !slots.has(rule.name)
        && !(rule.instead.map { slots.has($0) } ?? false)
    }
  }
}
