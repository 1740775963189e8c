import Testing

@testable import Understanding

@Suite struct PhraseTrieTests {
  private func trie(_ phrases: [String]) -> PhraseTrie {
    var draft = PhraseTrieDraft()
    for (index, phrase) in phrases.enumerated() {
      draft.insert(Wordings.tokens(of: phrase), payload: Int32(index))
    }
    return draft.frozen()
  }

  private func matches(_ trie: PhraseTrie, _ text: String, from start: Int = 0) -> [Int32: Int] {
    var found: [Int32: Int] = [:]
    let tokens = Wordings.tokens(of: text)
    trie.visitMatches(in: tokens.span, from: start) { match in
      for place in match.payloads { found[trie.payload(place)] = match.count }
    }
    return found
  }

  @Test func meetsEveryPhraseThatBeginsThere() {
    let trie = trie(["hồ sơ", "hồ sơ đề nghị", "sơ", "đề nghị"])
    #expect(matches(trie, "hồ sơ đề nghị khen") == [0: 2, 1: 4])
    #expect(matches(trie, "hồ sơ đề nghị khen", from: 1) == [2: 1])
    #expect(matches(trie, "khen") == [:])
  }

  @Test func aSingleWordNeedsItsMarks_ofThreeOneMayHaveOthers() {
    let trie = trie(["định", "hồ sơ", "hồ sơ khen"])
    #expect(matches(trie, "dính") == [:])
    #expect(matches(trie, "hồ sờ") == [:])
    #expect(matches(trie, "hồ sờ khen") == [2: 3])
    #expect(matches(trie, "hổ sờ khen") == [:])
  }

  @Test func aPhraseMayStandForSeveralThings() {
    var draft = PhraseTrieDraft()
    let tokens = Wordings.tokens(of: "giấy khen")
    draft.insert(tokens, payload: 1)
    draft.insert(tokens, payload: 2)
    draft.insert(tokens, payload: 2)
    let trie = draft.frozen()
    var payloads: [Int32] = []
    trie.visitMatches(in: tokens.span, from: 0) { match in
      payloads += match.payloads.map { trie.payload($0) }
    }
    #expect(payloads == [1, 2])
  }

  @Test func nothingBeginsInATrieOfNothing() {
    #expect(matches(trie([]), "hồ sơ") == [:])
  }

  /// Nodes of one and two words are searched until the search comes round, those of many until a free
  /// slot.
  @Test(arguments: [1, 2, 3, 8, 9, 190])
  func everyWordBehindAnotherIsFound(count: Int) {
    let words = (0..<count).map { "hồ \(PhraseTrieTests.word($0))" }
    let trie = trie(words)
    for (index, phrase) in words.enumerated() {
      #expect(matches(trie, phrase) == [Int32(index): 2])
    }
    #expect(matches(trie, "hồ sơ") == [:])
  }

  @Test func aSlipIsFollowedInPhrasesOfTwoWordsOrMore() {
    let trie = trie(["khen", "giấy khen", "giấy khen xã"])
    let tokens = Wordings.tokens(of: "giấy khenn xã")
    var found: [Int32: Int] = [:]
    func visit(from start: Int, _ body: (PhraseTrie.Match) -> Void) {
      trie.visitSlippedMatches(
        in: tokens.span, from: start, canSlip: 0b10, typed: { tokens[$0].key }, body)
    }
    visit(from: 0) { match in
      #expect(match.slipped == 1)
      for place in match.payloads { found[trie.payload(place)] = match.conflicting }
    }
    #expect(found == [1: 1, 2: 1])
    visit(from: 1) { _ in Issue.record("one word alone is no phrase with a slip") }
  }

  /// Words without marks, no two alike.
  private static func word(_ number: Int) -> String {
    let letters = Array("bcdghklmnprtvx")
    return "\(letters[number % 14])\(letters[number / 14])a"
  }
}
