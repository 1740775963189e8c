import CampaignReading
import Campaigns
import Testing

@Suite struct CampaignsFolderTests {
  @Test func deployedCampaignsAreRead() throws {
    #expect(
      try Deployed.campaigns.get().map(\.id) == [
        "duong-hoa-2022", "hong-phong-2023", "my-thanh-2015", "nhon-hung-2024", "quy-hop-2023",
      ])
  }
}
