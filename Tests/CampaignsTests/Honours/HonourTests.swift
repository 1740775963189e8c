import Campaigns
import CivilTime
import TestSupport
import Testing

/// Rules of law are rows with a period of validity: Luật 06/2022/QH15 took over on 2024-01-01.
@Suite struct HonourTests {
  @Test(
    arguments: [
      ("LDTT", "2004-06-30", nil),
      ("LDTT", "2004-07-01", "Luật Thi đua, khen thưởng 15/2003/QH11, Điều 24"),
      ("LDTT", "2023-12-31", "Luật Thi đua, khen thưởng 15/2003/QH11, Điều 24"),
      ("LDTT", "2024-01-01", "Luật 06/2022/QH15, Điều 24"),
      ("LDTT", "2026-11-21", "Luật 06/2022/QH15, Điều 24"),
      // The decree on households took over in the middle of a month.
      ("GDVH", "2018-11-04", nil),
      ("GDVH", "2024-01-29", "NĐ 122/2018/NĐ-CP"),
      ("GDVH", "2024-01-30", "NĐ 86/2023/NĐ-CP"),
      ("XPTTTB", "2024-01-29", nil),
      ("XPTTTB", "2024-01-30", "NĐ 86/2023/NĐ-CP"),
    ] as [(HonourCode, CivilDate, String?)])
  func theRuleInForceIsThatOfTheDay(code: HonourCode, day: CivilDate, source: String?) {
    #expect(Honours.catalogue[code]?.rule(on: day)?.source == source)
  }

  @Test func whatOneLawDemandsIsOneOfSeveralWaysInTheNext() {
    let old = Honours.chienSiCoSo.rule(on: "2022-01-14")
    let new = Honours.chienSiCoSo.rule(on: "2024-01-14")
    #expect(old?.conditions.contains("có sáng kiến") == true)
    #expect(old?.alternatives == [])
    #expect(new?.conditions == ["đạt Lao động tiên tiến"])
    #expect(new?.alternatives.count == 2)
    #expect(old?.decidedBy == "Chủ tịch UBND cấp huyện")
    #expect(new?.decidedBy == "Chủ tịch UBND cấp xã")
  }

  @Test(
    arguments: [
      (.over(50), 0, 0, false), (.over(50), 1, 2, false), (.over(50), 5, 10, false),
      (.over(50), 6, 10, true), (.atLeast(70), 7, 10, true), (.atLeast(70), 69, 99, false),
      (.atLeast(70), 70, 100, true), (.atLeast(100), 3, 3, true),
    ] as [(HonourRule.Share.Bound, Int, Int, Bool)])
  func aShareOfACollectiveIsExact(
    bound: HonourRule.Share.Bound, bearers: Int, people: Int, isMet: Bool
  ) {
    #expect(HonourRule.Share(honours: ["LDTT"], bound).isMet(by: bearers, of: people) == isMet)
  }

  @Test func aRuleWithAnEndLeavesAGapIfNoneFollows() {
    let rule = HonourRule(
      validFrom: "2020-01-01", validTo: "2020-12-31", source: "NĐ A", decidedBy: "", conditions: [],
      alternatives: [], prerequisites: [], councilThreshold: nil)
    let later = HonourRule(
      validFrom: "2022-01-01", validTo: nil, source: "NĐ B", decidedBy: "", conditions: [],
      alternatives: [], prerequisites: [], councilThreshold: nil)
    let honour = Honour(
      code: "X", name: "X", aliases: [], form: .title, level: .commune, kinds: [.person],
      rules: [rule, later])
    #expect(honour.rule(on: "2020-12-31")?.source == "NĐ A")
    #expect(honour.rule(on: "2021-06-30") == nil)
    #expect(honour.rule(on: "2022-01-01")?.source == "NĐ B")
  }

  @Test func aCodeThatComesTwiceKeepsItsFirstEntry() {
    let twin = Honour(
      code: "LDTT", name: "khác", aliases: [], form: .award, level: .state, kinds: [], rules: [])
    #expect(HonoursCatalogue([Honours.lao, twin])["LDTT"]?.name == "Lao động tiên tiến")
    #expect(Honours.catalogue["ldtt"] == nil)
  }
}
