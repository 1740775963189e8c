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
      throw fault(nil, .notYAML("\(error)"))
    }
    guard let mapping = node?.mapping else {
      throw fault(node, .noKeys)
    }
    return mapping
  }

  func fault(_ node: Node?, _ problem: CatalogueFault.Problem) -> CatalogueFault {
    CatalogueFault(
      problem, file: path, line: node?.mark?.line ?? 0, column: node?.mark?.column ?? 0)
  }

  private static func fault(of error: YamlError, in path: String) -> CatalogueFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      CatalogueFault(.notYAML(problem), file: path, line: mark.line, column: mark.column)
    default: CatalogueFault(.notYAML("\(error)"), file: path)
    }
  }
}

extension Node {
  /// The texts of a sequence, each with its node; a single text is a sequence of one.
  func texts(in file: SourceFile) throws(CatalogueFault) -> [(text: String, node: Node)] {
    if let scalar { return [(scalar.string, self)] }
    guard let sequence else {
      throw file.fault(self, .listWanted)
    }
    var texts: [(String, Node)] = []
    for element in sequence {
      guard let scalar = element.scalar else {
        throw file.fault(element, .textWanted)
      }
      texts.append((scalar.string, element))
    }
    return texts
  }

  /// The sentences of a block of lines (`|`) or of a sequence. Empty lines and lines that begin with
  /// `#` are passed over.
  func sentences(
    in file: SourceFile, _ uses: inout [NameUse]
  ) throws(CatalogueFault) -> [IntentCatalogue.Sentence] {
    var lines: [(text: String, line: Int)] = []
    if let scalar, scalar.style == .literal {
      let first = (mark?.line ?? 0) + 1
      let comment = UInt8(ascii: "#")
      // By bytes: finding the borders of characters takes ten times as long.
      for (offset, text) in scalar.string.utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
      ).enumerated()
      where !text.isEmpty && text.first != comment {
        lines.append((String(Substring(text)), first + offset))
      }
    } else {
      lines = try texts(in: file).map { ($0.text, $0.node.mark?.line ?? 0) }
    }
    var sentences: [IntentCatalogue.Sentence] = []
    sentences.reserveCapacity(lines.count)
    for (text, line) in lines {
      do throws(Template.Fault) {
        uses.note(try Template(parsing: text), file: file.path, line: line)
        sentences.append(IntentCatalogue.Sentence(text: text, file: file.path, line: line))
      } catch {
        throw CatalogueFault(
          .badTemplate(text, error.kind), file: file.path, line: line, column: error.offset + 1)
      }
    }
    return sentences
  }

  /// The templates of a sequence.
  func templates(in file: SourceFile) throws(CatalogueFault) -> [Template] {
    var templates: [Template] = []
    for (text, node) in try texts(in: file) {
      do throws(Template.Fault) {
        templates.append(try Template(parsing: text))
      } catch {
        throw file.fault(node, .badTemplate(text, error.kind))
      }
    }
    return templates
  }
}
