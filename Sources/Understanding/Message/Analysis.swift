import CivilTime
import Vietnamese

/// The words of a message and the values among them.
struct Findings {
  /// Before values were replaced; spans point into them.
  let tokens: [Token]
  let spans: [ValueSpan]
  /// The past was told before values were replaced: "hôm qua" is a date.
  let tellsPast: Bool
  /// The message was longer than what is looked at.
  let isCut: Bool

  init(
    _ words: Tokenizer.Words, of text: MessageText, _ recognizer: Recognizer, _ lexicon: Lexicon,
    now: Instant
  ) {
    let signals = recognizer.grammar.signals(in: words.tokens)
    spans = ValueFinder(
      grammar: recognizer.grammar, vocabulary: recognizer.vocabulary, lexicon: lexicon,
      text: text, tokens: words.tokens, signals: signals, now: now, slips: words.slips
    ).spans()
    tokens = words.tokens
    isCut = words.isCut
    tellsPast = signals.mask(.past) != 0
  }

  /// Whether another look at the same message found the same words and values.
  func isLike(_ other: Findings) -> Bool {
    tokens.count == other.tokens.count && spans.count == other.spans.count
      && tokens.indices.allSatisfy { tokens[$0].key == other.tokens[$0].key }
      && spans.indices.allSatisfy {
        spans[$0].first == other.spans[$0].first && spans[$0].last == other.spans[$0].last
          && spans[$0].symbol == other.spans[$0].symbol
      }
  }
}

/// A message taken apart: its words, the values among them, and what rules occur in it; with all that
/// it is read by.
///
/// A class, because it is large and many readers look at it.
final class Analysis {
  let recognizer: Recognizer
  let text: MessageText
  let lexicon: Lexicon
  let now: Instant
  let tokens: [Token]
  let spans: [ValueSpan]
  let tellsPast: Bool
  let isCut: Bool
  let stream: Stream

  init(
    _ findings: Findings, _ recognizer: Recognizer, _ text: MessageText, _ lexicon: Lexicon,
    now: Instant
  ) {
    self.recognizer = recognizer
    self.text = text
    self.lexicon = lexicon
    self.now = now
    tokens = findings.tokens
    spans = findings.spans
    tellsPast = findings.tellsPast
    isCut = findings.isCut
    stream = Stream(tokens, spans, recognizer.grammar)
  }

  /// Only values, with the small words that introduce them.
  var isBareValue: Bool {
    let small =
      stream.signals.mask(.beneficiary) | stream.signals.mask(.title) | stream.fillers
    let speaker = stream.signals.mask(.me)
    var values = 0
    for index in stream.tokens.indices {
      if !stream.tokens[index].flags.isDisjoint(with: [.value, .number])
        || speaker & 1 &<< UInt64(index) != 0
      {
        values += 1
      } else if small & 1 &<< UInt64(index) == 0 {
        return false
      }
    }
    return values > 0
  }

  /// Tokens of the stream, without padding and outside of `text`, that are no value and that
  /// sentences of the intent (in a lane) do not have.
  func strangers(to lane: Int, outside text: Range<Int>?) -> Int {
    let book = recognizer.book
    return countWords(outside: text) { !book.intents(saying: $0).contains(lane) }
  }

  /// The same for the words that no sentence at all has.
  func unknownWords(outside text: Range<Int>?) -> Int {
    countWords(outside: text) { !$0.flags.contains(.known) }
  }

  @inline(__always)
  private func countWords(outside text: Range<Int>?, _ isCounted: (Token) -> Bool) -> Int {
    var count = 0
    for index in stream.tokens.indices {
      let token = stream.tokens[index]
      guard token.flags.isDisjoint(with: [.value, .number]), !stream.isFiller(index),
        isCounted(token), !(text?.contains(index) ?? false)
      else { continue }
      count += 1
    }
    return count
  }

  /// It was written without any marks.
  var isUnmarked: Bool { tokens.contains { $0.flags.contains(.unmarked) } }

  /// Names of people, known or not.
  var people: Int {
    spans.count(where: \.symbol.isSomebody)
  }

  /// Somebody is named whom the lexicon does not have.
  var namesNobody: Bool { spans.contains(where: \.isStranger) }

  /// A name has a word longer than any syllable: it may be one with the word behind it.
  var hasGluedName: Bool {
    spans.contains { span in
      span.isStranger && tokens[span.first...span.last].contains { Slip.count($0.key) > 7 }
    }
  }

  /// Tokens of the stream that are no padding.
  var contentCount: Int { stream.tokens.count - stream.fillers.nonzeroBitCount }
}
