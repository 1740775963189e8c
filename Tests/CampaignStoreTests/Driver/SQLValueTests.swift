import CampaignStore
import Testing

@Suite struct SQLValueTests {
  @Test(arguments: [
    (SQLValue(nil as Int64?), SQLValue.null),
    (SQLValue(nil as Int?), .null),
    (SQLValue(nil as Double?), .null),
    (SQLValue(nil as String?), .null),
    (SQLValue(""), .text("")),
    (SQLValue("Ánh"), .text("Ánh")),
    (SQLValue(-5 as Int), .integer(-5)),
    (SQLValue(Int64.max), .integer(.max)),
    (SQLValue(0.5), .real(0.5)),
    (SQLValue(true), .integer(1)),
    (SQLValue(false), .integer(0)),
    (7, .integer(7)),
    ("bảy", .text("bảy")),
    (nil, .null),
  ])
  func whatSwiftValuesBecome(value: SQLValue, expected: SQLValue) {
    #expect(value == expected)
  }
}
