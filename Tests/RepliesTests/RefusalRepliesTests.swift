import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

/// Understood, but not done: each refusal has its promised code, words for people and facts for
/// programs.
@Suite struct RefusalRepliesTests {
  @Test("The codes are those that clients are promised") func codes() {
    #expect(
      Set(Samples.refusals.map(\.code)) == [
        "not_logged_in", "not_permitted", "deadline_passed", "not_open_yet", "not_eligible",
        "quota_full", "duplicate", "unknown_subject", "unknown_campaign", "wrong_state",
        "rate_limited", "unavailable",
      ])
  }

  @Test func thereIsASampleOfEveryRefusal() {
    #expect(Set(Samples.refusals.map(\.kind)) == Set(Refusal.Kind.allCases))
  }

  @Test("Every refusal has words", arguments: Samples.refusals)
  func words(refusal: Refusal) {
    expectVietnamese(refusal.answer.text)
  }

  @Test(
    arguments: [
      (
        .notPermitted(.roles([.secretary, .chair])), "not_permitted",
        "Anh/chị không có quyền làm việc này; chỉ thư ký Hội đồng và Chủ tịch được làm.",
        #"{"allowed":["secretary","chair"]}"#
      ),
      (
        .notPermitted(.selfUnitOrSecretary), "not_permitted",
        "Anh/chị không có quyền làm việc này: mỗi người làm cho chính mình, cán bộ đầu mối làm cho đơn vị mình, thư ký Hội đồng làm cho mọi người.",
        #"{"allowed":["self","officer","secretary"]}"#
      ),
      (
        .notPermitted(.unitOfficerOr([.secretary, .chair])), "not_permitted",
        "Anh/chị không có quyền với việc này: cán bộ đầu mối chỉ với đơn vị mình; thư ký Hội đồng và Chủ tịch với tất cả.",
        #"{"allowed":["officer","secretary","chair"]}"#
      ),
      (
        .deadlinePassed(Samples.passed), "deadline_passed",
        "Đã hết hạn đăng ký danh hiệu thi đua năm 2022: ngày cuối là thứ Sáu, 14/01/2022. Chỉ thư ký Hội đồng có thể nhận trễ, kèm lý do.",
        #"{"campaign":"duong-hoa-2022","milestone":"registration","last_valid_day":"2022-01-14","accepts_late":["secretary"]}"#
      ),
      (
        .notOpenYet(milestone: "họp Hội đồng", opens: "2022-11-15"), "not_open_yet",
        "Chưa đến thời gian họp Hội đồng: bắt đầu từ thứ Ba, 15/11/2022.",
        #"{"first_day":"2022-11-15"}"#
      ),
      (
        .notEligible(
          .wrongKind(
            honour: "Gia đình văn hóa", given: .person, allowed: [.household], source: "NĐ 86/2023")
        ),
        "not_eligible",
        "Gia đình văn hóa không dành cho cá nhân mà dành cho hộ gia đình (NĐ 86/2023).",
        #"{"kind":"person","allowed":["household"]}"#
      ),
      (
        .duplicate(
          existing: Samples.registration, subject: Samples.hoa, honour: "Lao động tiên tiến"),
        "duplicate",
        "Lao động tiên tiến đã được đăng ký cho Nguyễn Thị Hoa (thôn Buồng Tằm) từ ngày 10/01/2022; không ghi thêm.",
        #"{"honour":"LDTT","subject":{"kind":"person","name":"Nguyễn Thị Hoa","unit":"thôn Buồng Tằm"}}"#
      ),
      (
        .wrongState(.undoTooLate(receipt: Samples.receipt)), "wrong_state",
        "Không hoàn tác được TN-000012: sau đó đã có thay đổi khác.", #"{"receipt":"TN-000012"}"#
      ),
      (
        .wrongState(.nothingRegistered(subject: Samples.unit)), "wrong_state",
        "Thôn Buồng Tằm chưa có đăng ký nào.",
        #"{"subject":{"kind":"unit","name":"thôn Buồng Tằm"}}"#
      ),
      (
        .rateLimited(seconds: 59), "rate_limited", "Thử quá nhiều lần. Xin thử lại sau 59 giây.",
        #"{"retry_after":59}"#
      ),
      (
        .rateLimited(seconds: 61), "rate_limited", "Thử quá nhiều lần. Xin thử lại sau 2 phút.",
        #"{"retry_after":61}"#
      ),
      (
        .unavailable(.store), "unavailable",
        "Hệ thống đang bận, chưa ghi nhận gì. Xin thử lại sau ít phút.", "{}"
      ),
    ] as [(Refusal, String, String, String)])
  func sentences(refusal: Refusal, code: String, text: String, data: String) {
    #expect(refusal.code == code)
    #expect(refusal.answer.text == text)
    #expect(JSONValue.object(refusal.answer.data).description == data)
  }

  @Test(
    "What is there already is a duplicate; all else about a case is its state",
    arguments: [
      (.alreadySigned(subject: Samples.hoa, on: "2022-01-10"), "duplicate"),
      (.work(.alreadyThere(Samples.work())), "duplicate"),
      (.dossier(.alreadyThere(Samples.submitted)), "duplicate"),
      (.award(.numberUsed(number: "1", on: "2022-01-10")), "duplicate"),
      (.council(.ownCase), "not_permitted"),
      (
        .council(.quotaNotOpen(campaign: "x", from: "2023-04-19", decidedBy: "huyện")),
        "not_open_yet"
      ),
      (.council(.outsideWindow(Samples.window)), "wrong_state"),
      (.work(.unknown(asWritten: "x")), "wrong_state"), (.nobodyToTell, "wrong_state"),
    ] as [(Refusal.WrongState, String)])
  func codesOfCases(state: Refusal.WrongState, code: String) {
    #expect(Refusal.wrongState(state).code == code)
  }

  @Test func whatWasWrittenIsQuotedBack() {
    #expect(Refusal.unknownSubject(asWritten: "Trần X").answer.text.contains("“Trần X”"))
    #expect(Refusal.unknownCampaign(asWritten: "60 năm").answer.text.contains("“60 năm”"))
    #expect(!Refusal.unknownSubject(asWritten: nil).answer.text.contains("“"))
  }
}
