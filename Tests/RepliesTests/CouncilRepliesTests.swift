import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

@Suite struct CouncilRepliesTests {
  @Test func theAgendaBeforeAndDuringASitting() {
    let items = [Samples.dossier(.accepted), Samples.dossier(.accepted, of: Samples.unit)]
    #expect(
      answer(.agenda(Samples.agenda(items))).text == """
        Chưa mở phiên họp Hội đồng, phong trào thi đua năm 2022; 2 hồ sơ chờ xét:
        Kế hoạch ấn định họp Hội đồng xét thi đua năm 2022: từ thứ Ba, 15/11/2022 đến hết thứ Ba, 22/11/2022.
        1. Nguyễn Thị Hoa (thôn Buồng Tằm), Chiến sĩ thi đua cơ sở năm 2022: đủ điều kiện, chờ Hội đồng xét; nơi đang giữ: Hội đồng
        2. thôn Buồng Tằm, Chiến sĩ thi đua cơ sở năm 2022: đủ điều kiện, chờ Hội đồng xét; nơi đang giữ: Hội đồng
        Mở phiên họp, gõ: mở phiên họp
        """)
    let open = answer(.agenda(Samples.agenda(items, openedAt: Samples.now)))
    expectVietnamese(open.text)
    #expect(
      open.text.contains(
        "Đã bỏ phiếu xong: 2/5 thành viên; kết thúc được khi có ít nhất 4.\nBỏ phiếu, gõ, ví dụ: tôi đồng ý cho Nguyễn Thị Hoa"
      ))
    #expect(
      open.data.members.map(\.key) == [
        "count", "opened_at", "members", "voted", "needed", "window", "dossiers", "held_back",
        "last_minutes",
      ])
    #expect(open.data["window"]?["first_day"] == "2022-11-15")
    expectVietnamese(answer(.agenda(Samples.agenda([]))).text)
    expectVietnamese(answer(.agenda(Samples.agenda([], openedAt: Samples.now))).text)
  }

  @Test func theMinutesHaveCounts() {
    let answer = change(.sittingClosed(Samples.minutes, noticeEnds: nil))
    #expect(
      answer.text == """
        Đã kết thúc phiên họp Hội đồng: 4/5 thành viên bỏ phiếu, 1/3 hồ sơ được nhất trí, phong trào thi đua năm 2022.
        Mã tiếp nhận TN-000012, lúc 09:00 thứ Tư, 16/11/2022.
        Biên bản kiểm phiếu:
        1. Nguyễn Thị Hoa (thôn Buồng Tằm), Chiến sĩ thi đua cơ sở năm 2022: đồng ý 4, không đồng ý 0, không ý kiến 0, không bỏ phiếu 1 (cần từ 80 % tổng số 5 thành viên đồng ý) → Hội đồng nhất trí
        2. thôn Buồng Tằm, Chiến sĩ thi đua cơ sở năm 2022: đồng ý 2, không đồng ý 1, không ý kiến 1, không bỏ phiếu 1 (cần quá nửa tổng số 5 thành viên đồng ý) → chưa đủ phiếu
        3. gia đình Nguyễn Thị Hoa (thôn Buồng Tằm), Chiến sĩ thi đua cơ sở năm 2022: đồng ý 3, không đồng ý 1, không ý kiến 0, không bỏ phiếu 1 (cần quá nửa tổng số 5 thành viên đồng ý) → đủ phiếu nhưng đã hết số lượng
        Tiếp theo: ghi quyết định (gõ: ghi quyết định 12/QĐ-UBND khen Nguyễn Thị Hoa).
        """)
  }

  @Test("Minutes never say who voted what") func theMinutesHaveNobodysVote() {
    let data = change(.sittingClosed(Samples.minutes, noticeEnds: nil)).data
    #expect(
      data.members.map(\.key) == [
        "receipt", "at", "event", "campaign", "notice_ends", "written", "members", "voters",
        "selected", "minutes",
      ])
    let rows = data["minutes"]?.arrayValue ?? []
    #expect(rows.count == 3)
    for row in rows {
      #expect(
        row.objectValue?.members.map(\.key) == [
          "subject", "honour", "name", "agree", "disagree", "abstain", "not_voted", "members",
          "threshold", "verdict",
        ])
    }
    #expect(rows.map { $0["verdict"] } == ["selected", "too_few_votes", "quota_full"])
    #expect(rows.map { $0["threshold"] } == [80, .null, .null])
    #expect(rows.map { $0["not_voted"] } == [1, 1, 1])
    // Neither does the agenda of an open sitting.
    let open = answer(
      .agenda(Samples.agenda([Samples.dossier(.accepted)], openedAt: Samples.now)))
    for word in ["agree", "vote\"", "abstain"] {
      #expect(!JSONValue.object(open.data).description.contains(word))
    }
  }

  @Test(
    "A vote is told to the voter alone",
    arguments: [
      (.agree, false, 2, "Đã ghi phiếu của anh/chị: đồng ý, hồ sơ ", "agree", "còn 2 hồ sơ"),
      (
        .disagree, true, 0, "Đã đổi phiếu của anh/chị thành không đồng ý, hồ sơ ", "disagree",
        "anh/chị đã bỏ phiếu xong"
      ),
      (
        .abstain, false, 0, "Đã ghi phiếu của anh/chị: không ý kiến, hồ sơ ", "abstain",
        "anh/chị đã bỏ phiếu xong"
      ),
    ] as [(Vote, Bool, Int, String, String, String)])
  func votes(
    vote: Vote, changed: Bool, left: Int, start: String, code: String, next: String
  ) {
    let answer = change(.voted(Samples.dossier(.accepted), vote, changed: changed, left: left))
    #expect(answer.text.hasPrefix(start))
    #expect(answer.text.contains("Tiếp theo: " + next))
    #expect(answer.data["vote"] == .string(code))
    #expect(answer.data["left"] == .integer(Int64(left)))
  }

  @Test func aSittingOpens() {
    let agenda = Samples.agenda([Samples.dossier(.accepted)], openedAt: Samples.now)
    let answer = change(.sittingOpened(agenda))
    #expect(answer.text.contains("kết thúc được khi có ít nhất 4 người bỏ phiếu xong."))
    #expect(answer.data["members"] == 5)
  }

  @Test(
    "What stands in the way, and what mends it",
    arguments: [
      (
        .noQuorum(voted: 2, needed: 4, members: 5), "wrong_state",
        "Mới có 2 trong 5 thành viên bỏ phiếu xong; theo quy chế, phiên họp chỉ kết thúc khi có ít nhất 4 (hai phần ba). Xin mời các thành viên bỏ phiếu tiếp.",
        #"{"voted":2,"needed":4,"members":5}"#
      ),
      (
        .ownCase, "not_permitted",
        "Anh/chị không bỏ phiếu cho hồ sơ của chính mình. Xin bỏ phiếu các hồ sơ còn lại; gõ: chương trình họp hội đồng",
        "{}"
      ),
      (
        .quotaNotOpen(campaign: "X", from: "2023-04-19", decidedBy: "UBND huyện"),
        "not_open_yet",
        "Theo kế hoạch X, số lượng khen thưởng chỉ có sau khi phong trào kết thúc (UBND huyện). Xin mở phiên họp từ ngày 19/04/2023.",
        #"{"first_day":"2023-04-19","decided_by":"UBND huyện"}"#
      ),
      (
        .outsideWindow(Samples.window), "wrong_state",
        """
        Kế hoạch ấn định họp Hội đồng xét thi đua năm 2022: từ thứ Ba, 15/11/2022 đến hết thứ Ba, 22/11/2022.
        Muốn họp ngoài thời gian này thì cần lý do: gõ “mở phiên họp”, rồi ghi lý do khi được hỏi.
        """,
        #"{"campaign":"duong-hoa-2022","title":"họp Hội đồng xét thi đua năm 2022","first_day":"2022-11-15","last_valid_day":"2022-11-22"}"#
      ),
      (
        .tie(names: ["Hoa", "Bình"], places: 1), "wrong_state",
        "Hoa và Bình có số phiếu bằng nhau mà chỉ còn 1 chỗ theo kế hoạch. Xin các thành viên bỏ phiếu lại cho những hồ sơ này rồi kết thúc phiên họp.",
        #"{"names":["Hoa","Bình"],"places":1}"#
      ),
    ] as [(CouncilRefusal, String, String, String)])
  func refusals(refusal: CouncilRefusal, code: String, text: String, data: String) {
    let refusal = Refusal.wrongState(.council(refusal))
    #expect(refusal.code == code)
    #expect(refusal.answer.text == text)
    #expect(JSONValue.object(refusal.answer.data).description == data)
  }

  private func answer(_ outcome: Outcome) -> Answer { outcome.answer(at: Samples.now) }

  private func change(_ what: ChangeMade.What) -> Answer {
    answer(.made(Samples.made(what)))
  }
}
