import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

/// A change as it is read back before it is made.
@Suite struct ProposalRepliesTests {
  @Test(
    arguments: [
      (
        .castVote(.disagree),
        "Bỏ phiếu “không đồng ý”, hồ sơ Chiến sĩ thi đua cơ sở của Nguyễn Thị Hoa (thôn Buồng Tằm), phong trào thi đua năm 2022.",
        "vote", "disagree"
      ),
      (
        .appraise(.return(because: "thiếu biên bản")),
        "Trả lại hồ sơ Chiến sĩ thi đua cơ sở của Nguyễn Thị Hoa (thôn Buồng Tằm), lý do: thiếu biên bản, phong trào thi đua năm 2022.",
        "decision", "return"
      ),
      (
        .decide(AwardDecision(number: "12/QĐ-UBND", day: "2022-12-12")),
        "Ghi quyết định khen thưởng 12/QĐ-UBND ngày 12/12/2022, Chiến sĩ thi đua cơ sở cho Nguyễn Thị Hoa (thôn Buồng Tằm), phong trào thi đua năm 2022.",
        "date", "2022-12-12"
      ),
      (
        .extend(Samples.milestone, to: "2022-01-20"),
        "Gia hạn đăng ký danh hiệu thi đua năm 2022: từ hết thứ Sáu, 14/01/2022 thành hết thứ Năm, 20/01/2022 (còn 10 ngày), phong trào thi đua năm 2022.",
        "milestone", "registration"
      ),
      (
        .attachPaper(.achievementReport, note: nil),
        "Thêm báo cáo thành tích vào hồ sơ Chiến sĩ thi đua cơ sở của Nguyễn Thị Hoa (thôn Buồng Tằm), phong trào thi đua năm 2022.",
        "document_kind", "achievement_report"
      ),
      (
        .reportFigure(about: "bảo hiểm y tế", thousandths: 1_234_500, isShare: false),
        "Báo số liệu “bảo hiểm y tế” của Nguyễn Thị Hoa (thôn Buồng Tằm): 1.234,5, phong trào thi đua năm 2022.",
        "number", 1234.5
      ),
    ] as [(Proposal.ProposedAct, String, String, JSONValue)])
  func sentences(act: Proposal.ProposedAct, sentence: String, key: String, value: JSONValue) {
    let answer = Prompt.confirm(Samples.proposal(act)).answer(on: "2022-01-10")
    #expect(answer.text == sentence + "\nĐồng ý không ạ? (có / thôi)")
    #expect(answer.data[key] == value)
  }

  @Test(
    "A day ahead with its weekday and how far it is",
    arguments: [
      (
        .remind(.at("2022-01-11 08:00"), about: "nộp hồ sơ"),
        "Nhắc anh/chị lúc 08:00 thứ Ba, 11/01/2022 (ngày mai, còn 1 ngày): nộp hồ sơ."
      ),
      (
        .snooze(until: "2022-01-10 15:00", about: nil),
        "Nhắc lại lúc 15:00 thứ Hai, 10/01/2022 (hôm nay)."
      ),
      (
        .registerWork(.work, title: "đường hoa", due: "2022-01-20"),
        "Đăng ký công trình “đường hoa” cho Nguyễn Thị Hoa (thôn Buồng Tằm), xong chậm nhất thứ Năm, 20/01/2022 (còn 10 ngày), phong trào thi đua năm 2022."
      ),
      (
        .changeSettings(.pause(through: "2022-01-20")),
        "Tạm dừng nhắc việc đến hết thứ Năm, 20/01/2022 (còn 10 ngày)."
      ),
    ] as [(Proposal.ProposedAct, String)])
  func daysLeft(act: Proposal.ProposedAct, sentence: String) {
    let answer = Prompt.confirm(Samples.proposal(act)).answer(on: "2022-01-10")
    #expect(answer.text == sentence + "\nĐồng ý không ạ? (có / thôi)")
  }

  @Test("Nothing is said of a subject that is not there", arguments: Samples.caseActs)
  func withoutSubject(act: Proposal.ProposedAct) {
    let proposal = Proposal(
      act: act, campaign: nil, subject: nil, isSpeaker: false, honours: [], lateReason: nil)
    let text = Prompt.confirm(proposal).answer(on: Samples.now.date).text
    expectVietnamese(text)
    for slip in ["của ,", "cho ,", " .", " ,", " :"] { #expect(!text.contains(slip), "\(text)") }
  }

  @Test(
    "What is missing, by the name of its slot",
    arguments: [
      (.unit, "unit"), (.workKind, "work_kind"), (.workTitle, "text"), (.percent, "percent"),
      (.targetLine, "text"), (.figure, "number"), (.documentKind, "document_kind"),
      (.appraisal, "decision"), (.returnReason, "text"), (.vote, "vote"),
      (.decisionNumber, "text"), (.milestone(offered: []), "milestone"), (.day, "date"),
      (.words(.reply), "text"), (.sittingReason(Samples.window), "text"),
    ] as [(Prompt.Missing, String)])
  func slots(missing: Prompt.Missing, slot: String) {
    #expect(Prompt.missing(missing).answer(on: Samples.now.date).data["missing"] == .string(slot))
  }
}
