import CampaignStore
import Testing

@Suite struct StoreErrorTests {
  @Test(arguments: [
    (StoreError(.begin, .busy, code: 5), "store: begin failed: locked by another process (code 5)"),
    (
      StoreError(.run, .constraint(.unique), code: 2067, detail: "account.name"),
      "store: run failed: unique constraint (code 2067): account.name"
    ),
    (
      StoreError(.migrate, .newerThanProgram(store: 9, program: 7)),
      "store: migrate failed: store at migration 9, program knows 7"
    ),
    (
      StoreError(.open, .notAStore, detail: "/srv/store.db"),
      "store: open failed: not a store of this program: /srv/store.db"
    ),
  ])
  func aLineForTheLog(error: StoreError, line: String) {
    #expect("\(error)" == line)
  }
}
