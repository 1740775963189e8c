import Actions
import Testing

@Suite struct UsernameTests {
  @Test(arguments: [
    ("hoa", true), ("hoa.nt-1_x", true), ("ab", true), ("a", false), ("", false), ("Hoa", false),
    ("hoà", false), ("hoa nt", false), (String(repeating: "a", count: 32), true),
    (String(repeating: "a", count: 33), false), ("hoa\u{0}", false),
  ])
  func whatANameMayBe(text: String, isValid: Bool) {
    #expect(Username.isValid(text) == isValid)
  }

  @Test(arguments: [
    ("Hoa", "hoa"), ("  HOA.nt\t", "hoa.nt"), ("h o a", "hoa"), ("", ""), ("Đào", "Đào"),
  ])
  func whatIsForgiven(typed: String, meant: String) {
    #expect(Username.normalized(typed) == meant)
  }

  @Test func aVeryLongNameIsCutBeforeItIsLookedUp() {
    #expect(Username.normalized(String(repeating: "x", count: 4000)).utf8.count == 64)
    // The cut may fall into a letter; what comes out is still text.
    #expect(!Username.normalized(String(repeating: "đ", count: 63) + "xđ").isEmpty)
  }
}
