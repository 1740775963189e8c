import Campaigns
import Replies
import Testing
import Wire

@Suite struct TalkRepliesTests {
  @Test func thereIsASampleOfEverythingThatIsSaid() {
    #expect(Set(Samples.talks.map(\.kind)) == Set(Talk.Kind.allCases))
  }

  @Test("Everything that is said has words", arguments: Samples.talks)
  func words(talk: Talk) {
    expectVietnamese(talk.answer.text)
  }

  @Test func likelyReadingsAreNumberedAndTyped() {
    let answer = Talk.unclear(likely: ["đăng ký danh hiệu", "xem hạn"]).answer
    #expect(answer.text.contains("1. đăng ký danh hiệu\n2. xem hạn"))
    #expect(answer.data["choices"] == ["đăng ký danh hiệu", "xem hạn"])
    #expect(!Talk.unclear(likely: []).answer.text.contains("chọn số"))
  }

  @Test(
    arguments: [
      ("đăng ký", ["Đăng ký:"]), ("dang ky", ["Đăng ký:"]), ("thời hạn", ["Kế hoạch, thời hạn:"]),
      ("tài khoản", ["Tài khoản:"]), ("công trình", ["Công trình, giao ước:"]),
      ("chỉ tiêu", ["Chỉ tiêu, số liệu:"]), ("hồ sơ", ["Hồ sơ khen thưởng:"]),
      ("hội đồng", ["Hội đồng:"]), ("khen thưởng", ["Khen thưởng:"]),
      ("góp ý", ["Góp ý, thông báo, gương điển hình:"]),
      // No topic, or none that is known: all of them.
      (nil, ["Đăng ký:", "Nhắc việc:", "Tài khoản:"]),
      ("bóng đá", ["Đăng ký:", "Nhắc việc:", "Tài khoản:"]),
      ("", ["Đăng ký:", "Nhắc việc:", "Tài khoản:"]),
    ] as [(String?, [String])])
  func helpIsByTopic(about: String?, topics: [String]) {
    let text = Talk.help(about: about).answer.text
    for topic in topics { #expect(text.contains(topic)) }
    if topics.count == 1 { #expect(text.count < Talk.help(about: nil).answer.text.count) }
  }
}
