/// Where the server listens: `HOST`, `HOST:PORT`, `[::1]` or `[::1]:PORT`, port 7697 if none is
/// given.
package struct ServerAddress: Equatable, Sendable, CustomStringConvertible {
  package static let standardPort: UInt16 = 7_697

  /// In lower case, an IPv6 address without its brackets.
  package let host: String
  package let port: UInt16

  /// `nil` if it is written in no such way. Whether the host exists is not asked.
  package init?(_ text: String) {
    guard let (host, rest) = Self.split(text), !host.isEmpty,
      !host.contains(where: { $0.isWhitespace || $0 == "/" })
    else { return nil }
    if rest.isEmpty {
      port = Self.standardPort
    } else {
      guard rest.first == ":", let number = UInt16(rest.dropFirst()), number > 0,
        rest.dropFirst().allSatisfy(\.isNumber)
      else { return nil }
      port = number
    }
    self.host = host.lowercased()
  }

  /// As it is written in a file of known hosts.
  package var description: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// The host and what follows it.
  private static func split(_ text: String) -> (String, Substring)? {
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      let host = text[text.index(after: text.startIndex)..<end]
      return (String(host), text[text.index(after: end)...])
    }
    guard let colon = text.firstIndex(of: ":") else { return (text, "") }
    // Several colons without brackets are an IPv6 address without a port.
    if text[text.index(after: colon)...].contains(":") { return (text, "") }
    return (String(text[..<colon]), text[colon...])
  }
}
