package import CivilTime
import Vietnamese

/// Why a message was read as it was, for the people who edit `intents/`.
package struct Explanation: Sendable {
  /// A word of the message, or a value found in it.
  package struct Word: Sendable {
    package let text: String
    /// The slot symbol of a value.
    package let value: String?
    package let isPadding: Bool
    package let isRepaired: Bool
    /// Some sentence, rule or list has it.
    package let isKnown: Bool
  }

  /// An intent with what speaks for it and against it; `nil` for "none of them".
  package struct Candidate: Sendable {
    package let intent: Intent?
    /// About 1 where the model says yes, -1 where it says no.
    package let score: Double
    /// What counted most, and how much.
    package let reasons: [(words: String, weight: Double)]
  }

  package let words: [Word]
  /// The rules that tell moods, doubts and padding, with the words that say them.
  package let signals: [(rule: String, words: String)]
  package let mood: Mood
  /// How much it looks like an order to be carried out now, about 1 for yes.
  package let order: Double
  package let candidates: [Candidate]
  package let reading: Reading
}

extension Recognizer {
  private static let mostReasons = 8

  package func explain(_ message: String, lexicon: Lexicon, now: Instant) -> Explanation {
    let reading = read(message, lexicon: lexicon, now: now)
    let text = MessageText(message)
    let judge = judge(text, lexicon, now)
    let stream = judge.analysis.stream
    let words = stream.tokens.indices.map { index in
      let token = stream.tokens[index]
      return Explanation.Word(
        text: text.words(token, token), value: token.symbol.map { "\($0)" },
        isPadding: stream.isFiller(index), isRepaired: token.flags.contains(.repaired),
        isKnown: !token.flags.isDisjoint(with: [.known, .number, .value]))
    }
    let signals = Signal.allCases.compactMap { signal -> (rule: String, words: String)? in
      let places = stream.tokens.indices.filter { stream.signals.has(signal, at: $0) }
      if places.isEmpty { return nil }
      return (signal.ruleName, places.map { words[$0].text }.joined(separator: " · "))
    }
    return Explanation(
      words: words, signals: signals, mood: reading.mood, order: Double(judge.ranking.order),
      candidates: candidates(judge.ranking, stream, words), reading: reading)
  }

  private func candidates(
    _ ranking: Ranking, _ stream: Stream, _ words: [Explanation.Word]
  ) -> [Explanation.Candidate] {
    let described = FeatureReader.described(stream, grammar)
    func named(_ label: String) -> String {
      label.split(separator: " ").map { part in
        part.first == "#" ? Int(part.dropFirst()).map { words[$0].text } ?? "" : String(part)
      }.joined(separator: " + ")
    }
    return ranking.places.map { place in
      let lane = ranking.lane(at: place)
      let reasons = described.map { (named($0.label), model.weight(of: $0.feature, lane: lane)) }
        .sorted { $0.1.magnitude > $1.1.magnitude }.prefix(Recognizer.mostReasons)
      return Explanation.Candidate(
        intent: lane < plans.count ? plans[lane].intent : nil,
        score: Double(ranking.score(at: place)),
        reasons: reasons.map { (words: $0.0, weight: Double($0.1)) })
    }
  }

  /// What speaks for the likeliest intent, before any threshold: for calibration. `nil` for a message
  /// without words.
  package func evidence(
    of message: String, lexicon: Lexicon, now: Instant
  ) -> (intent: Intent, evidence: Evidence)? {
    let text = MessageText(message)
    guard !text.folded.syllables.isEmpty else { return nil }
    return judge(text, lexicon, now).likeliest
  }
}
