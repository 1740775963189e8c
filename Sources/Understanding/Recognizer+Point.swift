import CivilTime
import Vietnamese

extension Recognizer {
  /// "Bà Hoa đỡ đẻ cho cả làng, không lấy của ai con gà nào. Em lập hồ sơ … cho bà ấy": a tale before
  /// the point. What the last sentence says by itself, where the whole says nothing; an order among it
  /// is always asked back.
  func point(
    of text: MessageText, besides whole: Reading, lexicon: Lexicon, now: Instant
  ) -> Reading? {
    // What is quoted, somebody else said.
    guard let start = text.lastSentence, text.quoted == nil else { return nil }
    let bytes = Array(text.bytes[start...])
    var reading = read(MessageText(bytes.span), lexicon: lexicon, now: now)
    guard let intent = reading.intent, reading.decision != .none, !facts(of: intent).isTalk
    else { return nil }
    if reading.slots.subject == .spokenOf, case .person? = whole.slots.subject {
      reading.slots.subject = whole.slots.subject
      reading.decision = Judge.isAmbiguous(reading.slots) ? .choose : .confirm
    }
    if facts(of: intent).isOrder, reading.decision == .act {
      reading.decision = .confirm
      reading.doubt = .aside
    }
    return reading
  }
}
