import Vietnamese

/// Looks for words that may make an order none.
///
/// One slip makes "đừng" of "dùng" and "chưa" of "chứa", and without marks both are written alike. An
/// order is carried out only where no such word can hide.
struct WordDoubt {
  private let analysis: Analysis
  /// The intent, and its number among the orders.
  private let lane: Int
  private let order: Int?
  private let verbs: ConceptSet
  private let text: Range<Int>?
  /// Where words are looked at.
  private let part: Range<Int>

  /// Words that only other intents have; with more of them an order is asked back.
  private static let mostStrangers = 1
  /// So many pairs of words that no order has may stand here and there in one.
  private static let mostNewPairs = 1
  /// The same for pairs that only other orders have.
  private static let mostForeignPairs = 2
  /// So many words before the verb may speak against it.
  private static let reach = 4

  /// Who is spoken to or speaks, and what leads from one to the other.
  private static let harmless: [Signal] = [
    .me, .title, .request, .beneficiary, .connector, .addressee,
  ]
  /// Letters of the longest usual syllables.
  private static let longest = 6

  init(_ judge: Judge, _ candidate: Judge.Candidate, in part: Range<Int>) {
    analysis = judge.analysis
    lane = candidate.plan.intent.lane
    order = candidate.plan.number
    verbs = candidate.plan.verbs
    text = candidate.text
    self.part = part
  }

  private var stream: Stream { analysis.stream }
  private var book: WordBook { analysis.recognizer.book }
  private var vocabulary: Vocabulary { analysis.recognizer.vocabulary }

  /// The first word outside of the text that is doubtful, or all that are strange together, or how they
  /// stand side by side.
  ///
  /// - Parameter allowsStrangers: The intent is sure enough for a few words that only others have.
  func doubt(verb: Grammar.Occurrence?, allowsStrangers: Bool) -> Doubt? {
    if let index = before(verb).first(where: { mayHideSignal(at: $0) || !leads($0, to: verb) }) {
      return .word(index)
    }
    if let last = stream.lastWord,
      mayHideSignal(at: last) || isGlued(at: last) || isMended(from: last)
    {
      return .word(last)
    }
    var strangers = 0
    var previous: UInt64 = 0
    var isPreviousOdd = false
    for index in part {
      let token = stream.tokens[index]
      if stream.isFiller(index) {
        // "thhì": what is read over may say that this is none.
        if token.flags.contains(.repaired), !isInText(index) { return .word(index) }
        continue
      }
      if isInText(index) {
        if isBroken(token) { return .word(index) }
        previous = 0
        continue
      }
      if token.flags.contains(.repaired) { return .word(index) }
      let fits = previous == 0 || vocabulary.areNeighbours(previous, token.key)
      let mayBeSignal = token.flags.contains(.likeSignal)
      // A word is odd when it fits neither side.
      if !fits, isPreviousOdd || !areNeighbours(index, index + 1), mayBeSignal, !isHarmless(index) {
        return .word(index)
      }
      isPreviousOdd = !fits
      previous = token.key
      // Who is spoken to is no stranger: "Cậu bỏ lời nhắc …", said to the assistant.
      if token.isSymbol || isHarmless(index) { continue }
      if !isKnownAsWritten(token) { return .word(index) }
      if book.intents(saying: token).contains(lane) { continue }
      strangers += 1
      if mayBeSignal { return .word(index) }
    }
    if strangers > (allowsStrangers ? WordDoubt.mostStrangers : 0) { return .strangers }
    return isWordedLikeNone ? .wording : nil
  }

  /// There stand more than a few pairs of words, the text taken for one, that this order, or none at
  /// all, has; or two in a row that none has.
  private var isWordedLikeNone: Bool {
    // Without marks, more words are alike.
    let most = analysis.isUnmarked ? 0 : WordDoubt.mostNewPairs
    var newPairs = 0
    var foreignPairs = 0
    var isPreviousNew = false
    var previous: UInt64?
    for index in part where !stream.isFiller(index) {
      let key = stream.key(at: index, text: text)
      var isNew = false
      if let previous {
        let orders = vocabulary.ordersWithNeighbours(previous, key)
        isNew = orders == nil
        if isNew { newPairs += 1 }
        if !(order.map { orders?.contains($0) ?? false } ?? false) { foreignPairs += 1 }
      }
      if newPairs > most || isNew && isPreviousNew || foreignPairs > WordDoubt.mostForeignPairs {
        return true
      }
      isPreviousNew = isNew
      previous = key
    }
    return false
  }

  /// The words right before the verb, in its clause.
  private func before(_ verb: Grammar.Occurrence?) -> Range<Int> {
    guard let verb else { return 0..<0 }
    let end = Int(verb.first)
    var start = end
    while start > 0, start > end - WordDoubt.reach,
      !stream.tokens[start].flags.contains(.startsClause)
    {
      start -= 1
    }
    return start..<end
  }

  private func isHarmless(_ index: Int) -> Bool {
    let token = stream.tokens[index]
    return token.isNumber || token.symbol?.isQuantity ?? false || stream.isFiller(index)
      || WordDoubt.harmless.contains { stream.signals.has($0, at: index) }
  }

  /// Whether some order has the word before the next one: "tôi muốn đăng ký", but not "tôi quên đăng
  /// ký" or "vợ nhắc tôi".
  private func leads(_ index: Int, to verb: Grammar.Occurrence?) -> Bool {
    guard !isInText(index), !isHarmless(index),
      let next = stream.word(from: index + 1)
    else { return true }
    let key = stream.tokens[index].key
    return vocabulary.ordersWithNeighbours(key, stream.key(at: next, text: text)) != nil
      || next == verb.map { Int($0.first) } && vocabulary.leadsToOrders(key)
  }

  /// Whether a slip or missing marks may have hidden there a word that makes this no order: nobody
  /// writes it so, or not between such words. At the end, where questions end, a word without marks
  /// always may: "cho anh tuan cua" may be "… chua". At the end of a text it must have the letters.
  private func mayHideSignal(at index: Int) -> Bool {
    let token = stream.tokens[index]
    guard token.flags.contains(.likeSignal), !token.isSymbol, !isHarmless(index) else {
      return false
    }
    // "…, in rồi": it is the signal that it is like, and was heard.
    if stream.signals.has(.pastEnd, at: index), !token.flags.contains(.unmarked) { return false }
    if isInPhrase(index) || isUnit(index) { return false }
    let isLast = index == stream.lastWord
    if isLast, token.flags.contains(.unmarked) {
      return !isInText(index) || token.flags.contains(.spelledLikeSignal)
    }
    if !isKnownAsWritten(token) { return true }
    return !isInText(index)
      && !(areNeighbours(index - 1, index) && (isLast || areNeighbours(index, index + 1)))
  }

  /// "…, cho qua", "… không tán thành": several words that say the verb or a value together are no slip of
  /// another.
  private func isInPhrase(_ index: Int) -> Bool {
    stream.occurrences.contains {
      $0.count > 1 && !$0.isDoubtful && $0.range.contains(index)
        && ($0.value >= 0 || verbs.contains($0.concept))
    }
  }

  /// "480 tan": what is counted.
  private func isUnit(_ index: Int) -> Bool {
    index > 0 && stream.tokens[index - 1].symbol == .number
      && !stream.tokens[index].flags.contains(.spelledLikeSignal)
  }

  private func isInText(_ index: Int) -> Bool { text?.contains(index) ?? false }

  private func areNeighbours(_ one: Int, _ next: Int) -> Bool {
    guard one >= 0, next < stream.tokens.count else { return true }
    return vocabulary.areNeighbours(stream.tokens[one].key, stream.tokens[next].key)
  }

  /// It has marks, and nobody can say it: "rhhì" may be the "thì" that makes a text a condition.
  private func isBroken(_ token: Token) -> Bool {
    guard token.flags.isDisjoint(with: [.known, .number, .value, .capitalized]),
      !token.marks.isEmpty
    else { return false }
    let letters = (0..<Slip.count(token.key)).map {
      UInt8(truncatingIfNeeded: token.key >> UInt64(8 * $0))
    }
    return !SyllableShape.shared.isSyllable(letters[...])
  }

  /// Where questions end a slip may be one, even in a text: "thậtà".
  private func isMended(from last: Int) -> Bool {
    stream.tokens[last...].contains { $0.flags.contains(.repaired) }
  }

  /// Two words without their space, or nothing that is a word: "Hộchưa".
  private func isGlued(at index: Int) -> Bool {
    let token = stream.tokens[index]
    return token.flags.isDisjoint(with: [.known, .number, .value])
      && Slip.count(token.key) >= WordDoubt.longest
  }

  private func isKnownAsWritten(_ token: Token) -> Bool {
    token.flags.contains(.unmarked)
      ? token.flags.contains(.known) : vocabulary.knows(token.key, token.marks)
  }
}
