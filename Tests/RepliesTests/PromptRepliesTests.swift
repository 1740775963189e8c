import Campaigns
import CivilTime
import Replies
import Testing
import Wire

@Suite struct PromptRepliesTests {
  @Test func thereIsASampleOfEveryQuestion() {
    #expect(Set(Samples.prompts.map(\.kind)) == Set(Prompt.Kind.allCases))
  }

  @Test("Every question has words", arguments: Samples.prompts)
  func words(prompt: Prompt) {
    expectVietnamese(prompt.answer(on: Samples.now.date).text)
  }

  @Test(
    arguments: [
      (.missing(.honour(offered: [])), "missing", "honour"),
      (.missing(.newHonour(offered: [])), "missing", "honour"),
      (.missing(.subject), "missing", "subject"), (.missing(.user), "missing", "text"),
      (.missing(.lateReason(Samples.passed)), "missing", "text"),
      (.missing(.lateReason(Samples.passed)), "last_valid_day", "2022-01-14"),
      (.secret(.password(user: "hoa")), "secret", true), (.secret(.newPassword), "secret", true),
      (.secret(.newPassword), "needs", "new_password"),
      (.secret(.newPasswordAgain), "needs", "new_password"),
    ] as [(Prompt, String, JSONValue)])
  func data(prompt: Prompt, key: String, value: JSONValue) {
    #expect(prompt.answer(on: Samples.now.date).data[key] == value)
  }

  @Test(
    "What will be done, before it is done",
    arguments: [
      (
        Samples.proposal(.register, isSpeaker: true, honours: ["A", "B", "C"]),
        "Đăng ký A, B và C cho anh/chị, phong trào thi đua năm 2022."
      ),
      (
        Samples.proposal(.register),
        "Đăng ký Chiến sĩ thi đua cơ sở cho Nguyễn Thị Hoa (thôn Buồng Tằm), phong trào thi đua năm 2022."
      ),
      (
        Samples.proposal(.register, subject: Samples.household, honours: ["Gia đình văn hóa"]),
        "Đăng ký Gia đình văn hóa cho gia đình Nguyễn Thị Hoa (thôn Buồng Tằm), phong trào thi đua năm 2022."
      ),
      (
        Samples.proposal(.replace(from: "Lao động tiên tiến"), isSpeaker: true),
        "Đổi đăng ký của anh/chị từ Lao động tiên tiến sang Chiến sĩ thi đua cơ sở, phong trào thi đua năm 2022."
      ),
      (
        Samples.proposal(.replace(from: nil), isSpeaker: true),
        "Đổi đăng ký của anh/chị sang Chiến sĩ thi đua cơ sở, phong trào thi đua năm 2022."
      ),
      (
        Samples.proposal(.withdraw, isSpeaker: true),
        "Rút đăng ký Chiến sĩ thi đua cơ sở của anh/chị, phong trào thi đua năm 2022."
      ),
      (
        Samples.proposal(.withdraw, subject: Samples.unit, honours: []),
        "Rút đăng ký của thôn Buồng Tằm, phong trào thi đua năm 2022."
      ),
    ])
  func proposals(proposal: Proposal, sentence: String) {
    let lines = Prompt.confirm(proposal).answer(on: Samples.now.date).text.split(separator: "\n")
    #expect(lines.first.map(String.init) == sentence)
    #expect(lines.last == "Đồng ý không ạ? (có / thôi)")
  }

  @Test func aLateAcceptanceIsSaidBeforehand() {
    let answer = Prompt.confirm(Samples.proposal(.register, lateReason: "đi học")).answer(
      on: Samples.now.date)
    #expect(answer.text.contains("Ghi nhận trễ hạn, lý do: đi học."))
  }

  @Test func choicesAreNumberedFromOneAndTyped() {
    let answer = Prompt.choose(
      .subjects(asWritten: "Hoa", [Samples.hoa, Samples.unit])
    ).answer(on: Samples.now.date)
    #expect(
      answer.text == """
        Có 2 người hoặc đơn vị hợp với “Hoa”, xin chọn số:
        1. Nguyễn Thị Hoa (thôn Buồng Tằm)
        2. thôn Buồng Tằm
        """)
    #expect(answer.data["choices"]?.arrayValue?.count == 2)
  }

  @Test func aNewPasswordIsAskedForWithoutGuessingWhy() {
    // The same question stands after a one-time code and before a change of password.
    #expect(
      !Prompt.secret(.newPassword).answer(on: Samples.now.date).text.contains("lần đăng nhập đầu"))
  }
}
