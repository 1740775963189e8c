import Testing

@testable import Understanding

@Suite struct TemplateTests {
  @Test func partsAreFound() throws {
    let template = try Template(parsing: "(đăng ký|ghi) [danh hiệu] {honour} <em> {text: họp}")
    var parts: [String] = []
    template.visit { part in
      switch part {
      case .words(let words): parts.append(words)
      case .slot(let name): parts.append("{\(name)}")
      case .rule(let name): parts.append("<\(name)>")
      case .text(let text): parts.append("text \(text)")
      case .sequence, .choice: break
      }
    }
    let trimmed = parts.map { $0.trimmed }.filter { !$0.isEmpty }
    #expect(trimmed == ["đăng ký", "ghi", "danh hiệu", "{honour}", "<em>", "text họp"])
  }

  @Test(
    "Faults name their byte",
    arguments: [
      ("(a|b", 0, Template.Fault.Kind.unclosed("(")), ("a)", 1, .unopened(")")),
      ("a [b", 2, .unclosed("[")), ("a }", 2, .unopened("}")), ("{text: }", 0, .emptyText),
      ("a {}", 2, .badName),
    ])
  func faults(text: String, offset: Int, kind: Template.Fault.Kind) throws {
    let fault = try #require(throws: Template.Fault.self) { try Template(parsing: text) }
    #expect(fault.kind == kind)
    #expect(fault.offset >= offset)
  }
}

extension String {
  fileprivate var trimmed: String {
    split(separator: " ").joined(separator: " ")
  }
}
