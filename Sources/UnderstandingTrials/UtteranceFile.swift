package import Understanding
import Yams

/// A file of utterances: what people of one place write, with what it should be read as.
package struct UtteranceFile: Sendable {
  package let path: String
  /// The people file with the names of the place, as the file gives it: relative to its folder.
  package let people: String?
  package let utterances: [Utterance]

  /// `people:` and `utterances:`; under this the ids of intents, `none` and `traps`, each with a list
  /// of `{say: …, SLOT: …, then: …}`.
  package init(_ file: SourceFile) throws(UtteranceFault) {
    let top: Node.Mapping?
    do {
      top = try Yams.compose(yaml: file.text)?.mapping
    } catch {
      throw UtteranceFault(.notYAML("\(error)"), file.path, 0)
    }
    guard let top, let groups = top["utterances"]?.mapping else {
      throw UtteranceFault(.noUtterances, file.path, 0)
    }
    path = file.path
    people = top["people"]?.scalar?.string
    var utterances: [Utterance] = []
    for (key, group) in groups {
      let reader = try GroupReader(key, file)
      for node in group.sequence ?? [] { utterances.append(try reader.utterance(node)) }
    }
    self.utterances = utterances
  }
}

/// A fault in an utterance file.
package struct UtteranceFault: Error, Sendable {
  package let file: String
  /// From 1; 0 for the whole file.
  package let line: Int
  package let problem: Problem

  package enum Problem: Sendable, Equatable {
    case notYAML(String)
    case noUtterances
    case noMessage
    case unknownIntent(String)
    case unknownSlot(String)
    case unknownDecision(String)
  }

  init(_ problem: Problem, _ file: String, _ line: Int) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

/// Reads the utterances under one id.
private struct GroupReader {
  private let file: SourceFile
  private let kind: Utterance.Kind
  private let intent: Intent?

  init(_ key: Node, _ file: SourceFile) throws(UtteranceFault) {
    self.file = file
    let name = key.scalar?.string ?? ""
    switch name {
    case "none": (kind, intent) = (.outside, nil)
    case "traps": (kind, intent) = (.trap, nil)
    default:
      guard let known = Intent(rawValue: name) else {
        throw UtteranceFault(.unknownIntent(name), file.path, key.mark?.line ?? 0)
      }
      (kind, intent) = (.meant, known)
    }
  }

  func utterance(_ node: Node) throws(UtteranceFault) -> Utterance {
    let line = node.mark?.line ?? 0
    guard let mapping = node.mapping, let say = mapping["say"]?.scalar?.string else {
      throw UtteranceFault(.noMessage, file.path, line)
    }
    var slots: [String: String] = [:]
    var decision: Decision?
    var intent = intent
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      let text = value.scalar?.string ?? ""
      switch name {
      case "say": break
      case "then":
        decision = Decision(rawValue: text)
        if decision == nil {
          throw UtteranceFault(.unknownDecision(text), file.path, line)
        }
      case "intent":
        intent = Intent(rawValue: text)
        if intent == nil {
          throw UtteranceFault(.unknownIntent(text), file.path, line)
        }
      default:
        guard SlotName(rawValue: name) != nil else {
          throw UtteranceFault(.unknownSlot(name), file.path, line)
        }
        slots[name] = text
      }
    }
    return Utterance(
      say: say, kind: kind, intent: intent, slots: slots, decision: decision, file: file.path,
      line: line)
  }
}
