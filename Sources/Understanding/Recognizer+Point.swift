import CivilTime
import Vietnamese

// A tale before the point: "Bà Hoa đỡ đẻ cho cả làng, không lấy của ai con gà nào. Em lập hồ sơ … cho
// bà ấy".
extension Recognizer {
  /// What the last sentence says by itself, where the whole says nothing; or what the last clause
  /// orders. An order is always asked back.
  func point(
    of text: MessageText, besides whole: Reading, lexicon: Lexicon, now: Instant
  ) -> Reading? {
    // What is quoted, somebody else said.
    guard text.quoted == nil else { return nil }
    for isClause in [false, true] {
      // "Từ từ đã, gửi thông báo sau": the rest of the sentence speaks against it.
      if isClause, whole.mood == .negated || whole.mood == .conditional { break }
      guard let reading = lastPart(of: text, isClause: isClause, lexicon: lexicon, now: now)
      else { continue }
      if let intent = reading.intent, reading.decision != .none, !facts(of: intent).isTalk,
        !isClause
          || facts(of: intent).isOrder && (reading.decision == .act || reading.doubt == .always)
      {
        return aside(reading, whole)
      }
    }
    return nil
  }

  /// Whether nothing is doubtful of an order but the words of the tale before it: its last clause alone
  /// orders just the same, and surely.
  func isOrdered(
    byLastClauseOf text: MessageText, as whole: Reading, lexicon: Lexicon, now: Instant
  ) -> Bool {
    switch whole.doubt {
    case .word, .wording, .strangers: break
    default: return false
    }
    guard whole.mood == .plain, text.quoted == nil,
      let last = lastPart(of: text, isClause: true, lexicon: lexicon, now: now)
    else { return false }
    return last.decision == .act && last.intent == whole.intent
      && last.slots.plain(lexicon) == whole.slots.plain(lexicon)
  }

  private func lastPart(
    of text: MessageText, isClause: Bool, lexicon: Lexicon, now: Instant
  ) -> Reading? {
    guard let start = text.lastPart(isClause: isClause) else { return nil }
    let bytes = Array(text.bytes[start...])
    return read(MessageText(bytes.span), lexicon: lexicon, now: now)
  }

  /// A part of a message, with whom the rest has named.
  private func aside(_ part: Reading, _ whole: Reading) -> Reading {
    var reading = part
    if reading.slots.subject == .spokenOf, case .person? = whole.slots.subject {
      reading.slots.subject = whole.slots.subject
      reading.decision = Judge.isAmbiguous(reading.slots) ? .choose : .confirm
    }
    if let intent = reading.intent, facts(of: intent).isOrder, reading.decision == .act {
      reading.decision = .confirm
      reading.doubt = .aside
    }
    return reading
  }
}
