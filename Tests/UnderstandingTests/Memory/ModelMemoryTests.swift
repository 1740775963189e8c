import Testing

@testable import Understanding

/// What was learned is kept for the next start, and never believed when it does not fit.
@Suite struct ModelMemoryTests {
  /// A cache in memory that counts.
  private final class Shelf: ModelMemory {
    var program: UInt64 = 1
    var kept: [UInt8]?
    var keeps = 0

    init(_ kept: [UInt8]? = nil) { self.kept = kept }

    func recall() -> [UInt8]? { kept }
    func keep(_ bytes: [UInt8]) {
      kept = bytes
      keeps += 1
    }
  }

  private let files: [SourceFile]
  private let shelf: Shelf

  /// What a first start keeps.
  private static let firstKept = Result {
    let shelf = Shelf()
    _ = try Recognizer(files: IntentCatalogue.files(in: TestWorld.folder), memory: shelf)
    return shelf.kept
  }

  init() throws {
    files = try IntentCatalogue.files(in: TestWorld.folder)
    shelf = Shelf(try ModelMemoryTests.firstKept.get())
  }

  @Test func theSecondStartLearnsNothingAndReadsTheSame() throws {
    let again = try Recognizer(files: files, memory: shelf)
    #expect(shelf.keeps == 0)
    for message in Messages.orders + Messages.questions + Messages.traps {
      let expected = TestWorld.read(message)
      let reading = again.read(message, lexicon: TestWorld.lexicon, now: TestWorld.now)
      #expect(reading.intent == expected.intent && reading.confidence == expected.confidence)
      #expect(reading.decision == expected.decision, "\(message)")
    }
  }

  @Test func otherSentencesAreLearnedAnew() throws {
    let more = SourceFile(path: "none/zz.yaml", text: "none: |\n  trời hôm nay đẹp quá nhỉ\n")
    _ = try Recognizer(files: files + [more], memory: shelf)
    #expect(shelf.keeps == 1)
  }

  @Test func anotherProgramLearnsAnew() throws {
    shelf.program = 2
    _ = try Recognizer(files: files, memory: shelf)
    #expect(shelf.keeps == 1)
  }

  @Test("Damage is noticed", arguments: [0.0, 0.001, 0.3, 0.9, 1.0])
  func damage(at part: Double) throws {
    var bytes = try #require(shelf.kept)
    bytes[Int(Double(bytes.count - 1) * part)] ^= 0x10
    var fingerprint = Fingerprint(shelf.program)
    for file in files { fingerprint.add(file) }
    #expect(LearnedModels(bytes, of: fingerprint) == nil)
    #expect(LearnedModels(Array(bytes.prefix(bytes.count / 2)), of: fingerprint) == nil)
    #expect(LearnedModels([], of: fingerprint) == nil)
    #expect(LearnedModels([UInt8](repeating: 0xff, count: 64), of: fingerprint) == nil)
  }

  @Test func aBadFileIsRefusedWhateverIsKept() throws {
    let bad = SourceFile(path: "sentences/talk.greet.yaml", text: "sentences: [\n")
    #expect(throws: CatalogueFaults.self) {
      _ = try Recognizer(files: files + [bad], memory: shelf)
    }
    #expect(shelf.keeps == 0)
  }
}
