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
    var isFirst = true
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let start = out.count
      if !isFirst { out.append(contentsOf: indent.utf8) }
      let contentStart = out.count
      PlainText.append(Substring(line), to: &out)
      if isFirst { removeSpaces(from: contentStart, of: &out) }
      if out.count == contentStart {
        out.removeSubrange(start...)
        continue
      }
      isFirst = false
      out.append(UInt8(ascii: "\n"))
    }
    if isFirst { out.append(UInt8(ascii: "\n")) }
  }

  /// The first line begins at the margin, whatever the text has before it.
  private static func removeSpaces(from start: Int, of out: inout [UInt8]) {
    let end = out[start...].firstIndex { $0 != UInt8(ascii: " ") } ?? out.endIndex
    out.removeSubrange(start..<end)
  }
}
