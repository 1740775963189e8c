import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

@Suite struct SessionRepliesTests {
  @Test func theGreetingTellsASimulatedClock() {
    expectVietnamese(greetingText(simulatedNow: nil))
    #expect(!greetingText(simulatedNow: nil).contains("mô phỏng"))
    let simulated = greetingText(simulatedNow: "2022-01-07 07:59:58")
    #expect(simulated.contains("đồng hồ mô phỏng: 07:59 thứ Sáu, 07/01/2022"))
  }

  @Test func theWelcome() {
    let lan = Person(
      id: 7, organization: "duong-hoa", name: "Lê Thị Lan", unit: 3, role: .officer)
    let answer = welcomeAnswer(
      lan, unit: "thôn Buồng Tằm", organization: "xã Dương Hòa", newPassword: true)
    #expect(
      answer.text
        == "Chào Lê Thị Lan (thôn Buồng Tằm, xã Dương Hòa), anh/chị đã đăng nhập với vai trò cán bộ đầu mối. Mật khẩu mới đã được ghi nhận."
    )
    #expect(answer.data.members.map(\.key) == ["name", "role", "organization", "unit"])
    let plain = welcomeAnswer(lan, unit: nil, organization: nil, newPassword: false)
    expectVietnamese(plain.text)
    #expect(plain.data["unit"] == .null)
  }

  @Test func nothingTellsWhetherANameExists() {
    #expect(wrongPasswordAnswer.text == "Tên đăng nhập hoặc mật khẩu không đúng.")
    #expect(wrongPasswordAnswer.data.isEmpty)
  }

  @Test func whatStandsInTheWayOfALogin() {
    for answer in [lockedAccountAnswer, codeExpiredAnswer, weakPasswordAnswer(minimum: 8)] {
      expectVietnamese(answer.text)
    }
    #expect(weakPasswordAnswer(minimum: 8).text.contains("8 ký tự"))
    #expect(weakPasswordAnswer(minimum: 8).data["needs"] == "new_password")
  }

  @Test("Lines that are no requests have words too", arguments: ChatErrorCode.allCases)
  func errors(code: ChatErrorCode) {
    let words = code.text.replacing("UTF-8", with: "").replacing("NUL", with: "")
    expectVietnamese(words.replacing("  ", with: " "))
  }
}
