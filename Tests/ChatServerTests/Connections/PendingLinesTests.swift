import Testing
import Wire

@testable import ChatServer

@Suite struct PendingLinesTests {
  private func put(_ text: String, into lines: inout PendingLines, limit: Int = 3) {
    let bytes = Array(text.utf8)
    lines.put(bytes.span, nil, limit: limit)
  }

  @Test func inOrder() {
    var lines = PendingLines()
    #expect(lines.isEmpty)
    for text in ["a", "b", "c"] { put(text, into: &lines) }
    #expect(!lines.isEmpty)
    #expect(lines.take() == .line([0x61], nil))
    put("d", into: &lines)
    #expect(lines.take() == .line([0x62], nil))
    #expect(lines.take() == .line([0x63], nil))
    #expect(lines.take() == .line([0x64], nil))
    #expect(lines.take() == nil)
    #expect(lines.isEmpty)
  }

  @Test func aFaultWaitsWithItsLine() {
    var lines = PendingLines()
    let bytes: [UInt8] = [0x61, 0]
    lines.put(bytes.span, .nulByte, limit: 1)
    #expect(lines.take() == .line([0x61, 0], .nulByte))
  }

  @Test func beyondTheLimitLinesAreOnlyCounted() {
    var lines = PendingLines()
    for _ in 0..<100_000 { put("a", into: &lines) }
    #expect(lines.placeCount == 4)
    for _ in 0..<3 { #expect(lines.take() == .line([0x61], nil)) }
    #expect(lines.take() == .refused(99_997))
    #expect(lines.isEmpty)
  }

  @Test func afterARefusalThereIsRoomAgain() {
    var lines = PendingLines()
    for text in ["a", "b", "c", "d"] { put(text, into: &lines) }
    _ = lines.take()
    _ = lines.take()
    put("e", into: &lines)
    #expect(lines.take() == .line([0x63], nil))
    #expect(lines.take() == .refused(1))
    #expect(lines.take() == .line([0x65], nil))
  }

  @Test func whoNeverLetsItRunEmptyCostsNoMemory() {
    var lines = PendingLines()
    put("a", into: &lines)
    for _ in 0..<10_000 {
      put("a", into: &lines)
      _ = lines.take()
    }
    #expect(lines.placeCount < 100)
  }
}
