import Testing
import Understanding
import Vietnamese

/// The same message in every way it may be typed.
@Suite struct SpellingTests {
  private static let messages = Messages.orders + Messages.destructive + Messages.questions

  @Test("NFC and NFD read alike", arguments: messages)
  func compositionDoesNotMatter(text: String) {
    let composed = TestWorld.read(text)
    let decomposed = TestWorld.read(Spelling.decomposed.applied(to: text))
    #expect(decomposed.intent == composed.intent)
    #expect(decomposed.decision == composed.decision)
    #expect(decomposed.confidence == composed.confidence)
  }

  @Test("Padding never changes the intent", arguments: messages)
  func paddingDoesNotMatter(text: String) {
    let intent = TestWorld.read(text).intent
    for padded in [text + " ạ", "dạ " + text, text + " nhé", "dạ " + text + " ạ", text + " nha em"]
    {
      #expect(TestWorld.read(padded).intent == intent, "\(padded)")
    }
  }

  @Test("Signs, spaces and case", arguments: messages)
  func dressDoesNotMatter(text: String) {
    let intent = TestWorld.read(text).intent
    for dressed in [
      text.uppercased(), "  " + text.split(separator: " ").joined(separator: "   "), text + "!!! 😀",
      text.split(separator: " ").joined(separator: "\u{200B} "),
      text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        .joined(separator: " "),
    ] {
      #expect(TestWorld.read(dressed).intent == intent, "\(dressed)")
    }
  }

  @Test("Without marks, in Telex, in VNI", arguments: messages)
  func keystrokes(text: String) {
    let intent = TestWorld.read(text).intent
    for spelling in [Spelling.unmarked, .telex, .vni] {
      let typed = spelling.applied(to: text)
      #expect(TestWorld.read(typed).intent == intent, "\(typed)")
    }
  }

  @Test(
    "The last ạ may be left in keystrokes too, where others were",
    arguments: ["con xin gu7i3 vu7o7ng1 ma8c1 a5", "con xin guwir vuowngs mawcs aj"])
  func keystrokesOfPoliteness(text: String) {
    #expect(TestWorld.read(text).slots.text == nil)
  }

  @Test(
    "Words that lost their space are told apart by their marks and their neighbours",
    arguments: [
      ("Lậphồ sơ giấy khen xã cho chị Hoa", Intent.dossierCreate),
      ("laphồ sơ giay khen xa cho chi Hoa", .dossierCreate),
      ("xuấtexcel bảng tổng hợp", .reportExport), ("dsvướng mắc của bà con", .feedbackList),
      ("đóng phiênhđ nhé", .councilClose), ("cảmơn em nhé", .talkThanks),
      ("dangkylaodongtientien cho toi", .registrationCreate),
    ])
  func lostSpaces(text: String, intent: Intent) {
    let reading = TestWorld.read(text)
    #expect(reading.intent == intent)
    // An order whose words were mended is asked back.
    #expect(!TestWorld.recognizer.facts(of: intent).isOrder || reading.decision != .act)
  }

  @Test(
    "Where every word has a capital none of them makes a name",
    arguments: [
      ("Ke Hoach 42 Co May Dot Thi Dua", Intent.campaignWaves),
      ("Điều Kiện Lao Động Tiên Tiến", .honourCriteria),
      ("Dieu Kien Lao Dong Tien Tien", .honourCriteria), ("E Thấy Nhắc R Ạ", .reminderAck),
      ("Dang Ky Ldtt Cho Anh Tuan Chua", nil),
    ] as [(String, Intent?)])
  func titleCase(text: String, intent: Intent?) {
    let reading = TestWorld.read(text)
    if let intent { #expect(reading.intent == intent) }
    #expect(reading.intent != .registrationCreate || reading.decision != .act)
  }
}
