import Vietnamese

// Remarks in the words of an order: on a matter, on what somebody did or should do, with irony.
extension Judge {
  /// How the words around the verb stand makes a remark of it.
  func isRemark(_ candidate: Candidate, _ verb: Grammar.Occurrence) -> Bool {
    speaksOfMatter(candidate, verb) || comments(candidate, behind: verb)
      || isEchoed(verb, candidate) || isAdvised(verb)
  }

  /// What was taken for the text of the order is the remark.
  func isRemarkInText(_ candidate: Candidate, _ verb: Grammar.Occurrence) -> Bool {
    tellsOrAsksInText(candidate) || isBare(candidate, before: verb) || isUnsaid(candidate)
      || missesInText(candidate)
  }

  /// So near to it the verb is a part of its name.
  private static let longestMatter = 6

  /// "Việc mở phiên họp ngày 12/12 …": what begins so speaks of a matter, and may only tell of it.
  private func speaksOfMatter(_ candidate: Candidate, _ verb: Grammar.Occurrence) -> Bool {
    // "đang xem xét việc cử đồng chí Oanh làm gương"
    if stream.signals.mask(.weighed) & SignalMap.below(Int(verb.first)) != 0 { return true }
    guard let first = stream.word(from: 0),
      (1...Judge.longestMatter).contains(Int(verb.first) - first)
    else { return false }
    return stream.signals.has(.matter, at: first)
  }

  /// "Đăng ký hội thi ngày 12/12 thì trường em xin không tham gia": a comment. But "báo cáo tới hạn thì
  /// nhắc tôi" has a verb behind it too, and in what others are to read any word may stand but the
  /// first.
  private func comments(_ candidate: Candidate, behind verb: Grammar.Occurrence) -> Bool {
    // "…, hiệu quả quá cơ": how it ends colours all of it.
    if let last = stream.lastWord, stream.signals.has(.then, at: last) { return true }
    let quoted = candidate.isQuoting ? candidate.text?.dropFirst() : nil
    let behind =
      stream.signals.mask(.then) & SignalMap.outside(quoted) & ~SignalMap.below(Int(verb.last) + 1)
    return behind != 0
      && !stream.says(candidate.plan.verbs) { $0 > behind.trailingZeroBitCount }
  }

  /// "nộp sao được mà nộp"
  private func isEchoed(_ verb: Grammar.Occurrence, _ candidate: Candidate) -> Bool {
    stream.signals.mask(.echo) != 0
      && stream.says(candidate.plan.verbs) { again in
        again > Int(verb.last) && stream.signals.has(.echo, at: again - 1)
          && stream.tokens[again].key == stream.tokens[Int(verb.first)].key
      }
  }

  /// "trường nên đổi sang …"; but "cao quá nên đổi giúp em" tells why.
  private func isAdvised(_ verb: Grammar.Occurrence) -> Bool {
    stream.signals.has(.advice, at: Int(verb.first) - 1)
      && stream.signals.mask(.urging) & ~SignalMap.below(Int(verb.last) + 1) == 0
  }

  /// "… kể là sẽ bổ sung biên bản", "…, ai viết mà nhỏ xíu": what was taken for a text that nobody is to
  /// read may be the tale or the question.
  private func tellsOrAsksInText(_ candidate: Candidate) -> Bool {
    guard let text = candidate.text, !candidate.isQuoting else { return false }
    let told =
      stream.signals.mask(.hearsay) | stream.signals.mask(.condition)
      | stream.signals.mask(.questionWord)
    if told & SignalMap.mask(text) != 0 { return true }
    // "… mà vẫn an toàn 100%" is the name of nothing.
    if stream.signals.has(.aloud, at: text.lowerBound) { return true }
    // "… mô hình nuôi ong rồi, lẹ hơn hội mình": the tale goes on behind it.
    let goesOn = text.dropFirst().contains {
      stream.tokens[$0].flags.contains(.startsClause) && stream.signals.has(.pastEnd, at: $0 - 1)
    }
    if goesOn { return true }
    // "… là đủ chưa nhỉ"
    guard let last = stream.lastSaid, text.contains(last) else { return false }
    return (last..<stream.tokens.count).contains { stream.signals.has(.questionEnd, at: $0) }
  }

  /// "… thì Văn phòng mới gửi thông báo", "… học sinh viết thư đề nghị nêu gương": what others are to read
  /// stands before the verb, and nothing sets it off.
  private func isBare(_ candidate: Candidate, before verb: Grammar.Occurrence) -> Bool {
    guard candidate.isQuoting, let text = candidate.text, text.upperBound <= Int(verb.first) else {
      return false
    }
    return !(text.upperBound...Int(verb.first)).contains {
      stream.tokens[$0].flags.contains(.startsClause)
    }
      && !stream.isBehindColon(text) && self.text.quoted == nil
  }

  /// "Tôi không đề nghị gia hạn, đó là ý kiến của …"; but behind a colon it may stand in any text.
  private func isUnsaid(_ candidate: Candidate) -> Bool {
    stream.signals.mask(.unsaid) != 0
      && !(candidate.text.map { stream.isBehindColon($0) } ?? false)
  }

  /// So far before a verb a negator may stand: "chẳng thấy ai giới thiệu".
  private static let longestNegation = 3

  /// "gương tốt như bà Loan mà chẳng thấy ai giới thiệu": the text complains that it was not done. "Nhà
  /// trường không có chủ trương đăng ký …": what was taken for a text before the verb denies it.
  private func missesInText(_ candidate: Candidate) -> Bool {
    guard let text = candidate.text, !stream.isBehindColon(text),
      stream.signals.mask(.negator) & SignalMap.mask(text) != 0
    else { return false }
    // But "mô hình không rác đạt 50 %" is a name before the verb.
    if let verb = candidate.verb, text.upperBound == Int(verb.first),
      !candidate.plan.slots.contains(.percent)
    {
      return true
    }
    // Why a dossier is returned tells of what is missing.
    if candidate.plan.slots.contains(.decision) { return false }
    // "… 100% công trình, cô chưa đi kiểm tra": no name of a work, but of its doubter.
    if candidate.plan.slots.contains(.percent),
      stream.signals.mask(.notYet) & SignalMap.mask(text) != 0
    {
      return true
    }
    return stream.says(candidate.plan.verbs) { first in
      let before = max(0, first - Judge.longestNegation)..<first
      return text.contains(first) && stream.signals.mask(.negator) & SignalMap.mask(before) != 0
    }
  }

  /// A negator that is no part of the vote or the decision stands right before it; and "chưa đồng ý"
  /// may be no vote at all.
  func wavers(_ candidate: Candidate) -> Bool {
    stream.occurrences.contains { said in
      guard said.value >= 0, let slot = recognizer.grammar.concepts[Int(said.concept)].slot,
        slot == .vote || slot == .decision, candidate.plan.slots.contains(slot),
        !(candidate.text?.contains(Int(said.first)) ?? false)
      else { return false }
      let first = Int(said.first)
      return stream.signals.has(.negator, at: first - 1)
        || slot == .vote && stream.signals.has(.notYet, at: first)
    }
  }
}
