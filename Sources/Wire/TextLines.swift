/// The server's messages as text for people (and simple scripts).
///
/// A message of several lines stays one to the eye: its first line begins at the margin, every
/// further line is indented. A line that does not begin with a space is therefore always the
/// beginning of the next message, and one that begins with the bell is a push.
///
///     Đợt này còn 2 danh hiệu để đăng ký:
///       1. Lao động tiên tiến
///       2. Chiến sĩ thi đua cơ sở
///     🔔 Còn 3 ngày để đăng ký.
///
/// Control characters are taken out, so that no stored name can steer a terminal.
package enum TextLines {
  package static let pushMarker = "🔔 "
  private static let indent = "  "

  /// Lines of `text` are separated by LF; blank ones are left out.
  package static func append(_ text: String, marker: String, to out: inout [UInt8]) {
    out.append(contentsOf: marker.utf8)
    let bytes = text.utf8.span
    let start = out.count
    var lineStart = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      appendLine(bytes.extracting(lineStart..<index), isFirst: out.count == start, to: &out)
      lineStart = index + 1
    }
    appendLine(bytes.extracting(lineStart..<bytes.count), isFirst: out.count == start, to: &out)
    if out.count == start { out.append(UInt8(ascii: "\n")) }
  }

  private static func appendLine(_ line: Span<UInt8>, isFirst: Bool, to out: inout [UInt8]) {
    let start = out.count
    if !isFirst { out.append(contentsOf: indent.utf8) }
    let contentStart = out.count
    PlainText.append(line, to: &out)
    let words = out[contentStart...].firstIndex { $0 != UInt8(ascii: " ") }
    guard let words else {
      out.removeSubrange(start...)
      return
    }
    // The first line begins at the margin, whatever the text has before it.
    if isFirst { out.removeSubrange(contentStart..<words) }
    out.append(UInt8(ascii: "\n"))
  }
}
