import Understanding
import Vietnamese

/// "đăng ký CSTĐCS cho chị Hoa, nhắc em trước 3 ngày": a message that orders two things. The first is
/// done, and the second is not lost: it is asked about right after.
struct SecondOrder {
  /// The first order: the whole message as it was read, or its first part where the whole was too
  /// much to be understood.
  let first: Reading
  let reading: Reading
  /// The second one, as written.
  let words: String

  /// Between two orders; a comma alone is enough, "và" is not: it joins names.
  private static let joiners = [
    ", rồi ", " rồi ", ", xong ", " xong ", " sau đó ", ", ", "; ", ". ",
  ]
  /// A reading of a part has less to go by than one of a whole message.
  private static let sureness = 0.85

  /// `nil` unless a later part is an order of its own, and the part before it another; the whole, if it
  /// was understood, is one of the two. What stands in the free words of the first belongs to it.
  ///
  /// - Parameter language: a part is read as a message is; that is asked a few times at most.
  init?(in message: String, beside whole: Reading, _ language: WordReading) {
    let isLost = whole.decision == .none && whole.mood == .plain
    guard language.isOrder(whole) || isLost, message.utf8.count < 400 else { return nil }
    let places = SecondOrder.joiners.flatMap { joiner in
      message.ranges(of: joiner).map { (first: message[..<$0.lowerBound], rest: $0.upperBound) }
    }.sorted { $0.rest < $1.rest }.prefix(4)
    for (first, start) in places {
      let words = String(message[start...])
      if let text = whole.slots.text, SecondOrder.contains(text, words) { continue }
      let later = language.read(words)
      guard language.isOrder(later), later.confidence >= SecondOrder.sureness else { continue }
      var sooner = language.read(String(first))
      guard language.isOrder(sooner), sooner.intent != later.intent else { continue }
      let isFirst = whole.intent == sooner.intent
      guard
        isFirst
          || (isLost || whole.intent == later.intent)
            && sooner.confidence >= SecondOrder.sureness
      else { continue }
      // What was made out in parts only is shown before it is done.
      sooner.decision = .confirm
      self.first = isFirst ? whole : sooner
      self.reading = later
      self.words = words
      return
    }
    return nil
  }

  /// Whether one of them holds the first words of the other.
  private static func contains(_ text: String, _ words: String) -> Bool {
    let (text, words) = (
      FoldedText(text).syllables.map(\.key), FoldedText(words).syllables.prefix(3).map(\.key)
    )
    guard !words.isEmpty, text.count >= words.count else { return false }
    return (0...text.count - words.count).contains { start in
      text[start..<start + words.count].elementsEqual(words)
    }
  }
}
