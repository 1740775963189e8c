import Testing
import Understanding

/// A question, a refusal, a condition, a report and a tale are no orders.
@Suite struct MoodTests {
  @Test("What is no order changes nothing", arguments: Messages.traps)
  func noOrder(text: String) {
    let reading = TestWorld.read(text)
    #expect(!isOrder(reading) || reading.decision == .none, "\(reading)")
  }

  @Test(
    "How it was meant",
    arguments: [
      ("đăng ký LĐTT cho tôi", Mood.plain), ("đừng đăng ký LĐTT cho tôi", .negated),
      ("chưa nộp hồ sơ giấy khen xã của anh Tuấn", .negated),
      ("nếu rút đăng ký LĐTT của cô Lan thì sao", .conditional),
      ("nghe nói đăng ký LĐTT cho anh Tuấn", .reported),
      ("hôm qua nộp hồ sơ của anh Tuấn", .past),
      ("đã ký giao ước thi đua cho thôn Hộ rồi", .past),
      ("đăng ký LĐTT cho anh Tuấn à", .question),
      ("bỏ phiếu đồng ý cho anh Tuấn? trời ơi", .question),
      ("công trình đường hoa chưa xong. đừng ghi 100%", .negated),
      ("trong sách có câu mẫu “gia hạn đăng ký đến 20/1”", .reported),
      ("duyệt hồ sơ cô Lan thì ẩu quá", .conditional),
      ("cô Lan mà đăng ký CSTĐCS á", .conditional),
      ("nghĩ mà suýt nữa đổi LĐTT của cô Lan sang CSTĐCS", .reported),
    ])
  func mood(text: String, mood: Mood) {
    #expect(TestWorld.read(text).mood == mood)
  }

  @Test(
    "Whom it is said to does not hide its end",
    arguments: [
      "hội đồng đóng phiên chưa con", "nộp hồ sơ cô Lan chưa em", "ký giao ước cho thôn Hộ rồi cô",
    ])
  func vocatives(text: String) {
    #expect([.question, .past].contains(TestWorld.read(text).mood))
    #expect(TestWorld.read(text).decision != .act)
  }

  /// Adding a negator never leaves an order.
  @Test(arguments: Messages.orders, ["đừng", "chưa", "không", "khoan", "đừng có", "chẳng"])
  func aNegatorBeforeItStopsEveryOrder(order: String, negator: String) {
    let reading = TestWorld.read(negator + " " + order)
    #expect(!isOrder(reading) || reading.decision != .act, "\(reading)")
  }

  /// Words that contain a signal's word and are none.
  @Test(arguments: [
    "đăng ký mô hình nông thôn mới cho thôn Hộ", "đăng ký mô hình nói không với rác cho thôn Hộ",
    "đăng ký công trình bảo vệ môi trường cho thôn Hộ",
  ])
  func compoundsAreNoSignals(text: String) {
    #expect(TestWorld.read(text).intent == .workRegister)
    #expect(TestWorld.read(text).mood == .plain)
  }

  private func isOrder(_ reading: Reading) -> Bool {
    reading.intent.map { TestWorld.recognizer.facts(of: $0).isOrder } ?? false
  }
}
