import Testing

/// A message's header as a reader of RFC 5322 and 2047 sees it: written from the standards, not
/// from the code under test.
struct HeaderReading {
  /// The lines before the empty one, as they are.
  let lines: [String]
  let body: String

  init(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let end = try #require(text.firstRange(of: "\r\n\r\n"))
    lines = text[..<end.lowerBound].split(separator: "\r\n").map(String.init)
    body = String(text[end.upperBound...])
  }

  /// Unfolded and decoded; `nil` if there is none.
  subscript(name: String) -> String? {
    var values: [String] = []
    var isInside = false
    for line in lines {
      if line.first == " " {
        if isInside { values[values.count - 1] += line }
      } else {
        isInside = line.hasPrefix(name + ": ")
        if isInside { values.append(String(line.dropFirst(name.count + 2))) }
      }
    }
    return values.count == 1 ? HeaderReading.decoded(values[0]) : nil
  }

  /// Encoded words become their text; spaces between two of them vanish.
  static func decoded(_ value: String) -> String {
    var out = ""
    var lastWasEncoded = false
    for word in value.split(separator: " ", omittingEmptySubsequences: false) {
      if word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?=") {
        if !lastWasEncoded, !out.isEmpty { out += " " }
        // Every word by itself: a character cut in two would show as U+FFFD.
        out += String(decoding: base64(word.dropFirst(10).dropLast(2)), as: UTF8.self)
        lastWasEncoded = true
      } else {
        if !out.isEmpty || lastWasEncoded { out += " " }
        out += word
        lastWasEncoded = false
      }
    }
    return out
  }

  static func base64(_ text: some StringProtocol) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var bits: UInt32 = 0
    var count = 0
    var out: [UInt8] = []
    for character in text {
      guard let digit = alphabet.firstIndex(of: character) else { continue }
      bits = bits << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }
}
