import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

@Suite struct DossierRepliesTests {
  @Test(
    "Where a dossier is, who has it, until when",
    arguments: [
      (
        Samples.dossier(.draft, missing: ["Biên bản họp xét", "Báo cáo thành tích"]),
        "đang lập; nơi đang giữ: cán bộ đơn vị; còn thiếu Biên bản họp xét; Báo cáo thành tích"
      ),
      (
        Samples.submitted,
        "chờ thẩm định; nơi đang giữ: thư ký Hội đồng; thẩm định chậm nhất thứ Tư, 30/11/2022, còn 14 ngày"
      ),
      (
        Samples.returned,
        "trả lại để bổ sung; nơi đang giữ: cán bộ đơn vị; bổ sung chậm nhất thứ Sáu, 18/11/2022, còn 2 ngày; còn thiếu Biên bản họp xét; lý do trả lại: thiếu biên bản"
      ),
      (Samples.dossier(.accepted), "đủ điều kiện, chờ Hội đồng xét; nơi đang giữ: Hội đồng"),
      (Samples.dossier(.selected), "Hội đồng đã nhất trí; nơi đang giữ: thư ký Hội đồng"),
      (Samples.dossier(.notSelected), "Hội đồng chưa chọn"),
      (
        Samples.dossier(.forwarded, forwardedTo: "thị xã Hương Thủy"),
        "đã trình cấp trên; nơi đang giữ: thị xã Hương Thủy"
      ),
      (Samples.dossier(.forwarded), "đã trình cấp trên; nơi đang giữ: cấp trên"),
      (Samples.dossier(.awarded), "đã có quyết định khen thưởng"),
    ] as [(DossierEntry, String)])
  func lines(entry: DossierEntry, standing: String) {
    let answer = list([entry])
    #expect(
      answer.text == """
        1 hồ sơ của thôn Buồng Tằm, phong trào thi đua năm 2022:
        1. Nguyễn Thị Hoa (thôn Buồng Tằm), Chiến sĩ thi đua cơ sở năm 2022: \(standing)
        """)
  }

  @Test func theStatusOfASubjectHasTheWholeStory() {
    let campaign = SubjectStatus.InCampaign(
      id: "duong-hoa-2022", title: "thi đua năm 2022", registrations: [], owed: [], next: nil,
      pledge: Samples.pledge, works: [Samples.work()], dossiers: [Samples.returned],
      awards: [Samples.award])
    let answer = Outcome.status(
      SubjectStatus(subject: Samples.hoa, isSpeaker: false, campaigns: [campaign])
    ).answer(at: Samples.now)
    #expect(
      answer.text == """
        Hồ sơ thi đua của Nguyễn Thị Hoa (thôn Buồng Tằm):
        Phong trào thi đua năm 2022:
        - chưa đăng ký danh hiệu nào
        - đã ký giao ước thi đua ngày 10/01/2022: “không để ai bỏ học”
        - công trình “đường hoa”: đạt 50 %, hạn hết thứ Bảy, 31/12/2022
        - hồ sơ Chiến sĩ thi đua cơ sở năm 2022: trả lại để bổ sung; nơi đang giữ: cán bộ đơn vị; bổ sung chậm nhất thứ Sáu, 18/11/2022, còn 2 ngày; còn thiếu Biên bản họp xét; lý do trả lại: thiếu biên bản; bước tiếp theo: cán bộ đơn vị bổ sung rồi nộp lại
        - đã được tặng Chiến sĩ thi đua cơ sở năm 2022 (quyết định 12/QĐ-UBND ngày 12/12/2022, Chủ tịch UBND xã)
        """)
    let data = answer.data["campaigns"]?.arrayValue?.first
    #expect(data?["pledge"]?["text"] == "không để ai bỏ học")
    for key in ["works", "dossiers", "awards"] {
      #expect(data?[key]?.arrayValue?.count == 1)
    }
  }

  @Test func theData() {
    let data = list([Samples.returned]).data["dossiers"]?.arrayValue?.first
    #expect(
      data?.objectValue?.members.map(\.key) == [
        "id", "subject", "honour", "name", "year", "state", "holder", "due", "received_on",
        "papers", "missing", "warnings", "reason", "forwarded_to",
      ])
    #expect(data?["state"] == "returned")
    #expect(data?["holder"] == "officer")
    #expect(data?["due"] == "2022-11-18")
    #expect(data?["missing"] == ["Biên bản họp xét"])
    #expect(data?["reason"] == "thiếu biên bản")
    #expect(
      data?["papers"] == [
        ["document_kind": "proposal", "note": "số 12/TTr", "added_on": "2022-11-01"]
      ])
  }

  @Test("Missing papers are always said, once", arguments: DossierState.allCases)
  func missingPapers(state: DossierState) {
    let entry = Samples.dossier(
      state, missing: ["Biên bản họp xét"])
    for text in [
      list([entry]).text, change(.dossierOpened(entry)).text, change(.dossierSubmitted(entry)).text,
      change(.dossierAppraised(entry)).text,
      change(.forwarded(entry, to: "huyện", reachesInbox: true)).text,
    ] {
      expectVietnamese(text)
      #expect(text.lowercased().ranges(of: "còn thiếu biên bản họp xét").count == 1)
    }
  }

  @Test(
    "A warning names its rule and bars nothing",
    arguments: [
      (.notRegistered, "not_registered", "Luật 06/2022/QH15, Điều 7"),
      (
        .brokenChain(
          honour: "Lao động tiên tiến", needed: 2, missingYears: [2020, 2021], source: "Điều 23"),
        "broken_chain",
        "cần 2 lần liên tục đạt Lao động tiên tiến, hệ thống chưa có năm 2020 và 2021 (Điều 23)"
      ),
      (
        .initiativeUsed(note: "số hóa", honour: "Giấy khen"), "initiative_used",
        "sáng kiến “số hóa” đã dùng trong hồ sơ Giấy khen"
      ),
      (.alreadyAwarded(year: 2022), "already_awarded", "đã được tặng danh hiệu này năm 2022"),
    ] as [(DossierWarning, String, String)])
  func warnings(warning: DossierWarning, code: String, words: String) {
    let answer = change(.dossierOpened(Samples.dossier(.draft, warnings: [warning])))
    expectVietnamese(answer.text)
    #expect(answer.text.contains("\nLưu ý:\n- "))
    #expect(answer.text.contains(words))
    #expect(answer.data["warnings"]?.arrayValue?.first?["warning"] == .string(code))
  }

  @Test func aReturnSaysWhyAndUntilWhen() {
    let answer = change(.dossierAppraised(Samples.returned))
    #expect(
      answer.text == """
        Đã trả lại hồ sơ Chiến sĩ thi đua cơ sở năm 2022 của Nguyễn Thị Hoa (thôn Buồng Tằm), phong trào thi đua năm 2022.
        Mã tiếp nhận TN-000012, lúc 09:00 thứ Tư, 16/11/2022. Trạng thái: trả lại để bổ sung.
        Lý do trả lại: thiếu biên bản
        Bổ sung chậm nhất thứ Sáu, 18/11/2022, còn 2 ngày.
        Còn thiếu Biên bản họp xét.
        Tiếp theo: cán bộ đơn vị bổ sung rồi nộp lại (gõ: nộp hồ sơ của Nguyễn Thị Hoa).
        """)
    #expect(answer.data["state"] == "returned")
  }

  @Test func aPaper() {
    let paper = Dossier.Paper(kind: .minutes, note: "họp ngày 1/11", addedOn: "2022-11-16")
    let answer = change(.paperAttached(Samples.dossier(.draft), paper))
    #expect(answer.text.hasPrefix("Đã thêm biên bản (họp ngày 1/11) vào hồ sơ "))
    #expect(answer.data["document_kind"] == "minutes")
  }

  @Test func whatIsSentUpMayHaveToGoOnPaper() {
    let entry = Samples.dossier(.forwarded, forwardedTo: "thị xã Hương Thủy")
    let there = change(.forwarded(entry, to: "thị xã Hương Thủy", reachesInbox: true))
    let notThere = change(.forwarded(entry, to: "thị xã Hương Thủy", reachesInbox: false))
    #expect(there.text.contains("Thư ký của thị xã Hương Thủy đã được báo trên hệ thống."))
    #expect(
      notThere.text.contains(
        "Thị xã Hương Thủy chưa dùng hệ thống này: xin gửi hồ sơ qua đường văn bản."))
    #expect(notThere.data["reaches_inbox"] == false)
  }

  @Test("A refusal by state names where it would be possible", arguments: DossierEvent.allCases)
  func states(wanted: DossierEvent) {
    for state in DossierState.allCases where state.after(wanted) == nil {
      let refusal = Refusal.wrongState(.dossier(.state(Samples.dossier(state), wanted: wanted)))
      expectVietnamese(refusal.answer.text)
      #expect(refusal.answer.text.contains("Theo quy trình, chỉ "))
      #expect(refusal.answer.data["state"] == .string(state.rawValue))
      #expect(refusal.code == "wrong_state")
    }
  }

  @Test func aRefusalInFull() {
    #expect(
      Refusal.wrongState(.dossier(.state(Samples.submitted, wanted: .attach))).answer.text == """
        Hồ sơ Chiến sĩ thi đua cơ sở năm 2022 của Nguyễn Thị Hoa (thôn Buồng Tằm) đang ở trạng thái “chờ thẩm định” nên không thêm giấy tờ được.
        Theo quy trình, chỉ thêm giấy tờ khi hồ sơ “đang lập” hoặc “trả lại để bổ sung”.
        Bước tiếp theo: thư ký Hội đồng thẩm định (gõ: hồ sơ Nguyễn Thị Hoa đủ điều kiện).
        """)
  }

  @Test func noDossiers() {
    let answer = list([])
    expectVietnamese(answer.text)
    #expect(answer.data["count"] == 0)
  }

  private func list(_ entries: [DossierEntry]) -> Answer {
    Outcome.dossiers(
      DossierList(campaign: "thi đua năm 2022", unit: "thôn Buồng Tằm", dossiers: entries)
    ).answer(at: Samples.now)
  }

  private func change(_ what: ChangeMade.What) -> Answer {
    Outcome.made(Samples.made(what)).answer(at: Samples.now)
  }
}
