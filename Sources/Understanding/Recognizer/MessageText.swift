import Vietnamese

/// The bytes of a message, to quote from.
struct MessageText {
  let bytes: [UInt8]
  let folded: FoldedText
  /// The items before values were replaced; spans point into them.
  let items: [Item]

  /// The words of these items as written.
  func words(_ range: ClosedRange<Int>) -> String {
    let first = folded.syllables[Int(items[range.lowerBound].first)]
    let last = folded.syllables[Int(items[range.upperBound].last)]
    return String(decoding: bytes[Int(first.start)..<Int(last.end)], as: UTF8.self)
  }

  /// The bytes from a syllable to the next white space.
  func run(from syllable: Int) -> String {
    let start = Int(folded.syllables[syllable].start)
    let end = bytes[start...].firstIndex { $0 <= UInt8(ascii: " ") } ?? bytes.count
    var run = bytes[start..<end]
    while let last = run.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ".") {
      run = run.dropLast()
    }
    return String(decoding: run, as: UTF8.self)
  }

  /// Whether nothing but white space follows the run that begins at a syllable, and all of it is
  /// ASCII.
  func isLastPlainRun(from syllable: Int) -> Bool {
    let rest = bytes[Int(folded.syllables[syllable].start)...]
    let run = rest.prefix { $0 > UInt8(ascii: " ") }
    return run.allSatisfy { $0 < 0x80 } && rest.dropFirst(run.count).allSatisfy { $0 <= 0x20 }
  }

  /// From one syllable to another as written, both included.
  func syllables(_ range: ClosedRange<Int>) -> String {
    let start = Int(folded.syllables[range.lowerBound].start)
    let end = Int(folded.syllables[range.upperBound].end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
