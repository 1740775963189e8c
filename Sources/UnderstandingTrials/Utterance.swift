package import Understanding
import Yams

/// A message with what it should be read as: one line of an utterance file.
package struct Utterance: Sendable {
  package let file: String
  package let line: Int
  package let say: String
  /// `nil` for messages that no intent may take.
  package let intent: Intent?
  /// Expected slots in the plain form of `Slots.plain`; only those named are looked at for `text`.
  package let slots: [String: String]
  package let decision: Decision?
}

/// A fault in an utterance file.
package struct UtteranceFault: Error, CustomStringConvertible {
  package let description: String
}

extension Utterance {
  /// Reads one file: `intent:` (absent for out-of-scope messages and traps) and `utterances:`.
  package static func read(_ file: SourceFile) throws(UtteranceFault) -> [Utterance] {
    let top: Node.Mapping?
    do {
      top = try Yams.compose(yaml: file.text)?.mapping
    } catch {
      throw UtteranceFault(description: "\(file.path): \(error)")
    }
    guard let top, let list = top["utterances"]?.sequence else {
      throw UtteranceFault(description: "\(file.path): no \"utterances:\"")
    }
    var intent: Intent?
    if let name = top["intent"]?.scalar?.string {
      guard let known = Intent(rawValue: name) else {
        throw UtteranceFault(description: "\(file.path): no intent is called \(name)")
      }
      intent = known
    }
    var utterances: [Utterance] = []
    for node in list {
      utterances.append(try utterance(node, intent, file))
    }
    return utterances
  }

  private static func utterance(
    _ node: Node, _ intent: Intent?, _ file: SourceFile
  ) throws(UtteranceFault) -> Utterance {
    let line = node.mark?.line ?? 0
    guard let mapping = node.mapping, let say = mapping["say"]?.scalar?.string else {
      throw UtteranceFault(description: "\(file.path):\(line): no \"say:\"")
    }
    var slots: [String: String] = [:]
    var decision: Decision?
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      let text = value.scalar?.string ?? ""
      switch name {
      case "say": break
      case "then": decision = Decision(rawValue: text)
      default:
        guard SlotName(rawValue: name) != nil else {
          throw UtteranceFault(description: "\(file.path):\(line): no slot is called \(name)")
        }
        slots[name] = text
      }
    }
    return Utterance(
      file: file.path, line: line, say: say, intent: intent, slots: slots, decision: decision)
  }
}
