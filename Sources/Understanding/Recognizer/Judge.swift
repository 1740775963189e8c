import Vietnamese

/// Decides what a message is taken for.
struct Judge {
  let pass: RecognitionPass
  let ranking: Ranking

  private enum Threshold {
    static let act = 0.70
    static let confirm = 0.45
    static let read = 0.42
    static let offer = 0.15
    /// A question that looks like an order is answered only by what it clearly asks.
    static let instead = 0.10
  }

  func reading() -> Reading {
    guard let best = ranking.best.first, best != LinearModel.noneLane else {
      return refused(.plain)
    }
    let plan = pass.recognizer.plans[best]
    let confidence = confidence(of: best)
    return plan.facts.isOrder ? order(plan, confidence) : question(plan, confidence)
  }

  private func confidence(of lane: Int) -> Double {
    let plan = pass.recognizer.plans[lane]
    return Double(ranking.probabilities[lane: lane]) * (1 - doubt(plan))
  }

  /// Words that nothing in the catalogue knows speak against any reading; the larger their share
  /// the more. Free text is made of them.
  private func doubt(_ plan: Recognizer.Plan) -> Double {
    if plan.slots.contains(.text) { return 0 }
    let (unknown, all) = pass.unknownWords(before: 64)
    guard unknown > 0 else { return 0 }
    let share = Double(unknown) / Double(max(1, all))
    // Small talk is said in known words only.
    let perWord = plan.facts.slots.isEmpty && plan.facts.roles == ["guest"] ? 0.2 : 0.08
    return min(0.85, perWord * Double(unknown) + 0.9 * max(0, share - 0.15))
  }

  private func question(_ plan: Recognizer.Plan, _ confidence: Double) -> Reading {
    guard confidence >= Threshold.read else { return refused(.plain) }
    // "nghe nói anh Tuấn đăng ký rồi" tells something and asks nothing.
    if moodReader(plan).isHearsay { return refused(.reported) }
    let slots = pass.slots(of: plan)
    let ambiguous = isAmbiguous(slots, plan)
    return Reading(
      intent: plan.intent, decision: ambiguous ? .choose : isMissing(plan, slots) ? .confirm : .act,
      confidence: confidence, slots: slots, alternatives: alternatives(besides: plan.intent),
      mood: .plain)
  }

  private func moodReader(_ plan: Recognizer.Plan) -> MoodReader {
    let text = TextReader(stream: pass.stream, plan: plan)
    let textStart = plan.slots.contains(.text) && text.isLed ? text.range?.lowerBound ?? 64 : 64
    return MoodReader(
      stream: pass.stream, rawSignals: pass.rawSignals,
      endSign: pass.text.folded.gaps.last?.sign ?? 0, textStart: textStart,
      isQuoting: plan.facts.textIsQuoted)
  }

  private func order(_ plan: Recognizer.Plan, _ confidence: Double) -> Reading {
    let verb = pass.occurrence(of: plan.verbs)
    let reader = moodReader(plan)
    let mood = reader.mood(verb: verb.map { $0.first..<($0.last + 1) })
    // "hồ sơ chị Lan đã có biên bản" is told to be noted; "hôm qua nộp rồi" is only told.
    let isTolerated =
      plan.facts.toleratedMoods.contains(mood) && !(mood == .past && reader.isOver)
    guard mood == .plain || isTolerated || plan.facts.allowedMoods.contains(mood) else {
      return noOrder(mood)
    }
    guard let verb, confidence >= Threshold.confirm else { return refused(mood) }
    let slots = pass.slots(of: plan)
    let isSure =
      confidence >= Threshold.act && !verb.isDoubtful && !plan.facts.alwaysAsks
      && pass.unknownWords(before: reader.textStart).unknown == 0 && !reader.isRequest
      && !isTolerated
      && !pass.spans.contains(where: \.isDoubtful) && !pass.hasOddWords(before: reader.textStart)
      && !isMissing(plan, slots)
    return Reading(
      intent: plan.intent,
      decision: isAmbiguous(slots, plan) ? .choose : isSure ? .act : .confirm,
      confidence: confidence, slots: slots, alternatives: alternatives(besides: plan.intent),
      mood: mood)
  }

  /// A message that has an order's words but is none: perhaps it asks something.
  private func noOrder(_ mood: Mood) -> Reading {
    let plans = pass.recognizer.plans
    var total: Float = 0
    var best: Int?
    for lane in plans.indices where !plans[lane].facts.isOrder {
      let probability = ranking.probabilities[lane: lane]
      total += probability
      if probability > (best.map { ranking.probabilities[lane: $0] } ?? 0) {
        best = lane
      }
    }
    guard let best, Double(ranking.probabilities[lane: best]) >= Threshold.instead,
      ranking.probabilities[lane: best] >= 0.6 * total
    else { return refused(mood) }
    let slots = pass.slots(of: plans[best])
    return Reading(
      intent: plans[best].intent, decision: isAmbiguous(slots, plans[best]) ? .choose : .act,
      confidence: Double(ranking.probabilities[lane: best] / total) * 0.7, slots: slots,
      alternatives: [], mood: mood)
  }

  private func refused(_ mood: Mood) -> Reading {
    Reading(
      intent: nil, decision: .none, confidence: 0, slots: pass.slots(of: nil),
      alternatives: alternatives(besides: nil), mood: mood)
  }

  private func alternatives(besides intent: Intent?) -> [Alternative] {
    var found: [Alternative] = []
    for lane in ranking.best where lane != LinearModel.noneLane && found.count < 3 {
      let plan = pass.recognizer.plans[lane]
      let confidence = confidence(of: lane)
      if plan.intent != intent, confidence >= Threshold.offer * 0.3 {
        found.append(Alternative(intent: plan.intent, confidence: confidence))
      }
    }
    return found
  }

  private func isAmbiguous(_ slots: Slots, _ plan: Recognizer.Plan) -> Bool {
    slots.honourCandidates.count > 1 || (slots.subject?.candidates.count ?? 0) > 1
      || slots.campaigns.count > 1
      || (slots.unit?.candidates.count ?? 0) > 1
  }

  private func isMissing(_ plan: Recognizer.Plan, _ slots: Slots) -> Bool {
    if case .unresolved = slots.subject { return true }
    return plan.facts.slots.contains { rule in
      (!rule.isOptional || rule.isWanted) && !slots.has(rule.name)
    }
  }
}

extension Slots {
  /// Whether anything was said for the slot.
  package func has(_ name: SlotName) -> Bool {
    switch name {
    case .honour: !honours.isEmpty || !honourCandidates.isEmpty
    case .subject: subject != nil
    case .unit: unit != nil
    case .campaign: !campaigns.isEmpty
    case .year: year != nil
    case .date: date != nil
    case .time: time != nil
    case .duration: duration != nil
    case .number: number != nil
    case .percent: percent != nil
    case .milestone: milestone != nil
    case .workKind: workKind != nil
    case .documentKind: documentKind != nil
    case .decision: decision != nil
    case .vote: vote != nil
    case .format: format != nil
    case .text: text != nil
    }
  }
}
