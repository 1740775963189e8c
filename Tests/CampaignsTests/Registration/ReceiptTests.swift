import Campaigns
import TestSupport
import Testing

@Suite struct ReceiptTests {
  @Test(
    arguments: [
      (1, "TN-000001"), (123, "TN-000123"), (999_999, "TN-999999"), (1_000_000, "TN-1000000"),
    ] as [(Int64, String)])
  func theNumberAPersonGets(number: Int64, code: String) {
    #expect(Receipt(number: number, at: "2022-01-10 09:00").code == code)
  }
}
