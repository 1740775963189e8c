import Testing
import Vietnamese

@Suite struct FoldedTextTests {
  private func keys(_ text: String) -> [String] {
    let folded = FoldedText(text)
    return folded.syllables.map { String(decoding: folded.letters(of: $0), as: UTF8.self) }
  }

  @Test(arguments: [
    ("Đăng ký Lao động tiên tiến", ["dang", "ky", "lao", "dong", "tien", "tien"]),
    ("  nộp   hồ sơ!!! ", ["nop", "ho", "so"]), ("15/1", ["15", "1"]), ("8h30", ["8", "h", "30"]),
    ("99,64%", ["99", "64", ""]), ("đ\u{200B}ăng ký😀nhé", ["dang", "ky", "nhe"]),
    ("ＬĐＴＴ", ["ldtt"]), ("", []), ("…", []), ("007", ["007"]),
    ("nguyenthihoa NGUYỄNTHỊ", ["nguyenthihoa", "nguyenthi"]),
  ])
  func syllablesAreFolded(text: String, expected: [String]) {
    #expect(keys(text) == expected)
  }

  @Test(arguments: [
    ("hoà", "hòa"), ("thuỷ", "thủy"), ("HUỶ", "hủy"), ("ký", "kí"), ("sỹ", "sĩ"), ("quí", "quý"),
    ("gìơ", "giờ"), ("ho\u{300}a", "hòa"), ("đa\u{306}ng", "đăng"), ("e\u{302}\u{323}", "ệ"),
    ("e\u{323}\u{302}", "ệ"), ("Đ", "Ð"),
  ])
  func spellingsOfOneSyllableAreEqual(one: String, other: String) throws {
    let first = try #require(FoldedText(one).syllables.first)
    let second = try #require(FoldedText(other).syllables.first)
    #expect(first.key == second.key)
    #expect(first.marks == second.marks)
  }

  @Test(arguments: [("Hoa", "Hòa"), ("Hòa", "Hóa"), ("hủy", "Huy"), ("dang", "đang"), ("tu", "tư")])
  func marksTellSyllablesApart(one: String, other: String) throws {
    let first = try #require(FoldedText(one).syllables.first)
    let second = try #require(FoldedText(other).syllables.first)
    #expect(first.key == second.key)
    #expect(first.marks != second.marks)
  }

  @Test func spansPointIntoTheOriginal() {
    let text = "Gửi bà Hòa, xã Dương Hòa"
    let folded = FoldedText(text)
    let bytes = Array(text.utf8)
    let words = folded.syllables.map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
    #expect(words == ["Gửi", "bà", "Hòa", "xã", "Dương", "Hòa"])
  }

  @Test func brokenUTF8OnlySeparates() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x28, 0xE1, 0xBA, 0x63, 0xF0, 0x9F]
    let folded = FoldedText(bytes.span)
    #expect(folded.syllables.count == 3)
  }

  @Test func everyPrefixOfAMessageCanBeRead() {
    let bytes = Array("Đăng ký CSTĐCS cho chị Hoa, nhắc em trước 3 ngày 😀 ｆｕｌｌ".utf8)
    for end in 0...bytes.count {
      let part = Array(bytes[..<end])
      let folded = FoldedText(part.span)
      #expect(folded.syllables.allSatisfy { $0.start < $0.end && Int($0.end) <= end })
    }
  }
}
