import Yams

/// One file of `intents/`, as text.
package struct SourceFile: Sendable {
  /// Relative to the folder: `sentences/talk.greet.yaml`.
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The file's top mapping.
  func mapping() throws(CatalogueFault) -> Node.Mapping {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw SourceFile.fault(of: error, in: path)
    } catch {
      throw fault(nil, "The file cannot be read: \(error)", "Write it as YAML.")
    }
    guard let mapping = node?.mapping else {
      throw fault(node, "The file has no keys", "Begin it with a key such as \"intent:\".")
    }
    return mapping
  }

  func fault(_ node: Node?, _ message: String, _ advice: String) -> CatalogueFault {
    CatalogueFault(
      file: path, line: node?.mark?.line ?? 0, column: node?.mark?.column ?? 0, message: message,
      advice: advice)
  }

  private static func fault(of error: YamlError, in path: String) -> CatalogueFault {
    let advice = "Put quotation marks around a text that has : # { } [ ] in it."
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return CatalogueFault(
        file: path, line: mark.line, column: mark.column, message: "No YAML: \(problem)",
        advice: advice)
    default:
      return CatalogueFault(
        file: path, line: 0, column: 0, message: "No YAML: \(error)", advice: advice)
    }
  }
}

extension Node {
  /// The texts of a sequence, each with its node; a single text is a sequence of one.
  func texts(in file: SourceFile) throws(CatalogueFault) -> [(text: String, node: Node)] {
    if let scalar { return [(scalar.string, self)] }
    guard let sequence else {
      throw file.fault(
        self, "A list of texts is wanted here", "Write lines that begin with \"- \".")
    }
    var texts: [(String, Node)] = []
    for element in sequence {
      guard let scalar = element.scalar else {
        throw file.fault(
          element, "A text is wanted here",
          "Put quotation marks around texts with : # { } [ ] in them.")
      }
      texts.append((scalar.string, element))
    }
    return texts
  }

  /// The templates of a sequence.
  func templates(in file: SourceFile) throws(CatalogueFault) -> [Template] {
    var templates: [Template] = []
    for (text, node) in try texts(in: file) {
      do throws(Template.Fault) {
        templates.append(try Template(parsing: text))
      } catch {
        throw file.fault(node, "In \"\(text)\": \(error.message)", "Close what is opened.")
      }
    }
    return templates
  }
}
