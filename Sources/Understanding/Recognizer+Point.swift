import CivilTime
import Vietnamese

// A tale before the point: "Bà Hoa đỡ đẻ cho cả làng, không lấy của ai con gà nào. Em lập hồ sơ … cho
// bà ấy".
extension Recognizer {
  /// What the last sentence says by itself, where the whole says nothing; or what the last clause
  /// orders. An order is asked back, unless it urges the assistant in so many words.
  func point(
    of text: MessageText, besides whole: Reading, lexicon: Lexicon, now: Instant
  ) -> Reading? {
    // What is quoted, somebody else said.
    guard text.quoted == nil else { return nil }
    let sentence = text.lastSentence
    if let sentence {
      let reading = read(text, sentence, besides: whole, lexicon: lexicon, now: now)
      if reading.decision != .none, !says(reading, \.isTalk) {
        return aside(reading, of: text, lexicon, now)
      }
    }
    // "Từ từ đã, gửi thông báo sau": the rest of the sentence speaks against it.
    guard whole.mood != .negated, whole.mood != .conditional,
      let clause = text.lastClause, clause != sentence
    else { return nil }
    let reading = read(text, clause, besides: whole, lexicon: lexicon, now: now)
    guard reading.decision == .act || reading.doubt == .always || reading.doubt == .told,
      says(reading, \.isOrder)
    else {
      return nil
    }
    return aside(reading, of: text, lexicon, now)
  }

  /// Whether nothing is doubtful of an order but the words of the tale before it: its last clause alone
  /// orders just the same, and surely. Or the first, where what is behind it can only be the reason.
  func isOrdered(
    byOneClauseOf text: MessageText, as whole: Reading, lexicon: Lexicon, now: Instant
  ) -> Bool {
    switch whole.doubt {
    case .word, .wording, .strangers: break
    default: return false
    }
    guard whole.mood == .plain, text.quoted == nil else { return false }
    if let clause = text.lastClause {
      let last = read(text, clause, besides: whole, lexicon: lexicon, now: now)
      if isSame(last, whole, lexicon) { return true }
    }
    // Without marks the jest looks like the reason.
    guard isOnesOwn(whole), let clause = text.firstClause,
      !judge(text, lexicon, now).analysis.isUnmarked
    else { return false }
    return isSame(
      read(text, clause, besides: whole, lexicon: lexicon, now: now), whole, lexicon)
  }

  /// "đề xuất gương chị Lan: ba năm liền không trễ hạn một hồ sơ nào": behind a colon stands what others
  /// are to read, in whatever words; what is before it tells the order, and surely.
  func isOrdered(
    byHeadOf text: MessageText, as whole: Reading, lexicon: Lexicon, now: Instant
  ) -> Bool {
    guard whole.doubt == .unsure, whole.mood == .plain, text.quoted == nil,
      let plan = whole.intent.map({ plans[$0.lane] }), plan.facts.textIsQuoted,
      !plan.facts.alwaysAsks, !whole.slots.isAmbiguous, let head = text.head
    else { return false }
    let part = read(text, head, besides: whole, lexicon: lexicon, now: now)
    return part.intent == whole.intent && part.doubt == .missing && whole.slots.text != nil
  }

  private func isSame(_ part: Reading, _ whole: Reading, _ lexicon: Lexicon) -> Bool {
    part.decision == .act && part.intent == whole.intent
      && part.slots.plain(lexicon) == whole.slots.plain(lexicon)
  }

  /// "15p nữa nhắc lại nha, đang đếm tiền": where an order concerns nobody but the speaker, the reason
  /// behind it may be in any words. Behind others there may be the jest that makes them none.
  private func isOnesOwn(_ reading: Reading) -> Bool {
    guard let plan = reading.intent.map({ plans[$0.lane] }) else { return false }
    return plan.facts.roles.contains("member") && !plan.facts.textIsQuoted
      && !plan.slots.contains(.subject) && !plan.slots.contains(.unit)
  }

  /// What some of the bytes say by themselves; "bà ấy" is whom the whole has named.
  private func read(
    _ text: MessageText, _ part: Range<Int>, besides whole: Reading, lexicon: Lexicon, now: Instant
  ) -> Reading {
    let bytes = Array(text.bytes[part])
    let named: SubjectSlot? =
      switch whole.slots.subject {
      case .person, .household: whole.slots.subject
      default: nil
      }
    return read(MessageText(bytes.span), spokenOf: named, lexicon: lexicon, now: now)
  }

  private func says(_ reading: Reading, _ isOfKind: (IntentFacts) -> Bool) -> Bool {
    reading.intent.map { isOfKind(facts(of: $0)) } ?? false
  }

  /// A part of a message is an order that is carried out unasked only where it urges to it, and nothing
  /// beside it is hearsay or a condition.
  private func aside(
    _ part: Reading, of text: MessageText, _ lexicon: Lexicon, _ now: Instant
  ) -> Reading {
    guard part.decision == .act, let plan = part.intent.map({ plans[$0.lane] }), plan.isOrder
    else { return part }
    let judge = judge(text, lexicon, now)
    let signals = judge.stream.signals
    if judge.urging(plan) != nil, signals.mask(.condition) | signals.mask(.hearsay) == 0,
      !judge.beginsWithCall
    {
      return part
    }
    var reading = part
    reading.decision = .confirm
    reading.doubt = .aside
    return reading
  }
}
