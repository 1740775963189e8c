package import Wire

/// Words for people, and the same facts typed for programs.
package struct Answer: Sendable {
  /// Vietnamese; lines are separated by LF.
  package var text: String
  package var data: JSONObject

  package init(_ text: String, _ data: JSONObject = [:]) {
    self.text = text
    self.data = data
  }

  init(lines: [String], _ data: JSONObject = [:]) {
    var text = ""
    text.reserveCapacity(lines.reduce(0) { $0 + $1.utf8.count + 1 })
    for line in lines where !line.isEmpty {
      if !text.isEmpty { text += "\n" }
      text += line
    }
    self.init(text, data)
  }
}

extension Answer {
  /// What the same message ordered besides: a yes begins it.
  package func asking(too words: String) -> Answer {
    var data = data
    data["more"] = .string(words)
    return Answer(lines: [text, "Còn “\(words)”: anh/chị gõ “có” để em làm tiếp ạ."], data)
  }
}

/// `- một dòng`
func bullet(_ line: String) -> String { "- " + line }

/// `1. một dòng`, from 1 on.
func numbered(_ lines: [String]) -> [String] {
  lines.enumerated().map { "\($0.offset + 1). \($0.element)" }
}

/// The first letter in upper case, the rest as it is.
func sentence(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

/// A long list is cut: an answer is to be read, and the data have all of it.
func shortened(_ lines: [String], _ what: String) -> [String] {
  let shown = 50
  return lines.count > shown
    ? lines.prefix(shown) + ["… và \(lines.count - shown) \(what) nữa."] : lines
}

/// The title over its lines; nothing where there are none.
func titled(_ title: String, _ lines: [String]) -> [String] {
  lines.isEmpty ? [] : [title] + lines
}
