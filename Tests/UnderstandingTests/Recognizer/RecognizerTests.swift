import Testing
import Understanding

@Suite struct RecognizerTests {
  @Test(arguments: [
    ("đăng ký lao động tiên tiến cho tôi", Intent.registrationCreate, Decision.act),
    ("đăng ký LĐTT", .registrationCreate, .confirm),
    ("đk CSTĐCS cho anh Tuấn", .registrationCreate, .act),
    ("dang ky ldtt cho anh tuan", .registrationCreate, .act),
    ("đăng ký LĐTT cho chị Hoa", .registrationCreate, .choose),
    ("đăng ký giấy khen cho tôi", .registrationCreate, .choose),
    ("rút đăng ký của anh Tuấn", .registrationWithdraw, .confirm),
    ("rút đăng ký", .registrationWithdraw, .confirm),
    ("hồ sơ của tôi", .statusMine, .act), ("cảm ơn nhé", .talkThanks, .act),
    ("hạn đăng ký là khi nào", .campaignDeadlines, .act),
    ("đăng ký CSTĐCS thì cần gì", .honourCriteria, .act),
    ("ai chưa đăng ký", .registrationMissing, .act), ("đăng nhập hoa", .accountLogin, .act),
    ("hoàn tác", .talkUndo, .act), ("thôi", .talkCancel, .act),
  ])
  func readAsMeant(text: String, intent: Intent, decision: Decision) {
    let reading = TestWorld.read(text)
    #expect(reading.intent == intent)
    #expect(reading.decision == decision)
  }

  @Test(arguments: [
    "đừng nộp vội", "nếu rút thì có sao không", "hôm qua anh Bình bảo đã nộp rồi",
    "thời tiết hôm nay ra sao", "đừng đăng ký LĐTT cho tôi",
    "nghe nói anh Tuấn đăng ký LĐTT rồi", "đăng ký kết hôn", "", "   ", "?!",
  ])
  func isNoOrder(text: String) {
    let reading = TestWorld.read(text)
    #expect(reading.intent == nil)
    #expect(reading.decision == .none)
  }

  @Test func aBareValueFillsSlots() {
    #expect(TestWorld.read("lao động tiên tiến").slots.honours == ["LDTT"])
    #expect(Set(TestWorld.read("giấy khen").slots.honourCandidates) == ["GKX", "GKH"])
    #expect(TestWorld.read("2").slots.number == 2)
    #expect(
      TestWorld.read("Hoàng Văn Tuấn").slots.subject
        == .person(candidates: [105], asWritten: "Hoàng Văn Tuấn"))
  }

  @Test func marksTellPeopleApart() {
    #expect(
      TestWorld.read("rút đăng ký của anh Hòa").slots.subject
        == .person(candidates: [102], asWritten: "Hòa"))
    #expect(TestWorld.read("rut dang ky cua anh hoa").slots.subject?.candidates.count == 4)
  }

  @Test func loginKeepsTheUserNameAsWritten() {
    #expect(TestWorld.read("đăng nhập hoa").slots.text == "hoa")
    #expect(TestWorld.read("dang nhap Hoa.Nguyen").slots.text == "Hoa.Nguyen")
  }
}
