import Glibc

/// A conversation as an official can read it: `Tests/Data/conversations/README.md` explains the
/// lines.
struct Transcript {
  let path: String
  private(set) var campaign = ""
  private(set) var organization = ""
  private(set) var now = ""
  private(set) var people: [Member] = []
  private(set) var steps: [Step] = []

  /// One line with its number in the file.
  struct Step {
    let line: Int
    let act: Act
  }

  enum Act: Equatable {
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

  struct NotReadable: Error {
    let place: String
    let text: String
  }

  static let folder = Checkout.root + "/Tests/Data/conversations"

  /// All there are, sorted by name.
  static var names: [String] {
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

  init(named name: String) throws {
    path = Transcript.folder + "/" + name
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw NotReadable(place: path, text: "no file") }
    let stream = ByteStream(descriptor)
    var number = 0
    while let line = try stream.line() {
      number += 1
      let text = line.trimmingSpaces
      if text.isEmpty || text.hasPrefix("#") { continue }
      guard let reading = Transcript.read(text) else {
        throw NotReadable(place: "\(path):\(number)", text: text)
      }
      switch reading {
      case .scene(let campaign, let organization, let now):
        (self.campaign, self.organization, self.now) = (campaign, organization, now)
      case .person(let person): people.append(person)
      case .act(let act): steps.append(Step(line: number, act: act))
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
      return .person(Member(who, fields[0], fields[1], fields[2]))
    }
  }
}

extension String {
  var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
