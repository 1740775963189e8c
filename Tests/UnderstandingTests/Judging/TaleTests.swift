import Testing
import Understanding

/// An order with a tale beside it in one message.
@Suite struct TaleTests {
  @Test(
    "Where a clause urges the assistant, what is told beside it is only the reason",
    arguments: [
      ("hồ sơ giấy khen xã của anh Tuấn đủ điều kiện rồi, duyệt nha", Intent.dossierAppraise),
      (
        "hôm trước bác ghi nhầm, cháu sửa đăng ký của anh Tuấn thành giấy khen huyện",
        .registrationChange
      ),
      ("ký giao ước thi đua cho thôn Hộ giùm em nha, nãy quên", .pledgeSign),
      (
        "Bà Dung đỡ đẻ cho cả làng, không lấy của ai con gà nào. Em lập hồ sơ giấy khen huyện cho bà ấy giúp tôi",
        .dossierCreate
      ),
    ])
  func urged(text: String, intent: Intent) {
    let reading = TestWorld.read(text)
    #expect(reading.intent == intent)
    #expect(reading.decision == .act, "\(reading)")
  }

  @Test(
    "Where it does not, the tale may go on",
    arguments: [
      "hôm qua tui lên xã, nộp hồ sơ giấy khen xã của cô Dung",
      // He tells of himself.
      "hôm qua em lên xã, em nộp hồ sơ giấy khen xã của cô Dung",
      // Of whom he told by name.
      "chú Bình lo họp hội đồng bữa 12/12, chú mở phiên họp hội đồng luôn",
      // Somebody else said so, or it depends.
      "anh Tuấn nói hôm qua quên, nộp hồ sơ giấy khen xã của cô Dung giùm",
      "nếu hôm qua quên, nộp hồ sơ giấy khen xã của cô Dung giùm",
      // It is said to him.
      "anh Tuấn, nộp hồ sơ cho cô Dung nhé",
      "Tuấn nè, lập hồ sơ giấy khen xã cho cô Dung nhen em",
      // The jest stands behind it.
      "ký giao ước thi đua cho thôn Hộ giùm em nha, mơ đi cưng",
    ])
  func notUrged(text: String) {
    let reading = TestWorld.read(text)
    #expect(reading.decision != .act, "\(reading)")
  }
}
