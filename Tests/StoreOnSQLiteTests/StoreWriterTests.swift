import CampaignStore
import StoreOnSQLite
import Testing

@Suite struct StoreWriterTests {
  let store = TemporaryStore()

  init() throws {
    try store.driver.transaction { session in try session.run(createTable) }
  }

  @Test func whatIsDeliveredIsCommitted() throws {
    let writer = try StoreWriter<Int64>(store.driver)
    let box = ResultBox<Int64>()
    let accepted = writer.submit({ session in try insert(7, session) }, ticket: 99, to: box)
    #expect(accepted == .accepted)
    let delivery = try #require(box.deliveries(1).first)
    #expect(delivery.ticket == 99)
    #expect(try delivery.result.get() == 7)
    #expect(try numbers(in: store) == [7])
    writer.stop()
  }
}

private let createTable = SQLStatement("CREATE TABLE number (n BIGINT PRIMARY KEY, note TEXT)")
private let insertNumber = SQLStatement("INSERT INTO number (n) VALUES ($1)")
private let selectNumbers = SQLStatement("SELECT n FROM number ORDER BY n")

@Sendable private func insert(_ number: Int64, _ session: any SQLSession) throws -> Int64 {
  try session.run(insertNumber, [.integer(number)])
  return number
}

private func numbers(in store: TemporaryStore) throws -> [Int64] {
  try store.driver.openReading().all(selectNumbers) { row in try row.integer(0) }
}
