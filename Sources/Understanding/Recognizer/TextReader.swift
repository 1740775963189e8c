import Vietnamese

/// Which words lead to the free text of an intent, and which end it.
struct TextRules: Sendable {
  let after: ConceptSet
  let until: ConceptSet
  let isOneWord: Bool
}

/// Cuts the free text out of a message: what is left when the command, the values and the padding
/// are taken away.
struct TextReader {
  let stream: Stream
  let plan: Recognizer.Plan

  /// Items of the text, or `nil` if nothing is left.
  var range: ClosedRange<Int>? {
    let count = stream.items.count
    guard let start = start, start < count else { return nil }
    var end = (start..<count).first { isEnd($0, from: start) } ?? count
    while end > start, isPadding(end - 1) || isTrailingValue(end - 1) { end -= 1 }
    return end > start ? start...(end - 1) : nil
  }

  /// Whether a leading word told where the text begins; without one any word may be the command's.
  var isLed: Bool {
    stream.occurrences.contains { plan.text.after.contains($0.concept) }
  }

  func text(of message: MessageText) -> String? {
    guard let range else { return nil }
    let first = Int(stream.items[range.lowerBound].first)
    if plan.text.isOneWord { return message.run(from: first) }
    return message.syllables(first...Int(stream.items[range.upperBound].last))
  }

  /// Where the text begins: after the chain of leading rules, values and padding.
  private var start: Int? {
    var start = 0
    if let lead = stream.occurrences.first(where: { plan.text.after.contains($0.concept) }) {
      start = lead.last + 1
    } else if plan.intent.needsLead {
      return nil
    }
    while start < stream.items.count {
      if let longest = leading(at: start) {
        start = longest + 1
      } else if isPadding(start) || isValue(start) || isPronoun(start) {
        start += 1
      } else {
        break
      }
    }
    return start
  }

  private func leading(at index: Int) -> Int? {
    stream.occurrences.filter { $0.first == index && plan.text.after.contains($0.concept) }
      .map(\.last).max()
  }

  private func isEnd(_ index: Int, from start: Int) -> Bool {
    guard index > start else { return false }
    if plan.text.isOneWord { return index > start + 6 }
    return stream.occurrences.contains {
      $0.first == index && plan.text.until.contains($0.concept)
    } || !plan.text.until.isEmpty && isValue(index)
  }

  private func isPadding(_ index: Int) -> Bool {
    stream.items[index].flags.contains(.filler) || stream.signals.hasSure(.connector, at: index)
  }

  private func isPronoun(_ index: Int) -> Bool {
    stream.signals.hasSure(.me, at: index) || stream.signals.hasSure(.title, at: index)
  }

  /// A value that fills another slot of the intent.
  private func isValue(_ index: Int) -> Bool {
    let item = stream.items[index]
    guard item.isSymbol, let symbol = SlotSymbol(rawValue: item.key & 0xff) else { return false }
    switch symbol {
    case .honour: return plan.slots.contains(.honour)
    case .person, .household, .stranger: return plan.slots.contains(.subject)
    case .unit: return plan.slots.contains(.unit) || plan.slots.contains(.subject)
    case .campaign: return plan.slots.contains(.campaign)
    case .year: return plan.slots.contains(.year)
    case .date: return plan.slots.contains(.date) || plan.slots.contains(.time)
    case .time: return plan.slots.contains(.time)
    case .duration: return plan.slots.contains(.duration)
    case .number: return plan.slots.contains(.number)
    case .percent: return plan.slots.contains(.percent)
    }
  }

  private func isTrailingValue(_ index: Int) -> Bool {
    !plan.text.isOneWord && isValue(index)
  }
}

extension Intent {
  /// Intents whose text is optional and stands only after a leading word.
  fileprivate var needsLead: Bool {
    switch self {
    case .registrationCreate, .pledgeSign, .dossierAppraise, .dossierList, .talkHelp,
      .campaignTargets, .accountLogin, .dossierAttach, .awardDecide, .reminderList, .reminderAck,
      .reportExport, .feedbackList:
      true
    default: false
    }
  }
}
