import CivilTime
import Vietnamese

/// One message on its way: items, values, scores, mood, slots, decision.
///
/// A class, because it is large and handed on.
final class RecognitionPass {
  let recognizer: Recognizer
  let lexicon: Lexicon
  let text: MessageText
  let spans: [ValueSpan]
  let stream: Stream
  /// Signals before values were replaced: "hôm qua" is a date and tells the past.
  let rawSignals: SignalMap
  let now: Instant

  init(recognizer: Recognizer, message: Span<UInt8>, lexicon: Lexicon, now: Instant) {
    let grammar = recognizer.grammar
    let folded = FoldedText(message)
    let (items, slips) = Normalizer(
      grammar: grammar, vocabulary: recognizer.vocabulary, lexicon: lexicon
    ).items(of: folded)
    let occurrences = grammar.occurrences(in: items)
    let finder = SpanFinder(
      grammar: grammar, vocabulary: recognizer.vocabulary, lexicon: lexicon, folded: folded,
      items: items, occurrences: occurrences,
      signals: SignalMap(occurrences, grammar), now: now, slips: slips)
    self.recognizer = recognizer
    self.now = now
    rawSignals = finder.signals
    self.lexicon = lexicon
    spans = finder.spans()
    stream = Stream(items, spans, grammar, occurrences: occurrences)
    text = MessageText(bytes: message.copied(), folded: folded, items: items)
  }

  func reading() -> Reading {
    guard !stream.items.isEmpty else { return .nothing }
    if let reading = oneWordReading { return reading }
    let features = recognizer.features.features(of: stream)
    let ranking = Ranking(recognizer.model.probabilities(of: features))
    var reading = Judge(pass: self, ranking: ranking).reading()
    reading.isBareValue = isBareValue
    reading.hasUnknownWords = unknownWords(before: .max).unknown > 0
    return reading
  }

  /// "đăng nhập cam.on": the leading rule and one unbroken word of ASCII, which is taken as it
  /// stands, whatever it means elsewhere.
  private var oneWordReading: Reading? {
    for plan in recognizer.plans where plan.text.isOneWord {
      let leads = stream.occurrences.filter {
        $0.first == 0 && !$0.isDoubtful && plan.text.after.contains($0.concept)
      }
      guard let lead = leads.map(\.last).max(), lead + 1 < stream.items.count else { continue }
      let word = stream.items[lead + 1]
      guard !word.flags.contains(.filler), text.isLastPlainRun(from: Int(word.first)) else {
        continue
      }
      var reading = Reading.nothing
      reading.intent = plan.intent
      reading.decision = .act
      reading.confidence = 0.99
      reading.slots.text = text.run(from: Int(word.first))
      return reading
    }
    return nil
  }

  /// Only values, with the small words that introduce them.
  private var isBareValue: Bool {
    var values = 0
    for (index, item) in stream.items.enumerated() {
      if item.isSymbol || item.isNumber || stream.signals.has(.me, at: index) {
        values += 1
      } else if !item.flags.contains(.filler), !stream.signals.has(.beneficiary, at: index),
        !stream.signals.has(.title, at: index)
      {
        return false
      }
    }
    return values > 0
  }

  /// The items that say one of these rules, the first that is sure of its words.
  func occurrence(of rules: ConceptSet) -> Grammar.Occurrence? {
    stream.occurrences.first { rules.contains($0.concept) && !$0.isDoubtful }
      ?? stream.occurrences.first { rules.contains($0.concept) }
  }

  func slots(of plan: Recognizer.Plan?) -> Slots {
    SlotFiller(
      spans: spans, stream: stream, grammar: recognizer.grammar, lexicon: lexicon, text: text,
      now: now
    ).slots(of: plan)
  }

  /// Whether a word among the first `limit` items was mended, or stands where no sentence has it:
  /// it may be mistyped, and may have been the one that made this no order.
  func hasOddWords(before limit: Int) -> Bool {
    let items = stream.items.prefix(limit).filter { !$0.flags.contains(.filler) }
    for (index, item) in items.enumerated() where !item.isSymbol {
      if item.flags.contains(.repaired) { return true }
      let previous = index > 0 ? items[index - 1].key : 0
      let next = index + 1 < items.count ? items[index + 1].key : 0
      if previous | next != 0,
        recognizer.vocabulary.fits(item.key, after: previous, before: next) == 0
      {
        return true
      }
    }
    return false
  }

  /// Words that nothing in the catalogue knows and that are no value, and how many items there are
  /// beside padding, among the first `limit`.
  func unknownWords(before limit: Int) -> (unknown: Int, all: Int) {
    var unknown = 0
    var all = 0
    for item in stream.items.prefix(limit) where !item.flags.contains(.filler) {
      all += 1
      if !item.isSymbol, !item.isNumber, !recognizer.vocabulary.knows(item.key) { unknown += 1 }
    }
    return (unknown, all)
  }
}

extension Span<UInt8> {
  func copied() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in indices { buffer[index] = self[index] }
      initialized = count
    }
  }
}
