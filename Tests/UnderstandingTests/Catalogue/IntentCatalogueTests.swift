import Testing

@testable import Understanding

/// What is wrong in `intents/` is said with file, line and advice; nothing of it is taken.
@Suite struct IntentCatalogueTests {
  /// The real files, with one more or one in place of another.
  private func catalogue(_ path: String, _ text: String) throws -> IntentCatalogue {
    let files = try IntentCatalogue.files(in: TestWorld.folder).filter { $0.path != path }
    return try IntentCatalogue(files: files + [SourceFile(path: path, text: text)])
  }

  @Test(
    "One fault",
    arguments: [
      (
        "sentences/x.yaml", "intent: talk.thanks\nsentences: |\n  cảm ơn {honor}\n", 3,
        CatalogueFault.Problem.unknownSlot("honor")
      ),
      (
        "sentences/x.yaml", "intent: talk.thanks\nsentences: |\n  cảm ơn\n  (cảm ơn\n", 4,
        .badTemplate("(cảm ơn", .unclosed("("))
      ),
      (
        "sentences/x.yaml", "intent: talk.thank\nsentences: |\n  cảm ơn\n", 1,
        .unknownIntent("talk.thank")
      ),
      ("sentences/x.yaml", "sentences: |\n  cảm ơn\n", 1, .fileWithoutIntent),
      (
        "sentences/x.yaml", "intent: talk.thanks\nsentences: |\n  <khong_co>\n", 3,
        .unknownRule("khong_co")
      ),
      ("rules/x.yaml", "rules:\n  trong: []\n", 2, .emptyRule("trong")),
      // What a file that cannot be read would have said is not told as missing besides.
      (
        "sentences/talk.thanks.yaml", "intent: talk.thanks\nsentences: |\n  (cảm ơn\n", 3,
        .badTemplate("(cảm ơn", .unclosed("("))
      ),
      ("rules/signals.yaml", "rules:\n  trong: []\n", 2, .emptyRule("trong")),
      ("catalogue.yaml", "intents: 1\n", 1, .noIntents),
    ])
  func oneFault(
    path: String, text: String, line: Int, problem: CatalogueFault.Problem
  ) throws {
    let faults = try #require(throws: CatalogueFaults.self) { try catalogue(path, text) }.faults
    #expect(faults.map(\.problem) == [problem])
    #expect(faults.first?.file == path)
    #expect(faults.first?.line == line)
    #expect("\(faults[0])".hasPrefix(path + (line == 0 ? ":" : ":\(line)")))
  }

  @Test func aFolderWithNothingIsRefused() throws {
    let faults = try #require(throws: CatalogueFaults.self) {
      try IntentCatalogue(directory: TestWorld.root + "/Tests/Data/nothing")
    }.faults
    #expect(faults.map(\.problem) == [.noFolder])
  }

  @Test func everyIntentHasItsSentencesAndItsPurpose() throws {
    let catalogue = try IntentCatalogue(directory: TestWorld.folder)
    for intent in Intent.allCases {
      #expect(catalogue.sentenceCount(of: intent) >= 100, "\(intent)")
      #expect(catalogue.facts[intent]?.does.isEmpty == false)
    }
  }

  /// A reading does not depend on the order in which files load.
  @Test func theOrderOfFilesDoesNotMatter() throws {
    let files = try IntentCatalogue.files(in: TestWorld.folder)
    let turned = try Recognizer(IntentCatalogue(files: files.reversed()))
    for message in Messages.orders + Messages.questions {
      let first = TestWorld.read(message)
      let second = turned.read(message, lexicon: TestWorld.lexicon, now: TestWorld.now)
      #expect(first.intent == second.intent)
      #expect(first.confidence == second.confidence)
      #expect(first.slots.plain(TestWorld.lexicon) == second.slots.plain(TestWorld.lexicon))
    }
  }
}
