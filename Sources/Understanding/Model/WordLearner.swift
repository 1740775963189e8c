import Dispatch
import Synchronization
import Vietnamese

/// Gathers the words of a catalogue, before its sentences are read; half of the sentences on another
/// processor.
struct WordLearner {
  private(set) var vocabulary = VocabularyDraft()
  private let wordings: Wordings
  private let grammar: GrammarDraft
  private var borrowed = BorrowedWords()

  /// A word of a rule or list is no rarity.
  private static let ruleWeight: Int32 = 5
  private static let shares = 2

  static func vocabulary(
    of catalogue: IntentCatalogue, _ wordings: Wordings, _ grammar: GrammarDraft,
    _ lessons: [Lesson]
  ) -> VocabularyDraft {
    let parts = Mutex<[VocabularyDraft]>(Array(repeating: VocabularyDraft(), count: shares))
    DispatchQueue.concurrentPerform(iterations: shares) { share in
      var learner = WordLearner(wordings, grammar)
      if share == 0 { learner.learnRulesAndLists(of: catalogue) }
      let first = lessons.count * share / shares
      let end = lessons.count * (share + 1) / shares
      for lesson in lessons[first..<end] { learner.learnWords(of: lesson) }
      parts.withLock { $0[share] = learner.vocabulary }
    }
    return parts.withLock { parts in
      var vocabulary = parts[0]
      for part in parts.dropFirst() { vocabulary.merge(part) }
      for words in catalogue.commonWords { vocabulary.learnCommon(words) }
      grammar.pairs.visitEntries { pair, _ in vocabulary.learnPairs([pair]) }
      for honour in grammar.shortHonours { vocabulary.learnHonour(honour) }
      return vocabulary
    }
  }

  private init(_ wordings: Wordings, _ grammar: GrammarDraft) {
    self.wordings = wordings
    self.grammar = grammar
  }

  private mutating func learnRulesAndLists(of catalogue: IntentCatalogue) {
    for (name, templates) in catalogue.rules.sorted(by: { $0.key < $1.key })
    where !Signal.isSilent(name) {
      for template in templates { learnWords(of: template, nil, weight: WordLearner.ruleWeight) }
    }
    for values in catalogue.lists.sorted(by: { $0.key < $1.key }).map(\.value) {
      for template in values.flatMap(\.wordings) {
        learnWords(of: template, nil, weight: WordLearner.ruleWeight)
      }
    }
  }

  private mutating func learnWords(of lesson: Lesson) {
    // A warning against an intent need not be understood.
    if lesson.isWarning { return }
    learnWords(of: lesson.sentence.template, lesson.intent, weight: 1)
  }

  private mutating func learnWords(of template: Template, _ intent: Intent?, weight: Int32) {
    switch template {
    case .words(let text): learnWords(of: text, intent, weight)
    case .text(let text): learnWords(of: text, nil, weight)
    case .rule(let name):
      if let intent, borrowed.insert(name, intent) {
        for template in wordings.rules[name] ?? [] { learnWords(of: template, intent, weight: 0) }
      }
    case .slot(let name):
      if let intent, borrowed.insert("{" + name, intent) {
        for template in wordings.lists[name] ?? [] { learnWords(of: template, intent, weight: 0) }
      }
    case .sequence(let parts), .choice(let parts):
      for part in parts { learnWords(of: part, intent, weight: weight) }
    }
  }

  /// The words of a text, short forms also written out.
  private mutating func learnWords(of text: String, _ intent: Intent?, _ weight: Int32) {
    for syllable in FoldedText(text).syllables where syllable.isWord {
      vocabulary.learn(syllable.key, syllable.marks, intent: intent?.lane, weight: weight)
      for word in grammar.fullForm(of: syllable.key, syllable.marks) ?? [] {
        vocabulary.learn(word.key, word.marks, intent: intent?.lane, weight: weight)
      }
    }
  }
}

/// Which rules and lists were written out for the words of an intent: each only once.
private struct BorrowedWords {
  private var names: [String: IntentSet] = [:]

  /// `false` if it was done already.
  mutating func insert(_ name: String, _ intent: Intent) -> Bool {
    if names[name, default: IntentSet()].contains(intent.lane) { return false }
    names[name, default: IntentSet()].insert(intent.lane)
    return true
  }
}
