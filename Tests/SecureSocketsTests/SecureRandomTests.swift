import Testing

@testable import SecureSockets

@Suite struct SecureRandomTests {
  @Test(arguments: [0, 1, 16, 1000])
  func asManyAsAskedFor(count: Int) throws {
    #expect(try SecureRandom.bytes(count).count == count)
  }

  @Test func neverTheSameTwice() throws {
    let two = try (0..<2).map { _ in try SecureRandom.bytes(16) }
    #expect(two[0] != two[1])
  }
}
