import Testing
import Vietnamese

/// What single words can be in phrases of numbers and days.
@Suite struct PhraseWordTests {
  @Test(
    arguments: [
      ("mai", [.opens, .standsAlone]), ("rằm", [.opens, .standsAlone]),
      // Numerals alone are mostly something else, and "ngày" alone is no day.
      ("ba", .opens), ("năm", .opens), ("ngày", .opens), ("tối", .opens),
      ("đồng", []), ("kia", []),
    ] as [(String, PhraseWord.Role)])
  func role(word: String, role: PhraseWord.Role) throws {
    let key = try #require(FoldedText(word).syllables.first).key
    var found: PhraseWord.Role?
    PhraseWord.visitTerms { if $0 == key { found = $1 } }
    #expect(found == role)
  }

  @Test(arguments: [("nào", true), ("phong", true), ("tôi", true), ("tới", false), ("mai", false)])
  func isOutside(word: String, isOutside: Bool) throws {
    let syllable = try #require(FoldedText(word).syllables.first)
    let read = PhraseWord(
      key: syllable.key, marks: syllable.marks, isUnmarked: false, gap: syllable.gap)
    #expect(read.isOutside == isOutside)
  }
}
