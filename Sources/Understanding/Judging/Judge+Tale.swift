import Vietnamese

// What is told beside the order: "hồ sơ chị Nhung đủ giấy rồi, duyệt nha", "hôm trước bác ghi nhầm, cháu sửa
// thành giấy khen", "ký giao ước giùm em nha, nãy quên".
extension Judge {
  /// The clause of a message that asks the assistant in so many words to do it.
  struct Urging {
    let verb: Grammar.Occurrence
    let clause: Range<Int>
  }

  /// What is told beside it is then only the reason. `nil` where the tale may go on: "hôm qua tui lên
  /// xã, nộp hồ sơ cho cô Hoa".
  func urging(_ plan: Recognizer.Plan, outside text: Range<Int>? = nil) -> Urging? {
    let said = stream.occurrences.last {
      plan.verbs.contains($0.concept) && !$0.isDoubtful && !(text?.contains($0.range) ?? false)
    }
    guard let verb = said else { return nil }
    let clause = clause(of: verb)
    guard clause.count < stream.tokens.count, isUrged(verb, in: clause) else { return nil }
    return Urging(verb: verb, clause: clause)
  }

  /// The tokens between the pauses around a verb.
  private func clause(of verb: Grammar.Occurrence) -> Range<Int> {
    let starts = stream.tokens.indices.filter { stream.tokens[$0].flags.contains(.startsClause) }
    let start = starts.last { $0 <= Int(verb.first) } ?? 0
    let end = starts.first { $0 > Int(verb.last) } ?? stream.tokens.count
    return start..<end
  }

  /// "… giúp em", "… nhé" behind the verb; or before it who is asked, if he has not told the tale
  /// himself: "tui viết xong rồi, con nộp".
  private func isUrged(_ verb: Grammar.Occurrence, in clause: Range<Int>) -> Bool {
    let behind = SignalMap.mask(verb.range.upperBound..<clause.upperBound)
    if stream.signals.mask(.urging) & behind != 0 { return true }
    let before = (clause.lowerBound..<Int(verb.first)).filter { !stream.isFiller($0) }
    return [before.first, before.last].contains { place in
      guard let place, stream.signals.has(.urged, at: place) else { return false }
      let key = stream.tokens[place].key
      // "Chú Ky lo họp hội đồng, chú mở phiên …": his title.
      return !stream.tokens.prefix(clause.lowerBound).contains {
        $0.key == key || text.folded.syllables[Int($0.first)].key == key
      }
    }
  }
}
