import CampaignReading
import Campaigns
import Testing

@Suite struct HonoursFolderTests {
  @Test func deployedCatalogueIsRead() throws {
    #expect(try Deployed.honours.get().honours.count == 18)
  }
}
