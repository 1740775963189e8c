import Testing

@testable import Understanding

/// `intents/lists/dossier-states.yaml`: how people name the states of a dossier.
@Suite struct DossierStateWordsTests {
  @Test(arguments: [
    ("chờ thẩm định", ["submitted"]), ("cho tham dinh", ["submitted"]),
    ("bị trả lại", ["returned"]), ("đã thẩm định", ["accepted"]),
    ("không được chọn", ["not_selected"]),
    ("đã trình lên huyện", ["forwarded"]), ("còn thiếu giấy tờ", ["draft"]),
    ("của thôn Hộ", []), ("", []),
  ])
  func named(text: String, states: [String]) {
    #expect(TestWorld.recognizer.names(of: .dossierStates, in: text) == states)
  }
}
