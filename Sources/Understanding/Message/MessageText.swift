import Vietnamese

/// A message as it came and its syllables: to read, and to quote from.
///
/// A class, because it is large and many readers look at it.
final class MessageText {
  /// A copy: the reading of a message does not outlive it, but much looks at it meanwhile.
  let bytes: [UInt8]
  let folded: FoldedText

  init(_ message: Span<UInt8>) {
    bytes = message.withUnsafeBufferPointer { Array($0) }
    folded = FoldedText(message)
  }

  convenience init(_ message: String) {
    let bytes = Array(message.utf8)
    self.init(bytes.span)
  }

  /// From the syllable that a token begins with to the one that another ends with, as written.
  func words(_ first: Token, _ last: Token) -> String {
    syllables(Int(first.first)...Int(last.last))
  }

  /// From one syllable to another as written, both included.
  func syllables(_ range: ClosedRange<Int>) -> String {
    let start = Int(folded.syllables[range.lowerBound].start)
    let end = Int(folded.syllables[range.upperBound].end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// As written.
  func syllable(_ syllable: Syllable) -> String {
    String(decoding: bytes[Int(syllable.start)..<Int(syllable.end)], as: UTF8.self)
  }

  /// The syllables between the first pair of quotation marks; `nil` where there are none.
  var quoted: Range<Int>? {
    guard folded.hasQuotationMarks, let opening = firstMark(from: 0),
      let closing = firstMark(from: opening.upperBound)
    else { return nil }
    let syllables = folded.syllables
    let first = syllables.firstIndex { Int($0.start) >= opening.upperBound } ?? syllables.count
    let end = syllables.firstIndex { Int($0.start) >= closing.lowerBound } ?? syllables.count
    return first < end ? first..<end : nil
  }

  /// " “ ” « »
  private func firstMark(from start: Int) -> Range<Int>? {
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): return index..<index + 1
      case 0xC2 where index + 1 < bytes.count && [0xAB, 0xBB].contains(bytes[index + 1]):
        return index..<index + 2
      case 0xE2
      where index + 2 < bytes.count && bytes[index + 1] == 0x80
        && [0x9C, 0x9D].contains(bytes[index + 2]):
        return index..<index + 3
      default: continue
      }
    }
    return nil
  }

  /// The bytes of the last of several sentences; `nil` where there is one only, or the last is hardly
  /// one.
  var lastSentence: Range<Int>? { lastPart(behind: \.endsSentence) }

  /// The same for clauses.
  var lastClause: Range<Int>? { lastPart(behind: \.endsClause) }

  /// The first of several clauses.
  var firstClause: Range<Int>? {
    let syllables = folded.syllables
    let next = syllables.indices.dropFirst(MessageText.shortestPart).first {
      !syllables[$0].gap.isTight && syllables[$0].gap.endsClause
    }
    return next.map { 0..<Int(syllables[$0 - 1].end) }
  }

  /// What stands before the first colon, where it announces something: "đề xuất gương chị Lan: …".
  var head: Range<Int>? {
    let syllables = folded.syllables
    let next = syllables.indices.dropFirst(2).first {
      syllables[$0].gap.sign == UInt8(ascii: ":") && !syllables[$0].gap.isTight
    }
    return next.map { 0..<Int(syllables[$0 - 1].end) }
  }

  private func lastPart(behind ends: (Gap) -> Bool) -> Range<Int>? {
    let syllables = folded.syllables
    let start = syllables.indices.dropFirst().last {
      !syllables[$0].gap.isTight && ends(syllables[$0].gap)
    }
    guard let start, syllables.count - start >= MessageText.shortestPart else { return nil }
    return Int(syllables[start].start)..<bytes.count
  }

  /// In words.
  private static let shortestPart = 3

  func startsWithDigit(_ token: Token) -> Bool {
    let byte = bytes[Int(folded.syllables[Int(token.first)].start)]
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// From a syllable to the end of the message, without white space behind.
  func rest(from syllable: Int) -> String {
    let start = Int(folded.syllables[syllable].start)
    let end = bytes.lastIndex { $0 > UInt8(ascii: " ") } ?? start
    return String(decoding: bytes[start...max(start, end)], as: UTF8.self)
  }

  /// The bytes from a syllable to the next white space, without punctuation behind.
  func run(from syllable: Int) -> String {
    let start = Int(folded.syllables[syllable].start)
    let end = bytes[start...].firstIndex { $0 <= UInt8(ascii: " ") } ?? bytes.count
    var run = bytes[start..<end]
    while let last = run.last, [UInt8](",.:;!?".utf8).contains(last) { run = run.dropLast() }
    return String(decoding: run, as: UTF8.self)
  }

  /// Whether nothing but white space follows the run that begins at a syllable, and all of it is
  /// ASCII.
  func isLastPlainRun(from syllable: Int) -> Bool {
    let rest = bytes[Int(folded.syllables[syllable].start)...]
    let run = rest.prefix { $0 > UInt8(ascii: " ") }
    return run.allSatisfy { $0 < 0x80 } && rest.dropFirst(run.count).allSatisfy { $0 <= 0x20 }
  }
}
