import CampaignReading
import Glibc

/// A conversation as an official can read it: `Tests/Data/conversations/README.md` explains the
/// lines.
package struct Transcript: Sendable {
  package let path: String
  package private(set) var campaign = ""
  package private(set) var organization = ""
  /// When it begins, in Vietnam's civil time without an offset.
  package private(set) var now = ""
  package private(set) var people: [Member] = []
  package private(set) var steps: [Step] = []

  /// A line of a people file.
  package struct Member: Sendable {
    package let user: String
    package let name: String
    package let unit: String
    /// As the file writes it.
    package let role: String
  }

  /// One line with its number in the file.
  package struct Step: Sendable {
    package let line: Int
    package let act: Act
  }

  package enum Act: Equatable, Sendable {
    /// Somebody speaks; "khách" is a guest.
    case says(String, String)
    /// Something comes unasked; other things may have come before it.
    case hears(String, String)
    /// The server stops and starts again then; everybody comes back.
    case later(String)
    case contains(String)
    case lacks(String)
    case ends(state: String, code: String)
    case counts(list: String, Int)
  }

  package struct NotReadable: Error {
    package let place: String
    package let text: String
  }

  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/Data/conversations"

  /// All there are, sorted by name.
  package static var names: [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".txt") { names.append(name) }
    }
    return names.sorted()
  }

  package init(named name: String) throws {
    path = Transcript.folder + "/" + name
    let lines = try TextFile.read(path, name: name)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = String(line).trimmingSpaces
      if text.isEmpty || text.hasPrefix("#") { continue }
      guard let reading = Transcript.read(text) else {
        throw NotReadable(place: "\(path):\(index + 1)", text: text)
      }
      switch reading {
      case .scene(let campaign, let organization, let now):
        (self.campaign, self.organization, self.now) = (campaign, organization, now)
      case .person(let person): people.append(person)
      case .act(let act): steps.append(Step(line: index + 1, act: act))
      }
    }
  }

  private enum Reading {
    case scene(campaign: String, organization: String, now: String)
    case person(Member)
    case act(Act)
  }

  private static func read(_ text: String) -> Reading? {
    let rest = String(text.dropFirst()).trimmingSpaces
    let words = rest.split(separator: " ").map(String.init)
    switch text.first {
    case "@":
      guard words.count == 3 else { return nil }
      return .scene(campaign: words[0], organization: words[1], now: words[2])
    case "~": return .act(.later(rest))
    case "+": return .act(.contains(rest))
    case "-": return .act(.lacks(rest))
    case "=":
      guard (1...2).contains(words.count) else { return nil }
      return .act(.ends(state: words[0], code: words.count > 1 ? words[1] : ""))
    case "*":
      guard words.count == 2, let count = Int(words[1]) else { return nil }
      return .act(.counts(list: words[0], count))
    default: return readSpeaker(text)
    }
  }

  private static func readSpeaker(_ text: String) -> Reading? {
    guard let mark = text.firstIndex(where: { ":>!".contains($0) }) else { return nil }
    let who = String(text[..<mark])
    let rest = String(text[text.index(after: mark)...]).trimmingSpaces
    switch text[mark] {
    case ">": return .act(.says(who, rest))
    case "!": return .act(.hears(who, rest))
    default:
      let fields = rest.split(separator: ",").map { String($0).trimmingSpaces }
      guard fields.count == 3 else { return nil }
      return .person(
        Member(user: who, name: fields[0], unit: fields[1], role: fields[2]))
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
