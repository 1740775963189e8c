import CampaignStore
import Testing

@Suite struct MigrationTests {
  @Test func theChecksumOfAReleasedStepNeverChanges() {
    #expect(Migration(1, ["CREATE TABLE t (n BIGINT)"]).checksum == -2_435_394_447_921_395_875)
  }

  @Test(arguments: [
    ["a", "c"], ["ab"], ["a", "b", ""], ["b", "a"], ["a"], [],
  ])
  func everyEditChangesTheChecksum(statements: [String]) {
    #expect(Migration(1, statements).checksum != Migration(1, ["a", "b"]).checksum)
  }
}
