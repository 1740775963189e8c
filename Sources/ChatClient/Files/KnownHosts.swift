package import SecureSockets

/// The certificates of the servers that were met before, as a text file keeps them: one server
/// per line, its address and the SHA-256 of its certificate.
///
///     # thidua chat
///     thidua.duonghoa.vn:7697 sha256:5f:0c:…
///
/// Two lines for one address allow either certificate, which lets an administrator announce a
/// change in advance.
package struct KnownHosts: Equatable, Sendable {
  package enum Verdict: Equatable, Sendable {
    case known
    /// Never met: to be written down.
    case new
    /// Another certificate than that of `line` (counted from 1): do not go on.
    case changed(known: CertificateFingerprint, line: Int)
    /// The line for this address cannot be read: do not go on.
    case unreadable(line: Int)
  }

  private struct Entry: Equatable, Sendable {
    var line: Int
    var address: Substring
    var fingerprint: CertificateFingerprint?
  }

  private var entries: [Entry] = []

  /// From the text of the file. Lines of other addresses that cannot be read do no harm.
  package init(file text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let address = words.first, !address.hasPrefix("#") else { continue }
      var fingerprint: CertificateFingerprint?
      if words.count == 2, words[1].hasPrefix(Self.algorithm) {
        fingerprint = CertificateFingerprint(words[1].dropFirst(Self.algorithm.count))
      }
      entries.append(Entry(line: index + 1, address: address, fingerprint: fingerprint))
    }
  }

  package func verdict(
    on address: ServerAddress, showing fingerprint: CertificateFingerprint
  ) -> Verdict {
    let known = entries.filter { $0.address == address.description }
    if known.contains(where: { $0.fingerprint == fingerprint }) { return .known }
    guard let first = known.first else { return .new }
    guard let other = first.fingerprint else { return .unreadable(line: first.line) }
    return .changed(known: other, line: first.line)
  }

  /// The line that makes the certificate known, with its end.
  package static func line(
    for address: ServerAddress, _ fingerprint: CertificateFingerprint
  ) -> String {
    "\(address) \(algorithm)\(fingerprint)\n"
  }

  private static let algorithm = "sha256:"
}
