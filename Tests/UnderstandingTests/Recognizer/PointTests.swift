import Testing
import Understanding

/// What is wanted stands in the last sentence, behind a tale.
@Suite struct PointTests {
  @Test(
    "An order behind a tale is understood, and asked back",
    arguments: [
      (
        "Bà Dung đỡ đẻ cho cả làng, không lấy của ai con gà nào. Lập hồ sơ giấy khen huyện cho bà ấy",
        Intent.dossierCreate, ["honour": "GKH", "subject": "Đỗ Thị Dung"]
      ),
      (
        "Sáng nay trời mưa quá đi không được. Nhắc tôi 8 giờ sáng mai nộp báo cáo",
        .reminderCreate, ["time": "2022-01-08T08:00:00+07:00", "text": "nộp báo cáo"]
      ),
      (
        "Hồi đó cô ấy lội suối cõng thuốc vô bản, nghe kể mà thương, em nộp hồ sơ giấy khen xã của cô Dung",
        .dossierSubmit, ["honour": "GKX", "subject": "Đỗ Thị Dung"]
      ),
      (
        "Không ai nói ra nói vào câu nào, em tin không! Ghi thôn Hộ ký giao ước thi đua",
        .pledgeSign,
        ["subject": "Thôn Hộ"]
      ),
    ])
  func orders(text: String, intent: Intent, slots: [String: String]) {
    let reading = TestWorld.read(text)
    #expect(reading.intent == intent)
    #expect(reading.decision == .confirm)
    let plain = reading.slots.plain(TestWorld.lexicon)
    for (name, value) in slots { #expect(plain[name]?.hasSuffix(value) ?? false, "\(plain)") }
  }

  @Test(
    "Strange words of the tale are no doubt about a clear order",
    arguments: [
      ("Mương cũ sạt lở tan hoang, ký giao ước thi đua cho thôn Hộ", Decision.act),
      ("Mương cũ sạt lở tan hoang, họ ký giao ước thi đua cho thôn Hộ", .confirm),
      ("Mương cũ sạt lở tan hoang, ký giao ước thi đua cho thôn Hộ làm chi", .none),
      // Whom the tale told of is whom "ông ấy" means.
      ("Anh Tuấn lặn xuống đìa vớt hai đứa nhỏ, em lập hồ sơ giấy khen huyện cho anh ấy", .act),
      // What concerns the speaker alone may have any reason behind it; behind others stand jests.
      ("15 phút nữa nhắc lại nha, đang cân lứa heo", .act),
      ("khỏi nhắc họp giao ban nữa nghe, họ dời rồi", .act),
      ("ký giao ước thi đua cho thôn Hộ, mơ đi cưng", .confirm),
    ])
  func clearOrder(text: String, decision: Decision) {
    let reading = TestWorld.read(text)
    #expect(reading.decision == decision, "\(reading)")
  }

  @Test func whoIsMeantOfSeveralIsAsked() {
    let reading = TestWorld.read(
      "Chị Hoa không có gì phải bàn, việc gì cũng tới. Đăng ký lao động tiên tiến cho chị ấy nhé")
    #expect(reading.intent == .registrationCreate)
    #expect(reading.decision == .choose)
    #expect((reading.slots.subject?.candidates.count ?? 0) > 1)
  }

  @Test(arguments: [
    "Hôm qua họp xong. Đăng ký LĐTT cho chị Hạnh rồi nhé",
    "Anh Bình nói hoài mà không ai nghe. Khoan nộp hồ sơ của chị Hạnh",
    "Từ từ đã, gửi thông báo họp ngày 25/11 cho thôn Hộ sau",
    "Không ai chịu nghe. Đăng ký.", "Có ai biết không? Chào cả nhà nhé",
    "Nếu rút đăng ký của tôi thì có sao không. Tôi hỏi vậy thôi",
  ])
  func whatIsNoOrderByItselfStaysNone(text: String) {
    let reading = TestWorld.read(text)
    let isOrder = reading.intent.map { TestWorld.recognizer.facts(of: $0).isOrder } ?? false
    #expect(!isOrder || reading.decision == .none, "\(reading)")
  }
}
