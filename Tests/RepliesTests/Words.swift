import Testing

/// Words a person can read: Vietnamese, with nothing in it that only a program understands.
func expectVietnamese(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(!text.isEmpty, sourceLocation: sourceLocation)
  #expect(text.contains { !$0.isASCII && $0.isLetter }, "\(text)", sourceLocation: sourceLocation)
  for token in ["nil", "Optional", "true", "false", "[", "]", "{", "}", "\"", "\n\n"] {
    #expect(!text.contains(token), "“\(token)” in: \(text)", sourceLocation: sourceLocation)
  }
  // Lines may be indented; words are parted by one space.
  for line in text.split(separator: "\n") {
    #expect(
      !line.drop { $0 == " " }.contains("  "), "\(line)", sourceLocation: sourceLocation)
  }
  // Days are written 14/01/2022.
  #expect(!text.contains("2022-"), "\(text)", sourceLocation: sourceLocation)
  #expect(text.first?.isWhitespace == false, sourceLocation: sourceLocation)
  #expect(text.last?.isWhitespace == false, sourceLocation: sourceLocation)
}
