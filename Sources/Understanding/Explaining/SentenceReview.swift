import Vietnamese

/// Looks over the sentences of a catalogue for what its editors should know: which ones another
/// intent takes, which name what the intent has no use for, which no test is like.
package struct SentenceReview: Sendable {
  /// What was found about one line of a file.
  package struct Finding: Sendable {
    package enum Kind: Sendable, Equatable {
      /// Read as another intent, or as none.
      case stolen(by: Intent?)
      /// The intent has no slot that the value could fill.
      case uselessSlot(String)
      /// No test message of the intent has half of its words.
      case untested
    }

    package let kind: Kind
    package let file: String
    /// From 1.
    package let line: Int
    package let text: String
    package let intent: Intent?
  }

  private let catalogue: IntentCatalogue
  private let recognizer: Recognizer
  private let wordings: Wordings
  private let reader: SentenceReader

  package init(_ catalogue: IntentCatalogue, _ recognizer: Recognizer) {
    self.catalogue = catalogue
    self.recognizer = recognizer
    wordings = Wordings(catalogue)
    reader = SentenceReader(recognizer.grammar, recognizer.book)
  }

  /// Sentences that another intent takes: to be taken out there or here, by file and line.
  package func thefts() -> [Finding] {
    Lesson.all(of: catalogue).compactMap { theft(of: $0) }
      .sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  /// Sentences that name more than their intent can use; nothing is wrong with saying it.
  package func uselessSlots() -> [Finding] {
    Lesson.all(of: catalogue).flatMap { uselessSlots(of: $0) }
  }

  /// Sentences that no test message of their intent is like.
  package func untested(by messages: [(intent: Intent, say: String)]) -> [Finding] {
    var tests: [Intent: [Set<UInt64>]] = [:]
    for message in messages { tests[message.intent, default: []].append(words(of: message.say)) }
    var findings: [Finding] = []
    for lesson in Lesson.all(of: catalogue) where !lesson.isWarning {
      guard let intent = lesson.intent else { continue }
      let own = words(of: lesson)
      let isLike = tests[intent, default: []].contains {
        own.intersection($0).count * 2 >= own.count
      }
      if !isLike { findings.append(finding(.untested, lesson)) }
    }
    return findings
  }

  // MARK: Findings

  private func finding(_ kind: Finding.Kind, _ lesson: Lesson) -> Finding {
    Finding(
      kind: kind, file: lesson.sentence.file, line: lesson.sentence.line,
      text: lesson.sentence.text,
      intent: lesson.intent)
  }

  /// A sentence that the model, though it has learned from it, gives to another intent or to none.
  private func theft(of lesson: Lesson) -> Finding? {
    guard let intent = lesson.intent, !lesson.isWarning else { return nil }
    let stream = stream(of: lesson)
    let ranking = recognizer.ranking(of: stream)
    guard let place = ranking.bestIntent() else { return nil }
    let lane = ranking.lane(at: place)
    if lane != intent.lane { return finding(.stolen(by: Intent.allCases[lane]), lesson) }
    let evidence = Evidence(
      ranking, at: place, recognizer.plans[lane],
      words: stream.tokens.count - stream.fillers.nonzeroBitCount)
    return Confidence.of(evidence) >= Judge.floor(isOrder: evidence.isOrder)
      ? nil : finding(.stolen(by: nil), lesson)
  }

  private func uselessSlots(of lesson: Lesson) -> [Finding] {
    guard lesson.intent != nil, !lesson.isWarning else { return [] }
    var findings: [Finding] = []
    lesson.sentence.template.visit { part in
      if case .slot(let name) = part, !lesson.slots.hasUse(of: name) {
        findings.append(finding(.uselessSlot(name), lesson))
      }
    }
    return findings
  }

  // MARK: Words

  private func stream(of lesson: Lesson) -> Stream {
    var sampler = Sampler(wordings: wordings, texts: lesson.texts)
    var dice = Dice(seed: 1)
    return reader.sample(
      sampler.sample(lesson.sentence.template), isUnmarked: false, &dice
    ).stream
  }

  /// The words of a sentence that are no padding, no value and no free text.
  private func words(of lesson: Lesson) -> Set<UInt64> {
    let stream = stream(of: lesson)
    return Set(
      stream.tokens.indices.filter { !stream.isFiller($0) && !stream.tokens[$0].isSymbol }
        .map { stream.tokens[$0].key })
  }

  private func words(of message: String) -> Set<UInt64> {
    Set(
      Tokenizer(MessageText(message), book: recognizer.book, vocabulary: nil, lexicon: nil)
        .read().tokens.map(\.key))
  }
}

extension SlotSet {
  /// Whether a value of the catalogue's name can fill one of the slots.
  fileprivate func hasUse(of name: String) -> Bool {
    switch name {
    case "unknown", "text": true
    case "person", "stranger", "household": contains(.subject)
    case "unit": contains(.unit) || contains(.subject)
    case "date": contains(.date) || contains(.time)
    case "time": contains(.time) || contains(.date)
    case "duration": contains(.duration) || contains(.time) || contains(.date)
    default: SlotName(rawValue: name).map { contains($0) } ?? true
    }
  }
}
