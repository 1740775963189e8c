import CivilTime
import Replies
import TestSupport
import Testing
import Vietnamese
import Wire

@Suite struct TimeFaultRepliesTests {
  @Test("Why a day or a time was not taken is said first", arguments: remarks)
  func remark(fault: TimeFault, words: String, expected: String) {
    let answer = Answer("Ngày nào ạ?", ["missing": "date"]).remarking(fault, of: words)
    #expect(answer.text == expected + "\nNgày nào ạ?")
    #expect(answer.data == ["missing": "date", "impossible": .string(words)])
    expectVietnamese(answer.text)
  }

  private static let remarks: [(TimeFault, String, String)] = [
    (.noSuchDay, "31/2", "Lịch không có “31/2”."),
    (
      .otherWeekday("2022-01-15"), "thứ sáu 15/1",
      "“thứ sáu 15/1” không khớp: ngày 15/01/2022 là thứ Bảy."
    ),
    (
      .twoDays("2022-01-08", "2022-01-10"), "ngày mai 10/1",
      "“ngày mai 10/1” là hai ngày khác nhau: thứ Bảy, 08/01/2022 và thứ Hai, 10/01/2022."
    ),
    (
      .endsBeforeBegin, "từ 20/1 đến 15/1", "“từ 20/1 đến 15/1”: ngày cuối lại trước ngày đầu."
    ),
    (.noSuchTime, "8h70", "Không có giờ nào là “8h70”."),
    (
      .twoTimes(TimeOfDay(milliseconds: 28_800_000), TimeOfDay(milliseconds: 50_400_000)),
      "8h sáng chiều mai", "“8h sáng chiều mai” là hai giờ khác nhau: 08:00 và 14:00."
    ),
  ]
}
