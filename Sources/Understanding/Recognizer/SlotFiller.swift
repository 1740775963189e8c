import CivilTime
import Vietnamese

/// Puts the values that were found into the slots of an intent.
struct SlotFiller {
  let spans: [ValueSpan]
  let stream: Stream
  let grammar: Grammar
  let lexicon: Lexicon
  let text: MessageText
  let now: Instant

  /// The slots of an intent; all when no intent fits.
  func slots(of plan: Recognizer.Plan?) -> Slots {
    let names = plan?.slots ?? SlotSet.all
    var slots = Slots()
    fillHonours(&slots, names, plan)
    fillCampaigns(&slots, names)
    QuantityFiller(names: names, prefersDuration: plan?.prefersDuration ?? false, now: now)
      .fill(&slots, from: spans, written)
    fillLists(&slots, names)
    fillSubject(&slots, names, isForSpeaker: plan?.facts.isForSpeaker ?? true)
    if let plan, names.contains(.text) {
      slots.text = TextReader(stream: stream, plan: plan).text(of: text)
    }
    // "sáng mai nhắc em họp hội đồng": a time was said, so the rest is only what for.
    if names.contains(.time), slots.time != nil { slots.milestone = nil }
    return slots
  }

  private func fillHonours(
    _ slots: inout Slots, _ names: SlotSet, _ plan: Recognizer.Plan?
  ) {
    guard names.contains(.honour) else { return }
    let isChange = plan?.intent == .registrationChange
    if isChange { slots.replacedHonour = changeSource }
    for span in isChange ? changeTarget : spans {
      guard case .honour(let codes) = span.value else { continue }
      if codes.count == 1 {
        if !slots.honours.contains(codes[0]) { slots.honours.append(codes[0]) }
      } else if slots.honourCandidates.isEmpty {
        slots.honourCandidates = codes
      }
    }
  }

  /// Of "từ LĐTT sang CSTĐCS" the honour that is wanted: the last one named.
  private var changeTarget: [ValueSpan] {
    let honours = spans.filter { $0.symbol == .honour }
    return honours.last.map { [$0] } ?? []
  }

  /// The honour that is given up, where another is named after it.
  private var changeSource: String? {
    let honours = spans.filter { $0.symbol == .honour }
    guard honours.count > 1, case .honour(let codes) = honours[0].value, codes.count == 1 else {
      return nil
    }
    return codes[0]
  }

  private func fillCampaigns(_ slots: inout Slots, _ names: SlotSet) {
    guard names.contains(.campaign) else { return }
    for span in spans {
      if case .campaign(let ids) = span.value { slots.campaigns = ids }
    }
  }

  private func fillLists(_ slots: inout Slots, _ names: SlotSet) {
    for occurrence in longestFirst() {
      guard let slot = grammar.concepts[Int(occurrence.concept)].slot, names.contains(slot),
        occurrence.value >= 0
      else { continue }
      let value = grammar.values[Int(occurrence.concept)][Int(occurrence.value)]
      switch slot {
      case .milestone: slots.milestone = slots.milestone ?? MilestoneKind(rawValue: value)
      case .workKind: slots.workKind = slots.workKind ?? WorkKind(rawValue: value)
      case .documentKind:
        slots.documentKind = slots.documentKind ?? DocumentKind(rawValue: value)
      case .decision: slots.decision = slots.decision ?? AppraisalDecision(rawValue: value)
      case .vote: slots.vote = slots.vote ?? VoteKind(rawValue: value)
      case .format: slots.format = slots.format ?? FileFormat(rawValue: value)
      default: break
      }
    }
  }

  private func longestFirst() -> [Grammar.Occurrence] {
    stream.occurrences.filter { $0.value >= 0 }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.first < $1.first
    }
  }

  private func fillSubject(
    _ slots: inout Slots, _ names: SlotSet, isForSpeaker: Bool
  ) {
    let unit = spans.first { $0.symbol == .unit }
    let person = spans.first {
      $0.symbol == .person || $0.symbol == .household || $0.symbol == .stranger
    }
    if names.contains(.subject) {
      if let person {
        slots.subject = severalPeople ?? subject(of: person, in: unit)
      } else if let unit, !names.contains(.unit) {
        slots.subject = subject(of: unit, in: nil)
      } else if isForSpeaker, speaks {
        slots.subject = .me
      } else if stream.signals.mask(.spokenOf) != 0 {
        slots.subject = .spokenOf
      }
    }
    if names.contains(.unit), let unit, case .unit(let ids) = unit.value {
      slots.unit = UnitSlot(candidates: ids, asWritten: written(unit))
    }
  }

  /// "cho ông Bình và chị Lan": all of them are candidates, so that nobody is left out silently and
  /// the person chooses with whom to begin. `nil` unless two people are named.
  private var severalPeople: SubjectSlot? {
    var ids: [Int64] = []
    var names: [String] = []
    for span in spans {
      guard case .person(let candidates) = span.value else { continue }
      names.append(written(span))
      ids += candidates.filter { !ids.contains($0) }
    }
    return names.count > 1 && ids.count > 1
      ? .person(candidates: ids, asWritten: names.joined(separator: ", ")) : nil
  }

  /// Whether the speaker names himself: "cho tôi", "em đăng ký".
  private var speaks: Bool {
    stream.items.indices.contains { stream.signals.hasSure(.me, at: $0) }
  }

  private func subject(of span: ValueSpan, in unit: ValueSpan?) -> SubjectSlot {
    let name = written(span)
    switch span.value {
    case .person(let ids):
      return .person(candidates: narrowed(ids, span, to: unit), asWritten: name)
    case .unit(let ids): return .unit(candidates: ids, asWritten: name)
    case .household(let ids): return .household(candidates: ids, asWritten: name)
    default: return .unresolved(name)
    }
  }

  /// "chị Hoa bên trường tiểu học": the unit tells which Hoa. With very many namesakes those of
  /// the unit are looked up, because only some of all were found.
  private func narrowed(_ ids: [Int64], _ name: ValueSpan, to unit: ValueSpan?) -> [Int64] {
    guard ids.count > 1, let unit, case .unit(let units) = unit.value else { return ids }
    var inside = ids.filter { id in lexicon.people.unit(of: id).map(units.contains) ?? false }
    if ids.count == PeopleIndex.mostCandidates {
      let items = text.items[name.nameFirst...name.last]
      let form: PeopleIndex.Form =
        items.count == 1 ? .given : items.count == 2 ? .lastTwo : .whole
      inside = units.flatMap { lexicon.people.candidates(items, form, unit: $0) }
    }
    return inside.isEmpty ? ids : inside
  }

  private func written(_ span: ValueSpan) -> String { text.words(span.nameFirst...span.last) }
}
