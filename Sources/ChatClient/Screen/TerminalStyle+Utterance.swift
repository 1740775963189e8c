import Wire

extension TerminalStyle {
  /// Prints what was said from the first column on, each line ended with CRLF.
  func append(_ utterance: Utterance, to screen: inout [UInt8]) {
    let ink: Ink =
      switch utterance.kind {
      case .greeting, .reply(.done), .reply(.ask), .reply(.confirm), .reply(.choose),
        .reply(.unclear):
        .plain
      case .reply(.refused), .error: .refusal
      case .push: .push
      case .notice: .notice
      }
    let marker = utterance.kind == .push ? TextLines.pushMarker : ""
    var indent = marker
    for line in utterance.text.split(separator: "\n", omittingEmptySubsequences: false) {
      append(ink, to: &screen) { screen in
        screen.append(contentsOf: indent.utf8)
        PlainText.append(line.utf8.span, to: &screen)
      }
      screen.append(contentsOf: "\r\n".utf8)
      if utterance.kind == .push { indent = "   " }
    }
  }
}
