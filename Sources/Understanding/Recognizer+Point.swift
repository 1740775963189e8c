import CivilTime
import Vietnamese

extension Recognizer {
  /// "Bà Hoa đỡ đẻ cho cả làng, không lấy của ai con gà nào. Em lập hồ sơ … cho bà ấy": a tale before
  /// the point. What the last sentence says by itself, where the whole says nothing; or what the last
  /// clause orders. An order is always asked back.
  func point(
    of text: MessageText, besides whole: Reading, lexicon: Lexicon, now: Instant
  ) -> Reading? {
    // What is quoted, somebody else said.
    guard text.quoted == nil else { return nil }
    for isClause in [false, true] {
      // "Từ từ đã, gửi thông báo sau": the rest of the sentence speaks against it.
      if isClause, whole.mood == .negated || whole.mood == .conditional { break }
      guard let start = text.lastPart(isClause: isClause) else { continue }
      let bytes = Array(text.bytes[start...])
      let reading = read(MessageText(bytes.span), lexicon: lexicon, now: now)
      if let intent = reading.intent, reading.decision != .none, !facts(of: intent).isTalk,
        !isClause
          || facts(of: intent).isOrder && (reading.decision == .act || reading.doubt == .always)
      {
        return aside(reading, whole)
      }
    }
    return nil
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
