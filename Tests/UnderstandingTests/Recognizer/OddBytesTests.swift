import Testing
import Understanding

/// No bytes crash, and none is read for longer than it is.
@Suite struct OddBytesTests {
  private func read(_ bytes: [UInt8]) -> Reading {
    TestWorld.recognizer.read(bytes.span, lexicon: TestWorld.lexicon, now: TestWorld.now)
  }

  @Test func everyPrefixAndSuffix() {
    let bytes = Array("Đăng ký CSTĐCS cho chị Hoa, nhắc em trước 3 ngày 😀 99,64 % ｆｕｌｌ".utf8)
    for place in 0...bytes.count {
      #expect((0...1).contains(read(Array(bytes[..<place])).confidence))
      #expect((0...1).contains(read(Array(bytes[place...])).confidence))
    }
  }

  @Test func everyByteInEveryPlace() {
    let bytes = Array("rút đăng ký 15/1".utf8)
    for place in bytes.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = bytes
        changed[place] = byte
        #expect((0...1).contains(read(changed).confidence))
      }
    }
  }

  @Test(
    "Four thousand bytes of one thing",
    arguments: [
      "a", " ", ".", "1", "/", "\u{301}", "đăgn kýy ", "chị Hoa ", "15/1 ", "999999999999999999 ",
      "😀", "mười một ", "không ",
    ])
  func longMessages(unit: String) {
    let bytes = Array(String(repeating: unit, count: 4_096 / unit.utf8.count).utf8)
    let reading = read(bytes)
    let isOrder = reading.intent.map { TestWorld.recognizer.facts(of: $0).isOrder } ?? false
    #expect(!isOrder || reading.decision != .act)
  }
}
