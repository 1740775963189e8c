import Campaigns
import CivilTime
import TestSupport
import Testing

/// What rows of the law give in a year; the deployed rows have their tests where they are read.
@Suite struct HolidayLawTests {
  private func daysOff(
    _ year: Int, _ rule: HolidayRule, makeUp: String? = "bù"
  ) -> [CivilDate: String] {
    let holiday = StatutoryHoliday(name: "lễ", makeUpName: makeUp, rules: [rule])
    return HolidayLaw(years: 2000...2050, holidays: [holiday]).daysOff(in: year)
  }

  private func rule(
    _ feast: HolidayRule.Feast, from: CivilDate = "1995-01-01", to: CivilDate? = nil,
    before: Int = 0, after: Int = 0, adjacent: Bool = false
  ) -> HolidayRule {
    HolidayRule(
      validFrom: from, validTo: to, feast: feast, daysBefore: before, daysAfter: after,
      hasAdjacentDay: adjacent, source: "luật")
  }

  @Test(
    "Weekly rest on a holiday is made up on the next working day (BLLĐ 2019, Điều 111.3)",
    arguments: [
      // Friday, Saturday, Sunday.
      (2026, ["2026-05-01": "lễ"]), (2027, ["2027-05-01": "lễ", "2027-05-03": "bù"]),
      (2022, ["2022-05-01": "lễ", "2022-05-02": "bù"]),
    ] as [(Int, [CivilDate: String])])
  func makeUpDays(year: Int, expected: [CivilDate: String]) {
    #expect(daysOff(year, rule(.civil(month: 5, day: 1))) == expected)
  }

  @Test func aHolidayOutsideTheRuleIsNotMadeUp() {
    // 24/11/2029 is a Saturday.
    let culture = rule(.civil(month: 11, day: 24))
    #expect(daysOff(2029, culture, makeUp: nil) == ["2029-11-24": "lễ"])
  }

  @Test(
    "Two weekend days are made up one after the other, past other holidays",
    arguments: [
      // Saturday and Sunday; Sunday and Monday.
      (2022, ["2022-05-02": "bù tư", "2022-05-03": "bù năm"]), (2023, ["2023-05-02": "bù tư"]),
    ] as [(Int, [CivilDate: String])])
  func makeUpDaysInARow(year: Int, expected: [CivilDate: String]) {
    let law = HolidayLaw(
      years: 2000...2050,
      holidays: [
        StatutoryHoliday(
          name: "năm", makeUpName: "bù năm", rules: [rule(.civil(month: 5, day: 1))]),
        StatutoryHoliday(
          name: "tư", makeUpName: "bù tư", rules: [rule(.civil(month: 4, day: 30))]),
      ])
    #expect(law.daysOff(in: year).filter { $0.value.hasPrefix("bù") } == expected)
  }

  @Test(
    "The day next to 2/9, as the notices of 2021 to 2026 chose it",
    arguments: [
      (2021, "2021-09-03"), (2022, "2022-09-01"), (2023, "2023-09-01"), (2024, "2024-09-03"),
      (2025, "2025-09-01"), (2026, "2026-09-01"),
      // A Sunday: Saturday would be free anyway.
      (2029, "2029-09-03"),
    ] as [(Int, CivilDate)])
  func adjacentDays(year: Int, expected: CivilDate) {
    #expect(daysOff(year, rule(.civil(month: 9, day: 2), adjacent: true))[expected] == "lễ")
  }

  @Test(
    "Lunar feasts, in a leap year and late in the lunar year too",
    arguments: [
      (HolidayRule.Feast.lunar(month: 3, day: 10), 2023, ["2023-04-29"]),
      (.lunar(month: 3, day: 10), 2027, ["2027-04-16"]),
      (.lunar(month: 1, day: 1), 2027, ["2027-02-06"]),
      // 23 tháng chạp: 2023 has it in January, of lunar 2022; 2024 in February.
      (.lunar(month: 12, day: 23), 2023, ["2023-01-14"]),
      (.lunar(month: 12, day: 23), 2024, ["2024-02-02"]),
      // Tháng chạp of 2021 had 29 days, that of 2022 had 30 days and ended in January 2023.
      (.lunar(month: 12, day: 30), 2022, []), (.lunar(month: 12, day: 30), 2023, ["2023-01-21"]),
    ] as [(HolidayRule.Feast, Int, [CivilDate])])
  func lunarFeasts(feast: HolidayRule.Feast, year: Int, expected: [CivilDate]) {
    #expect(daysOff(year, rule(feast), makeUp: nil).keys.sorted() == expected)
  }

  @Test(
    "A rule gives days only while it is valid",
    arguments: [
      (2019, 1), (2020, 1), (2021, 2), (2022, 0),
    ])
  func validity(year: Int, count: Int) {
    let feast = HolidayRule.Feast.civil(month: 9, day: 2)
    let law = HolidayLaw(
      years: 2000...2050,
      holidays: [
        StatutoryHoliday(
          name: "lễ", makeUpName: nil,
          rules: [
            rule(feast, to: "2020-12-31"),
            rule(feast, from: "2021-01-01", to: "2022-09-01", after: 1),
          ])
      ])
    #expect(law.daysOff(in: year).count == count)
  }

  @Test(arguments: [1999, 2051])
  func yearsOutsideTheLawHaveNone(year: Int) {
    #expect(daysOff(year, rule(.civil(month: 5, day: 1))).isEmpty)
  }
}
