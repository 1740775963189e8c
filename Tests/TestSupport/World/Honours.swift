package import Campaigns
import CivilTime

/// A small catalogue with the two laws that follow each other on 2024-01-01.
package enum Honours {
  package static let catalogue = HonoursCatalogue([
    lao, chienSiCoSo, chienSiTinh, tapThe, giaDinh, xaTieuBieu, giayKhen,
  ])

  private static let law2003 = "Luật Thi đua, khen thưởng 15/2003/QH11"
  private static let law2022 = "Luật 06/2022/QH15"

  package static let lao = Honour(
    code: "LDTT", name: "Lao động tiên tiến", aliases: ["LĐTT"], form: .title, level: .commune,
    kinds: [.person],
    rules: [
      rule("2004-07-01", "2023-12-31", law2003 + ", Điều 24", by: "Chủ tịch UBND cấp xã"),
      rule("2024-01-01", nil, law2022 + ", Điều 24", by: "Chủ tịch UBND cấp xã"),
    ])

  /// The old law demanded an initiative, the new one takes it as one of several.
  package static let chienSiCoSo = Honour(
    code: "CSTDCS", name: "Chiến sĩ thi đua cơ sở", aliases: ["CSTĐCS"], form: .title,
    level: .commune, kinds: [.person],
    rules: [
      rule(
        "2004-07-01", "2023-12-31", law2003 + ", Điều 23", by: "Chủ tịch UBND cấp huyện",
        conditions: ["đạt Lao động tiên tiến", "có sáng kiến"]),
      rule(
        "2024-01-01", nil, law2022 + ", Điều 23", by: "Chủ tịch UBND cấp xã",
        conditions: ["đạt Lao động tiên tiến"],
        alternatives: ["hoàn thành xuất sắc nhiệm vụ", "có sáng kiến được công nhận"],
        threshold: 80),
    ])

  package static let chienSiTinh = Honour(
    code: "CSTDT", name: "Chiến sĩ thi đua cấp tỉnh", aliases: ["CSTĐ tỉnh"], form: .title,
    level: .province, kinds: [.person],
    rules: [
      rule(
        "2004-07-01", nil, law2022 + ", Điều 22", by: "Chủ tịch UBND cấp tỉnh",
        prerequisites: [.init(honour: "CSTDCS", consecutiveYears: 3)], threshold: 90)
    ])

  package static let tapThe = Honour(
    code: "TTLDTT", name: "Tập thể lao động tiên tiến", aliases: ["TTLĐTT"], form: .title,
    level: .commune, kinds: [.collective],
    rules: [
      rule(
        "2004-07-01", "2023-12-31", law2003 + ", Điều 28", by: "Chủ tịch UBND cấp huyện",
        share: .init(honours: ["LDTT", "CSTDCS"], .over(50))),
      rule(
        "2024-01-01", nil, law2022 + ", Điều 28", by: "Chủ tịch UBND cấp xã",
        share: .init(honours: ["LDTT", "CSTDCS"], .atLeast(70))),
    ])

  package static let giaDinh = Honour(
    code: "GDVH", name: "Gia đình văn hóa", aliases: ["GĐVH"], form: .title, level: .commune,
    kinds: [.household],
    rules: [
      rule("2018-11-05", "2024-01-29", "NĐ 122/2018/NĐ-CP", by: "Chủ tịch UBND cấp xã"),
      rule("2024-01-30", nil, "NĐ 86/2023/NĐ-CP", by: "Chủ tịch UBND cấp xã"),
    ])

  /// Did not exist before NĐ 86/2023.
  package static let xaTieuBieu = Honour(
    code: "XPTTTB", name: "Xã, phường, thị trấn tiêu biểu", aliases: [], form: .title,
    level: .province, kinds: [.collective],
    rules: [rule("2024-01-30", nil, "NĐ 86/2023/NĐ-CP", by: "Chủ tịch UBND cấp tỉnh")])

  package static let giayKhen = Honour(
    code: "GKX", name: "Giấy khen của Chủ tịch UBND cấp xã", aliases: ["giấy khen xã"],
    form: .award, level: .commune, kinds: [.person, .collective, .household],
    rules: [rule("2004-07-01", nil, law2022 + ", Điều 75", by: "Chủ tịch UBND cấp xã")])

  private static func rule(
    _ first: CivilDate, _ last: CivilDate?, _ source: String, by: String,
    conditions: [String] = ["hoàn thành tốt nhiệm vụ"], alternatives: [String] = [],
    prerequisites: [HonourRule.Prerequisite] = [], share: HonourRule.Share? = nil,
    threshold: Int? = nil
  ) -> HonourRule {
    HonourRule(
      validFrom: first, validTo: last, source: source, decidedBy: by, conditions: conditions,
      alternatives: alternatives, prerequisites: prerequisites, share: share,
      councilThreshold: threshold)
  }
}
