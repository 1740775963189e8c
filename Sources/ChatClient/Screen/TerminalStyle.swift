/// What the terminal can show, read from the environment once.
package struct TerminalStyle: Equatable, Sendable {
  /// Colours; off with `NO_COLOR` (any value but the empty one) or a dumb terminal.
  package var usesColor: Bool
  /// Whether the locale leaves room for Vietnamese letters. Only a locale that names another
  /// encoding says no: many systems leave `LANG` unset although their terminals show UTF-8.
  package var showsUTF8: Bool

  package init(usesColor: Bool, showsUTF8: Bool = true) {
    self.usesColor = usesColor
    self.showsUTF8 = showsUTF8
  }

  package init(environment: [String: String]) {
    usesColor = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    let encoding = locale?.split(separator: ".").dropFirst().first?.split(separator: "@").first
    let name = encoding?.lowercased().filter { $0 != "-" }
    showsUTF8 = name == nil || name == "utf8"
  }

  enum Ink: String {
    case prompt = "\u{1B}[1m"
    case push = "\u{1B}[1;33m"
    case refusal = "\u{1B}[33m"
    case notice = "\u{1B}[2m"
    case plain = ""
  }

  func append(_ ink: Ink, to screen: inout [UInt8], _ content: (inout [UInt8]) -> Void) {
    let isInked = usesColor && ink != .plain
    if isInked { screen.append(contentsOf: ink.rawValue.utf8) }
    content(&screen)
    if isInked { screen.append(contentsOf: "\u{1B}[0m".utf8) }
  }
}
