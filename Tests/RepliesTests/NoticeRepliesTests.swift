import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

/// What somebody is told that another did.
@Suite struct NoticeRepliesTests {
  @Test("Every notice has words, with and without its parts", arguments: CaseNotice.Event.allCases)
  func words(event: CaseNotice.Event) {
    for notice in [
      notice(event),
      CaseNotice(event, campaign: nil, by: "Đỗ Minh Thư", receipt: nil),
    ] {
      let message = push(notice)
      expectVietnamese(message.text)
      #expect(!message.text.contains(".."))
      #expect(message.topic == event.topic.rawValue)
      #expect(message.data["event"] == .string(event.rawValue))
    }
  }

  @Test func theData() {
    let data = push(notice(.dossierReturned)).data
    #expect(
      JSONValue.object(data).description
        == #"{"campaign":"duong-hoa-2022","event":"dossier.returned","subject":{"name":"Nguyễn Thị Hoa"},"honour":"Giấy khen","by":"Đỗ Minh Thư","receipt":"TN-000012","text":"thiếu biên bản","day":"2022-11-18"}"#
    )
  }

  @Test(
    arguments: [
      (
        .dossierReturned,
        """
        Đỗ Minh Thư đã trả lại hồ sơ Giấy khen của Nguyễn Thị Hoa để bổ sung, phong trào thi đua năm 2022.
        Lý do: thiếu biên bản
        Bổ sung chậm nhất thứ Sáu, 18/11/2022.
        Mã tiếp nhận TN-000012.
        Cán bộ đầu mối bổ sung xong thì gõ: nộp hồ sơ của Nguyễn Thị Hoa
        """
      ),
      (
        .dossierSubmitted,
        """
        Đỗ Minh Thư đã nộp hồ sơ Giấy khen của Nguyễn Thị Hoa, chờ thẩm định, phong trào thi đua năm 2022.
        Thẩm định chậm nhất thứ Sáu, 18/11/2022.
        Mã tiếp nhận TN-000012.
        Gõ: hồ sơ của Nguyễn Thị Hoa
        """
      ),
      (
        .awarded,
        """
        Chúc mừng Nguyễn Thị Hoa đã được tặng Giấy khen, phong trào thi đua năm 2022.
        Quyết định thiếu biên bản ngày 18/11/2022.
        Mã tiếp nhận TN-000012.
        """
      ),
    ] as [(CaseNotice.Event, String)])
  func sentences(event: CaseNotice.Event, text: String) {
    #expect(push(notice(event)).text == text)
  }

  @Test func anAnnouncement() {
    let notice = CaseNotice(
      .announced, campaign: nil, by: "Võ Chủ", receipt: "TN-000012", text: "mai họp xét thi đua")
    #expect(
      push(notice).text == """
        Thông báo của Võ Chủ.
        Nội dung: mai họp xét thi đua
        Mã tiếp nhận TN-000012.
        """)
  }

  private func notice(_ event: CaseNotice.Event) -> CaseNotice {
    CaseNotice(
      event, campaign: Plans.duongHoa, subject: "Nguyễn Thị Hoa", honour: "Giấy khen",
      by: "Đỗ Minh Thư", receipt: "TN-000012", text: "thiếu biên bản", day: "2022-11-18")
  }

  private func push(_ notice: CaseNotice) -> ChatPush {
    Push(id: 12, recipient: 7, content: .caseNotice(notice), createdAt: Samples.now)
      .message(at: Samples.now)
  }
}
