import CivilTime
import Testing
import Vietnamese

@Suite struct DateWordingTests {
  @Test func datesAreSaidWithTheirWeekday() throws {
    let day = try #require(CivilDate(iso: "2022-01-14"))
    #expect(day.vietnameseWithWeekday == "thứ Sáu, 14/01/2022")
    #expect(day.vietnameseDistance(from: day.adding(days: -7)) == "còn 7 ngày")
    #expect(day.vietnameseDistance(from: day) == "hôm nay")
    #expect(day.vietnameseDistance(from: day.adding(days: 2)) == "đã qua 2 ngày")
  }

  @Test func moneyAndLists() {
    #expect(vietnameseMoney(428_000_000) == "428.000.000 đ")
    #expect(vietnameseMoney(999) == "999 đ")
    #expect(vietnameseList(["a", "b", "c"]) == "a, b và c")
    #expect(vietnameseList(["a"]) == "a")
    #expect(vietnameseList([]) == "")
  }
}
