import CivilTime
import Vietnamese

/// Makes of a sentence of the catalogue what the recognizer makes of a message.
struct SentenceReader: Sendable {
  struct Sample {
    let stream: Stream
    /// Tokens of the stream that are free text.
    let text: Range<Int>?
  }

  private let grammar: Grammar
  private let book: WordBook
  private let lexicon = Lexicon()
  /// Words that quantities are read together with.
  private static let introductions: [SlotSymbol: Set<UInt64>] = [
    .duration: [FoldedKey.key("truoc"), FoldedKey.key("sau"), FoldedKey.key("trong")],
    .date: [FoldedKey.key("ngay")], .time: [FoldedKey.key("luc")], .year: [FoldedKey.key("nam")],
  ]
  /// Any day: what a date is worth teaches nothing.
  private let now = Instant(milliseconds: 1_641_517_200_000)

  init(_ grammar: Grammar, _ book: WordBook) {
    self.grammar = grammar
    self.book = book
  }

  func sample(_ pieces: [Piece], isUnmarked: Bool, _ dice: inout Dice) -> Sample {
    var draft = Draft()
    for piece in pieces { append(piece, to: &draft, &dice) }
    if isUnmarked { draft.removeMarks() }
    let spans = ValueFinder(
      grammar: grammar, vocabulary: nil, lexicon: lexicon, text: nil, tokens: draft.tokens,
      signals: grammar.signals(in: draft.tokens), now: now, slips: SlipMap()
    ).spans()
    let stream = Stream(draft.tokens, spans, grammar)
    return Sample(stream: stream, text: draft.text.flatMap { SentenceReader.place($0, spans) })
  }

  private struct Draft {
    var tokens: [Token] = []
    var text: Range<Int>?
    /// What stood behind the last token.
    var gap = Gap.glued

    mutating func append(_ token: Token) {
      guard tokens.count < Tokenizer.mostTokens else { return }
      var token = token
      if gap.sign != 0, gap.sign != UInt8(ascii: " ") || token.gap.sign == 0 { token.gap = gap }
      if token.gap.endsClause, !tokens.isEmpty { token.flags.insert(.startsClause) }
      gap = .glued
      tokens.append(token)
    }

    /// In messages the "trước" of "trước 3 ngày" is part of the value.
    mutating func absorbLast(of symbol: SlotSymbol) {
      guard let last = tokens.last, !last.isSymbol, tokens.count - 1 >= text?.upperBound ?? 0,
        SentenceReader.introductions[symbol]?.contains(last.key) ?? false
      else { return }
      tokens.removeLast()
      gap = last.gap
    }

    /// Names of people and units stand in texts too: here and there one takes the place of a word.
    mutating func nameSomebody(_ dice: inout Dice) {
      guard let text, text.count >= 4, dice.roll(4) == 0 else { return }
      let place = text.lowerBound + 1 + dice.roll(text.count - 1)
      if tokens[place].isSymbol || tokens[place].isNumber { return }
      var name = Token(dice.roll(2) == 0 ? .unit : .person)
      name.gap = tokens[place].gap
      tokens[place] = name
    }

    mutating func removeMarks() {
      for index in tokens.indices where !tokens[index].isSymbol && !tokens[index].isNumber {
        tokens[index].marks = Marks()
        tokens[index].flags.insert(.unmarked)
      }
    }
  }

  private func append(_ piece: Piece, to draft: inout Draft, _ dice: inout Dice) {
    switch piece {
    case .words(let words): append(words, to: &draft)
    case .symbol(let symbol):
      draft.absorbLast(of: symbol)
      draft.append(Token(symbol))
    case .unknown:
      for _ in 0...dice.roll(3) {
        draft.append(Token(key: 1 << 63 | UInt64(dice.roll(1_000_000))))
      }
    case .text(let text):
      let first = draft.tokens.count
      append(text, to: &draft)
      if draft.tokens.count > first { draft.text = first..<draft.tokens.count }
      draft.nameSomebody(&dice)
    }
  }

  private func append(_ words: String, to draft: inout Draft) {
    let text = MessageText(words)
    for token in Tokenizer(text, book: book, vocabulary: nil, lexicon: nil).read().tokens {
      var token = token
      // A piece may be too short to show that the sentence is written with marks.
      token.flags.remove(.unmarked)
      draft.append(token)
    }
    let endGap = text.folded.endGap
    if !text.folded.syllables.isEmpty || draft.gap.sign == 0
      || draft.gap.sign == UInt8(ascii: " ")
    {
      draft.gap = endGap
    }
  }

  /// Where a run of tokens stands once values are symbols; `nil` if a value crosses its border.
  private static func place(_ range: Range<Int>, _ spans: [ValueSpan]) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = range.upperBound
    for span in spans {
      let removed = span.count - 1
      if span.last < range.lowerBound {
        lower -= removed
      } else if span.first < range.lowerBound {
        return nil
      }
      if span.last < range.upperBound {
        upper -= removed
      } else if span.first < range.upperBound {
        return nil
      }
    }
    return lower..<upper
  }
}
