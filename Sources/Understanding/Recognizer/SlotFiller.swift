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

  /// `names`: the slots of the intent; all when no intent fits.
  func slots(
    _ names: Set<SlotName>, textAfter: Set<Int32>, prefersDuration: Bool = false
  ) -> Slots {
    var slots = Slots()
    fillHonours(&slots, names)
    fillCampaigns(&slots, names)
    QuantityFiller(names: names, prefersDuration: prefersDuration, now: now)
      .fill(&slots, from: spans, written)
    fillLists(&slots, names)
    fillSubject(&slots, names)
    if names.contains(.text) {
      slots.text = TextReader(stream: stream, text: text).text(after: textAfter, spans)
    }
    return slots
  }

  private func fillHonours(_ slots: inout Slots, _ names: Set<SlotName>) {
    guard names.contains(.honour) else { return }
    for span in spans {
      guard case .honour(let codes) = span.value else { continue }
      if codes.count == 1 {
        if !slots.honours.contains(codes[0]) { slots.honours.append(codes[0]) }
      } else if slots.honourCandidates.isEmpty {
        slots.honourCandidates = codes
      }
    }
  }

  private func fillCampaigns(_ slots: inout Slots, _ names: Set<SlotName>) {
    guard names.contains(.campaign) else { return }
    for span in spans {
      if case .campaign(let ids) = span.value { slots.campaigns = ids }
    }
  }

  private func fillLists(_ slots: inout Slots, _ names: Set<SlotName>) {
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

  private func fillSubject(_ slots: inout Slots, _ names: Set<SlotName>) {
    let unit = spans.first { $0.symbol == .unit }
    let person = spans.first {
      $0.symbol == .person || $0.symbol == .household || $0.symbol == .stranger
    }
    if names.contains(.subject) {
      if let person {
        slots.subject = subject(of: person, in: unit)
      } else if let unit, !names.contains(.unit) {
        slots.subject = subject(of: unit, in: nil)
      } else if speaks {
        slots.subject = .me
      } else if stream.signals.mask(.spokenOf) != 0 {
        slots.subject = .spokenOf
      }
    }
    if names.contains(.unit), let unit, case .unit(let ids) = unit.value {
      slots.unit = UnitSlot(candidates: ids, asWritten: written(unit))
    }
  }

  /// Whether the speaker names himself: "cho tôi", "em đăng ký".
  private var speaks: Bool {
    stream.items.indices.contains { stream.signals.hasSure(.me, at: $0) }
  }

  private func subject(of span: ValueSpan, in unit: ValueSpan?) -> SubjectSlot {
    let name = written(span)
    switch span.value {
    case .person(let ids):
      return .person(candidates: narrowed(ids, to: unit), asWritten: name)
    case .unit(let ids): return .unit(candidates: ids, asWritten: name)
    case .household(let ids): return .household(candidates: ids, asWritten: name)
    default: return .unresolved(name)
    }
  }

  /// "chị Hoa bên trường tiểu học": the unit tells which Hoa.
  private func narrowed(_ ids: [Int64], to unit: ValueSpan?) -> [Int64] {
    guard ids.count > 1, let unit, case .unit(let units) = unit.value else { return ids }
    let inside = ids.filter { id in lexicon.people.unit(of: id).map(units.contains) ?? false }
    return inside.isEmpty ? ids : inside
  }

  private func written(_ span: ValueSpan) -> String { text.words(span.nameFirst...span.last) }
}

/// The bytes of a message, to quote from.
struct MessageText {
  let bytes: [UInt8]
  let folded: FoldedText
  /// The items before values were replaced; spans point into them.
  let items: [Item]

  /// The words of these items as written.
  func words(_ range: ClosedRange<Int>) -> String {
    let first = folded.syllables[Int(items[range.lowerBound].first)]
    let last = folded.syllables[Int(items[range.upperBound].last)]
    return String(decoding: bytes[Int(first.start)..<Int(last.end)], as: UTF8.self)
  }

  /// From one syllable to another as written, both included.
  func syllables(_ range: ClosedRange<Int>) -> String {
    let start = Int(folded.syllables[range.lowerBound].start)
    let end = Int(folded.syllables[range.upperBound].end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// Cuts the free text out of a message: what follows the command.
struct TextReader {
  let stream: Stream
  let text: MessageText

  /// `rules`: after the last of these that stand together the text begins.
  func text(after rules: Set<Int32>, _ spans: [ValueSpan]) -> String? {
    guard let command = stream.occurrences.first(where: { rules.contains($0.concept) }) else {
      return nil
    }
    var last = command.last
    for occurrence in stream.occurrences
    where rules.contains(occurrence.concept) && occurrence.first <= last + 1
      && occurrence.last > last
    {
      last = occurrence.last
    }
    var first = last + 1
    while first < stream.items.count, stream.items[first].flags.contains(.filler) { first += 1 }
    var end = stream.items.count - 1
    while end >= first, stream.items[end].flags.contains(.filler) { end -= 1 }
    guard first <= end else { return nil }
    return text.syllables(Int(stream.items[first].first)...Int(stream.items[end].last))
  }
}
