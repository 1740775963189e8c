import Vietnamese

/// All that is learned from the sentences of a catalogue; the rest of a recognizer is compiled from
/// its rules and lists.
struct LearnedModels: Sendable {
  let intents: LinearModel
  let texts: TextModel
  let vocabulary: VocabularyDraft

  init(intents: LinearModel, texts: TextModel, vocabulary: VocabularyDraft) {
    self.intents = intents
    self.texts = texts
    self.vocabulary = vocabulary
  }

  /// Deterministic; takes about half a second of two processors.
  init(learningFrom catalogue: IntentCatalogue, _ compiled: CompiledCatalogue) {
    let training = Training(catalogue, compiled.wordings, compiled.draft, compiled.grammar)
    let trainer = ModelTrainer(training.examples, training.texts)
    intents = LinearModel(
      rows: SmallTable(training.examples.rows), weights: trainer.weights)
    texts = trainer.texts
    vocabulary = training.vocabulary
  }
}

/// The rules and lists of a catalogue, ready for messages.
struct CompiledCatalogue {
  let wordings: Wordings
  let draft: GrammarDraft
  let grammar: Grammar

  init(_ catalogue: IntentCatalogue) throws(CatalogueFaults) {
    wordings = Wordings(catalogue)
    draft = try GrammarDraft(catalogue, wordings)
    grammar = Grammar(draft)
  }
}
