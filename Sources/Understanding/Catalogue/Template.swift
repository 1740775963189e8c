/// A sentence with choices: `(đăng ký|ghi tên) [danh hiệu] {honour} cho <em>`.
///
/// `(a|b)` one of them · `[a]` or nothing, also `[a|b]` · `{slot}` a value · `<rule>` any wording
/// of a rule · `{text: …}` an example of free text.
package indirect enum Template: Sendable {
  case words(String)
  case slot(String)
  case rule(String)
  case text(String)
  case sequence([Template])
  case choice([Template])

  /// What is wrong with a template, at which byte of it.
  package struct Fault: Error, Sendable {
    package enum Kind: Sendable, Equatable {
      case unopened(Character)
      case unclosed(Character)
      case emptyText
      case badName
    }

    let offset: Int
    let kind: Kind
  }

  init(parsing text: String) throws(Fault) {
    var parser = TemplateParser(bytes: Array(text.utf8))
    self = try parser.parseAll()
  }

  /// Names of the rules and slots used, for the checks of the loader.
  func visit(_ body: (Template) -> Void) {
    body(self)
    switch self {
    case .words, .slot, .rule, .text: break
    case .sequence(let parts), .choice(let parts):
      for part in parts { part.visit(body) }
    }
  }
}

private struct TemplateParser {
  let bytes: [UInt8]
  var index = 0

  mutating func parseAll() throws(Template.Fault) -> Template {
    let template = try parseChoice()
    if index < bytes.count { throw fault(.unopened(character)) }
    return template
  }

  private var character: Character { Character(Unicode.Scalar(bytes[index])) }

  private func fault(_ kind: Template.Fault.Kind) -> Template.Fault {
    Template.Fault(offset: index, kind: kind)
  }

  private mutating func parseChoice() throws(Template.Fault) -> Template {
    var options = [try parseSequence()]
    while index < bytes.count, bytes[index] == UInt8(ascii: "|") {
      index += 1
      options.append(try parseSequence())
    }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func parseSequence() throws(Template.Fault) -> Template {
    var parts: [Template] = []
    loop: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("): parts.append(try parseGroup(closedBy: UInt8(ascii: ")")))
      case UInt8(ascii: "["):
        parts.append(.choice([try parseGroup(closedBy: UInt8(ascii: "]")), .sequence([])]))
      case UInt8(ascii: "{"): parts.append(try parseSlot())
      case UInt8(ascii: "<"): parts.append(.rule(try parseName(closedBy: UInt8(ascii: ">"))))
      case UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "]"): break loop
      case UInt8(ascii: "}"), UInt8(ascii: ">"):
        throw fault(.unopened(character))
      default: parts.append(parseWords())
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func parseGroup(closedBy end: UInt8) throws(Template.Fault) -> Template {
    let start = index
    index += 1
    let inner = try parseChoice()
    guard index < bytes.count, bytes[index] == end else {
      index = start
      throw fault(.unclosed(character))
    }
    index += 1
    return inner
  }

  private mutating func parseSlot() throws(Template.Fault) -> Template {
    let start = index
    guard bytes[start...].starts(with: TemplateParser.textStart) else {
      return .slot(try parseName(closedBy: UInt8(ascii: "}")))
    }
    guard let close = bytes[start...].firstIndex(of: UInt8(ascii: "}")) else {
      throw fault(.unclosed(character))
    }
    var text = bytes[(start + TemplateParser.textStart.count)..<close]
    while text.first == UInt8(ascii: " ") { text.removeFirst() }
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    if text.isEmpty { throw fault(.emptyText) }
    index = close + 1
    return .text(String(decoding: text, as: UTF8.self))
  }

  private static let textStart = Array("{text:".utf8)

  private mutating func parseName(closedBy end: UInt8) throws(Template.Fault) -> String {
    let start = index
    guard let close = bytes[start...].firstIndex(of: end) else {
      throw fault(.unclosed(character))
    }
    index = close + 1
    let name = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
    guard !name.isEmpty, name.utf8.count < 60 else {
      index = start
      throw fault(.badName)
    }
    return name
  }

  private mutating func parseWords() -> Template {
    let start = index
    while index < bytes.count, !TemplateParser.isSyntax(bytes[index]) { index += 1 }
    return .words(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private static func isSyntax(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
