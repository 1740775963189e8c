import CivilTime
import Vietnamese

extension Judge {
  /// Why an order is not carried out at once; `nil` if everything was stated and nothing of it is
  /// doubtful.
  func doubt(_ candidate: Candidate, _ slots: Slots) -> Doubt? {
    if !candidate.isMeant { return .mood }
    let isSure = candidate.confidence >= Threshold.actOnStrangers
    if candidate.confidence < Threshold.act { return .unsure }
    // Without marks, more words are alike.
    if !isSure, analysis.isUnmarked { return .unsure }
    if candidate.evidence.leadOverNone < Threshold.actLeadOverNone, !candidate.isWritten {
      return .unsure
    }
    guard let verb = candidate.verb, !verb.isDoubtful else { return .verb }
    // "đừng nhắc tôi nộp báo cáo nữa" calls off a reminder, or only complains.
    // "khỏi nhắc họp nữa" calls it off, and complains of nothing.
    if stream.signals.mask(.negator) & ~stream.signals.mask(.needless) & verb.mask != 0 {
      return .mood
    }
    if candidate.plan.facts.alwaysAsks { return .always }
    if candidate.isRequest { return .request }
    if case .impossible = slots.date { return .impossible }
    if isMissing(candidate.plan, slots) { return .missing }
    if analysis.isCut { return .cut }
    if analysis.spans.contains(where: \.isDoubtful) || saysTwoFigures(candidate) { return .value }
    if slots.subject == .me, stream.signals.mask(.me) == 0 { return .speaker }
    // "anh Tuấnkể là …", "anh Tuấnkhông đăng ký …"
    if analysis.namesNobody, analysis.people > 1 || analysis.hasGluedName { return .people }
    if othersDo(candidate, verb) || isSaidToOthers(candidate) { return .people }
    let telling = telling(candidate)
    let doubt =
      telling ?? doubt(candidate, said: verb, in: stream.tokens.indices, isSure: isSure)
    guard doubt != nil, doubt != .mood,
      let urging = urging(candidate.plan, outside: candidate.text), isMeant(urging.verb, candidate),
      // The reason before it may be in any words; behind it may be the jest that makes it none.
      telling != nil || urging.clause.upperBound == stream.tokens.count
    else { return doubt }
    return self.doubt(candidate, said: urging.verb, in: urging.clause, isSure: isSure)
  }

  /// What the words of a part of the message, in which the verb is said, have against an order.
  private func doubt(
    _ candidate: Candidate, said verb: Grammar.Occurrence, in part: Range<Int>, isSure: Bool
  ) -> Doubt? {
    if isRemark(candidate, verb) || isRemarkInText(candidate, verb) || wavers(candidate) {
      return .mood
    }
    return WordDoubt(self, candidate, in: part).doubt(verb: verb, allowsStrangers: isSure)
  }

  /// It tells what is done or long over instead of ordering it.
  private func telling(_ candidate: Candidate) -> Doubt? {
    if candidate.isTolerated { return .told }
    // "hồi trước tui báo cáo 45 hộ": a figure of long ago; "… từ tuần trước": done then.
    let mayTell = candidate.plan.facts.allowedMoods.contains(.past)
    if candidate.isLongOver, !mayTell || candidate.plan.slots.contains(.percent) { return .past }
    return namesThePast(candidate.plan) ? .past : nil
  }

  /// "nâng chỉ tiêu từ 20 % lên 25 %": of two shares one is no report; nor of two figures, be one in what
  /// was taken for the name: "thu quỹ 64 triệu nghe oai, đếm lại còn 46".
  private func saysTwoFigures(_ candidate: Candidate) -> Bool {
    let shares = stream.tokens.indices.count {
      stream.tokens[$0].symbol == .percent && !(candidate.text?.contains($0) ?? false)
    }
    return shares > 1
      || candidate.plan.slots.contains(.number)
        && stream.tokens.count { $0.symbol == .number } > 1
  }

  /// "Họ ký giao ước …"; "Anh Tuấn đặt lời nhắc …", "Anh Tuấn sẽ đặt …": somebody stands before the verb
  /// of what everybody does only for himself.
  private func othersDo(_ candidate: Candidate, _ verb: Grammar.Occurrence) -> Bool {
    var doer = Int(verb.first) - 1
    while stream.signals.has(.willingly, at: doer) { doer -= 1 }
    if stream.signals.has(.they, at: doer) { return true }
    guard doer >= 0, !candidate.plan.slots.contains(.subject) else { return false }
    let before = stream.tokens[doer].symbol
    // "Công an thông báo cho khóm 3 …": of two units the first announces.
    if before == .unit, candidate.plan.slots.contains(.unit) {
      return candidate.isQuoting && stream.tokens.count { $0.symbol == .unit } > 1
    }
    return before?.mayBeConcerned ?? false
  }

  /// "Hoa ơi, in ra rồi đính vào hồ sơ nhé"; "Đồng chí Bảo, nộp hồ sơ cho Vũ nhé"
  private func isSaidToOthers(_ candidate: Candidate) -> Bool {
    if beginsWithCall { return true }
    return stream.signals.mask(.called) & SignalMap.outside(candidate.text) != 0
      && stream.tokens.indices.contains { index in
        stream.signals.has(.called, at: index + 1) && mayBeCalled(index)
          && !stream.signals.has(.addressee, at: index)
      }
  }

  /// "Anh Tuấn, …", "Tiên nè, …", and somebody else whom it concerns: it is said to whoever is named
  /// first.
  var beginsWithCall: Bool {
    guard let first = stream.word(from: 0), mayBeCalled(first),
      let next = stream.word(from: first + 1), stream.tokens[next].flags.contains(.startsClause)
    else { return false }
    return stream.tokens[next...].contains { $0.symbol?.mayBeConcerned ?? false }
  }

  private func mayBeCalled(_ index: Int) -> Bool {
    let token = stream.tokens[index]
    if token.symbol == .person || token.symbol == .stranger { return true }
    guard token.flags.contains(.name) else { return false }
    // "hoa ơi", by somebody who writes no capitals; but "em ơi" is said to the assistant.
    return token.isCapitalized
      || !stream.tokens.contains(where: \.isCapitalized) && !stream.signals.has(.title, at: index)
        && !stream.signals.has(.me, at: index)
  }

  /// "đăng ký LĐTT năm 2019": a day or a year that is over, where the intent has no use for one.
  private func namesThePast(_ plan: Recognizer.Plan) -> Bool {
    analysis.spans.contains { span in
      guard case .quantity(let quantity) = span.value else { return false }
      return switch quantity {
      case .year(let year): year < now.date.year && !plan.slots.contains(.year)
      case .day(let day, _): day < now.date && !plan.slots.contains(.date)
      case .ago: true
      default: false
      }
    }
  }
}
