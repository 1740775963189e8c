import Testing
import Vietnamese

/// What keyboards leave behind when they do not turn keys into marks.
@Suite struct KeystrokeTests {
  @Test(arguments: [
    "đăng", "ký", "hồ", "sơ", "thưởng", "nước", "đề", "nghị", "quyết", "định", "tiễn", "Hòa",
    "giấy", "khen", "người", "ưu", "tuổi",
  ])
  func everySyllableComesBackFromItsKeys(word: String) throws {
    let syllable = try #require(FoldedText(word).syllables.first)
    for spelling in [Spelling.telex, .vni] {
      let keys = Array(spelling.applied(to: word.lowercased()).utf8)[...]
      guard keys.count > word.count else { continue }
      let decoded = try #require(
        spelling == .telex ? Telex.decoded(keys, Marks()) : VNI.decoded(keys, Marks()), "\(word)")
      #expect(decoded.key == syllable.key)
      #expect(decoded.marks == syllable.marks)
    }
  }

  @Test(arguments: ["internet", "bcdw", "bcd", "excel", ""])
  func whatIsNoSyllableIsNone(word: String) {
    #expect(Telex.decoded(Array(word.utf8)[...], Marks()) == nil)
  }
}
