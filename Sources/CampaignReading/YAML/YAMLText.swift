import Yams

/// The text of a YAML file, made into a tree of nodes.
///
/// Uses Yams' resolver without rules: every scalar stays the text that was written, and the
/// schema alone decides what is a date or a number (and no regular expression runs).
enum YAMLText {
  /// Larger files are surely a mistake; the campaign files are below 30 KB.
  static let maximumBytes = 1 << 20

  /// The root of the only document, `nil` where `log` says why there is none.
  static func compose(_ text: String, into log: FaultLog) -> Node? {
    guard text.utf8.count <= maximumBytes else {
      log.note(.tooLarge(bytes: text.utf8.count), at: .wholeFile)
      return nil
    }
    var text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    guard !noteTabs(in: text, into: log) else { return nil }
    // Yams stops at the first doubled key; each is noted, masked, and the text composed again.
    for _ in 0..<50 {
      do throws(YamlError) {
        return try root(of: text, into: log)
      } catch {
        guard let masked = note(error, in: text, into: log) else { return nil }
        text = masked
      }
    }
    return nil
  }

  private static func root(of text: String, into log: FaultLog) throws(YamlError) -> Node? {
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.nextRoot() else {
        log.note(.empty, at: .wholeFile)
        return nil
      }
      if let second = try parser.nextRoot() {
        log.note(.severalDocuments, at: position(second.mark))
      }
      return root
    } catch let error as YamlError {
      throw error
    } catch {
      throw .no
    }
  }

  /// Notes the error; a text to try again with if the error was a doubled key.
  private static func note(_ error: YamlError, in text: String, into log: FaultLog) -> String? {
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      guard let key = keys.first else { return nil }
      let double = DoubledKey(key, after: position(context.mark), in: text)
      log.note(.duplicateKey(key, firstLine: context.mark.line), at: double.position)
      return double.maskedText
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let syntax = SyntaxProblem(problem, context: context?.text)
      // What is not closed is best shown where it opens.
      let opening = syntax == .unclosedQuote || syntax == .unclosedBracket ? context?.mark : nil
      log.note(.syntax(syntax), at: position(opening ?? mark))
    case .reader:
      log.note(.syntax(.controlCharacter), at: firstControlCharacter(in: text))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      log.note(.syntax(.other("\(error)")), at: .wholeFile)
    }
    return nil
  }

  /// True if a line is indented with a tab, which YAML forbids and libyaml explains badly.
  private static func noteTabs(in text: String, into log: FaultLog) -> Bool {
    var found = false
    for (index, line) in text.utf8.split(separator: newline, omittingEmptySubsequences: false)
      .enumerated()
    {
      let indent = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard let tab = indent.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let column = line.distance(from: line.startIndex, to: tab) + 1
      log.note(.syntax(.tab), at: Position(line: index + 1, column: column))
      found = true
    }
    return found
  }

  private static func firstControlCharacter(in text: String) -> Position {
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: (line, column) = (line + 1, 0)
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: return Position(line: line, column: column)
      default: break
      }
      column += 1
    }
    return .wholeFile
  }

  static func position(_ mark: Mark?) -> Position {
    mark.map { Position(line: $0.line, column: $0.column) } ?? .wholeFile
  }

  static let newline = UInt8(ascii: "\n")
}

extension SyntaxProblem {
  /// From libyaml's words.
  fileprivate init(_ problem: String, context: String?) {
    self =
      switch problem {
      case "mapping values are not allowed in this context": .colonInText
      case "found unexpected end of stream": .unclosedQuote
      case "found unexpected document indicator": .unclosedQuote
      case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
        .unclosedBracket
      case "found character that cannot start any token": .badCharacter
      case "found unknown escape character": .badEscape
      case "found undefined alias": .undefinedAlias
      case "did not find expected key", "did not find expected '-' indicator",
        "could not find expected ':'", "block sequence entries are not allowed in this context",
        "mapping keys are not allowed in this context", "did not find expected <document start>":
        .indentation
      default: .other(problem)
      }
  }
}
