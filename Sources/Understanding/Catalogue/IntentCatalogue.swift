import Yams

/// The folder `intents/` as read: what can be said, in which words.
///
/// Pure data; `Recognizer` compiles it. Reading a folder is in `IntentCatalogue+Directory.swift`.
package struct IntentCatalogue: Sendable {
  package private(set) var facts: [Intent: IntentFacts] = [:]
  private(set) var sentences: [Intent: SentenceSet] = [:]
  /// Wordings by the names that templates use in angle brackets.
  private(set) var rules: [String: [Template]] = [:]
  /// Slot values in the order of their file, by slot name.
  private(set) var lists: [String: [ListValue]] = [:]
  /// What a short form stands for.
  private(set) var abbreviations: [(short: String, full: String)] = []
  /// Wordings of unit names that stand for one another.
  private(set) var unitNames: [[Template]] = []
  /// Real words that no sentence needs: what looks like a slip of another word is none.
  private(set) var commonWords: [String] = []
  /// Messages that no intent may take.
  private(set) var outOfScope: [Template] = []

  struct SentenceSet: Sendable {
    var sentences: [Template]
    /// What `{text}` may be in them.
    var texts: [String]
    /// Sentences that must not be read so.
    var not: [Template]
  }

  struct ListValue: Sendable {
    let value: String
    let wordings: [Template]
  }

  /// Checks all files and takes them only together.
  package init(files: [SourceFile]) throws(CatalogueFaults) {
    var faults: [CatalogueFault] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      do throws(CatalogueFault) {
        try add(file)
      } catch {
        faults.append(error)
      }
    }
    faults += missing()
    faults += unknownNames(in: files)
    if !faults.isEmpty { throw CatalogueFaults(faults: faults) }
  }

  private mutating func add(_ file: SourceFile) throws(CatalogueFault) {
    let mapping = try file.mapping()
    if let node = mapping["intents"] { try addFacts(node, file) }
    if let node = mapping["rules"] { try addRules(node, file) }
    if let node = mapping["values"] { try addList(mapping["list"], node, file) }
    if let node = mapping["abbreviations"] { try addAbbreviations(node, file) }
    if let node = mapping["common_words"] {
      commonWords += try node.texts(in: file).map(\.text)
    }
    if let node = mapping["units"] { try addUnits(node, file) }
    if let node = mapping["out_of_scope"] {
      outOfScope += try node.templates(in: file)
    }
    if let node = mapping["sentences"] { try addSentences(mapping, node, file) }
  }

  private mutating func addFacts(_ node: Node, _ file: SourceFile) throws(CatalogueFault) {
    guard let mapping = node.mapping else {
      throw file.fault(node, "\"intents\" has no entries", "Write one entry for each intent id.")
    }
    for (key, value) in mapping {
      let intent = try intentNamed(key, file)
      facts[intent] = try IntentFacts(reading: value, file)
    }
  }

  private mutating func addRules(_ node: Node, _ file: SourceFile) throws(CatalogueFault) {
    for (key, value) in node.mapping ?? [:] {
      let name = key.scalar?.string ?? ""
      if rules[name] != nil {
        throw file.fault(key, "The rule \"\(name)\" stands twice", "Join the two.")
      }
      let templates = try value.templates(in: file)
      if templates.isEmpty {
        throw file.fault(key, "The rule \"\(name)\" is empty", "Give it a wording or remove it.")
      }
      rules[name] = templates
    }
  }

  private mutating func addList(
    _ name: Node?, _ node: Node, _ file: SourceFile
  ) throws(CatalogueFault) {
    guard let list = name?.scalar?.string, SlotName(rawValue: list) != nil else {
      throw file.fault(
        name ?? node, "The list has no slot",
        "Write \"list:\" with one of \(SlotName.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    for (key, value) in node.mapping ?? [:] {
      lists[list, default: []].append(
        ListValue(value: key.scalar?.string ?? "", wordings: try value.templates(in: file)))
    }
  }

  private mutating func addUnits(_ node: Node, _ file: SourceFile) throws(CatalogueFault) {
    guard let groups = node.sequence else {
      throw file.fault(node, "\"units\" has no groups", "Write lines that begin with \"- [\".")
    }
    for group in groups { unitNames.append(try group.templates(in: file)) }
  }

  private mutating func addAbbreviations(_ node: Node, _ file: SourceFile) throws(CatalogueFault) {
    for (key, value) in node.mapping ?? [:] {
      guard let short = key.scalar?.string, let full = value.scalar?.string else {
        throw file.fault(key, "A short form needs one text", "Write \"đk: đăng ký\".")
      }
      abbreviations.append((short, full))
    }
  }

  private mutating func addSentences(
    _ mapping: Node.Mapping, _ node: Node, _ file: SourceFile
  ) throws(CatalogueFault) {
    guard let name = mapping["intent"] else {
      throw file.fault(node, "The file does not say its intent", "Write \"intent: ID\" on top.")
    }
    let intent = try intentNamed(name, file)
    sentences[intent] = SentenceSet(
      sentences: try node.templates(in: file),
      texts: try mapping["texts"]?.texts(in: file).map(\.text) ?? [],
      not: try mapping["not"]?.templates(in: file) ?? [])
  }

  private func intentNamed(_ node: Node, _ file: SourceFile) throws(CatalogueFault) -> Intent {
    guard let intent = Intent(rawValue: node.scalar?.string ?? "") else {
      throw file.fault(
        node, "No intent is called \"\(node.scalar?.string ?? "")\"",
        "The ids stand in catalogue.yaml.")
    }
    return intent
  }

  private func missing() -> [CatalogueFault] {
    var faults: [CatalogueFault] = []
    for intent in Intent.allCases {
      if facts[intent] == nil {
        faults.append(
          CatalogueFault(
            file: "catalogue.yaml", line: 0, column: 0,
            message: "The intent \(intent.rawValue) is missing",
            advice: "Add an entry with \"does\", \"slots\" and \"roles\"."))
      }
      if sentences[intent]?.sentences.isEmpty ?? true {
        faults.append(
          CatalogueFault(
            file: "sentences/\(intent.rawValue).yaml", line: 0, column: 0,
            message: "The intent \(intent.rawValue) has no sentence",
            advice: "Add the file with at least one sentence."))
      }
    }
    for signal in Signal.allCases where rules[signal.ruleName] == nil {
      faults.append(
        CatalogueFault(
          file: "rules/", line: 0, column: 0,
          message: "The rule \"\(signal.ruleName)\" is missing",
          advice: "The reading of every message needs it: put it back."))
    }
    return faults
  }

  /// Names in templates that stand for nothing.
  private func unknownNames(in files: [SourceFile]) -> [CatalogueFault] {
    var faults: [CatalogueFault] = []
    func check(_ templates: [Template], _ path: String) {
      for template in templates {
        template.visit { part in
          if case .rule(let name) = part, rules[name] == nil {
            faults.append(
              CatalogueFault(
                file: path, line: 0, column: 0, message: "No rule is called <\(name)>",
                advice: "Rules stand in the files of rules/."))
          }
          if case .slot(let name) = part, Expansion.symbols[name] == nil, lists[name] == nil,
            name != "text", name != "unknown"
          {
            faults.append(
              CatalogueFault(
                file: path, line: 0, column: 0, message: "No slot is called {\(name)}",
                advice: "The slots stand in catalogue.yaml."))
          }
        }
      }
    }
    for (intent, set) in sentences {
      check(set.sentences + set.not, "sentences/\(intent.rawValue).yaml")
    }
    check(outOfScope, "none.yaml")
    for (name, templates) in rules { check(templates, "rules: \(name)") }
    return faults.sorted { ($0.file, $0.message) < ($1.file, $1.message) }
  }
}

extension IntentFacts {
  fileprivate init(reading node: Node, _ file: SourceFile) throws(CatalogueFault) {
    guard let mapping = node.mapping, let does = mapping["does"]?.scalar?.string else {
      throw file.fault(node, "The intent does not say what it does", "Write \"does: …\".")
    }
    var slots: [SlotRule] = []
    for (text, place) in try mapping["slots"]?.texts(in: file) ?? [] {
      let bare = String(text.prefix { $0 != "?" && $0 != "!" })
      guard let name = SlotName(rawValue: bare) else {
        throw file.fault(place, "No slot is called \"\(bare)\"", "Take a name of SlotName.")
      }
      slots.append(
        SlotRule(
          name: name, isOptional: text.hasSuffix("?") || text.hasSuffix("!"),
          isWanted: text.hasSuffix("!")))
    }
    self.init(
      does: does, slots: slots,
      roles: try mapping["roles"]?.texts(in: file).map(\.text) ?? ["guest"],
      isOrder: mapping["order"]?.bool ?? (mapping["verbs"] != nil),
      alwaysAsks: mapping["always_ask"]?.bool ?? false,
      verbs: try mapping["verbs"]?.texts(in: file).map(\.text) ?? [],
      allowedMoods: try IntentFacts.moods(mapping["allows"], file),
      textAfter: try mapping["text_after"]?.texts(in: file).map(\.text) ?? [],
      textUntil: try mapping["text_until"]?.texts(in: file).map(\.text) ?? [],
      textIsOneWord: mapping["text_is_one_word"]?.bool ?? false,
      textIsQuoted: mapping["text_is_quoted"]?.bool ?? false,
      isForSpeaker: mapping["for_speaker"]?.bool ?? false,
      toleratedMoods: try IntentFacts.moods(mapping["asks_if"], file))
  }

  private static func moods(
    _ node: Node?, _ file: SourceFile
  ) throws(CatalogueFault) -> Set<Mood> {
    var moods: Set<Mood> = []
    for (text, place) in try node?.texts(in: file) ?? [] {
      guard let mood = Mood(rawValue: text) else {
        throw file.fault(place, "No mood is called \"\(text)\"", "question, negated, past …")
      }
      moods.insert(mood)
    }
    return moods
  }
}
