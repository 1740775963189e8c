/// Where learned models wait for the next start, so that it need not learn them again.
///
/// Never a source of truth: whatever cannot be recalled is learned from the sentences.
package protocol ModelMemory {
  /// Tells programs apart that may learn differently from the same sentences.
  var program: UInt64 { get }
  /// What was kept last; `nil` if there is nothing.
  func recall() -> [UInt8]?
  /// May fail without a word.
  func keep(_ bytes: [UInt8])
}

extension Recognizer {
  /// Compiles the files of a catalogue; what is in `memory` for exactly these files and this program
  /// is not learned again. Faults in sentences are found when they are learned.
  package convenience init(
    files: [SourceFile], memory: (any ModelMemory)?
  ) throws(CatalogueFaults) {
    guard let memory else {
      try self.init(IntentCatalogue(files: files))
      return
    }
    var fingerprint = Fingerprint(memory.program)
    for file in files { fingerprint.add(file) }
    if let bytes = memory.recall(), let models = LearnedModels(bytes, of: fingerprint) {
      try self.init(IntentCatalogue(withoutSentences: files), models)
      return
    }
    let models = try Recognizer.learn(files)
    let bytes = models.bytes(of: fingerprint)
    memory.keep(bytes)
    // As a later start has them: learning leaves its tables larger than they need be.
    try self.init(
      IntentCatalogue(withoutSentences: files), LearnedModels(bytes, of: fingerprint) ?? models)
  }

  /// The sentences, and what was compiled to learn from them, go with the call.
  private static func learn(_ files: [SourceFile]) throws(CatalogueFaults) -> LearnedModels {
    let catalogue = try IntentCatalogue(files: files)
    return LearnedModels(learningFrom: catalogue, try CompiledCatalogue(catalogue))
  }
}
