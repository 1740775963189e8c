import Dispatch
import Synchronization
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
  /// What may stand for the whole kind before a unit's own name: "trường Hoa Sen".
  private(set) var unitHeads: [Template] = []
  /// What may be left out before the name of a place.
  private(set) var placeKinds: [Template] = []
  /// What names of campaigns begin with; one stands for another.
  private(set) var campaignKinds: [Template] = []
  /// Real words that no sentence needs: what looks like a slip of another word is none.
  private(set) var commonWords: [String] = []
  /// What explains the free words of a message.
  private(set) var wordLists: [WordList: [(name: String, wordings: [String])]] = [:]
  /// Messages that no intent may take.
  private(set) var none: [Sentence] = []
  /// Where names of rules and slots are used, each once for every file.
  private var uses: [NameUse] = []

  struct SentenceSet: Sendable {
    var sentences: [Sentence]
    /// What `{text}` may be in them.
    var texts: [String]
    /// Sentences that must not be read so.
    var not: [Sentence]
  }

  /// One line of a file, kept as text: tens of thousands of templates would take a lot of memory.
  struct Sentence: Sendable {
    let text: String
    let file: String
    /// From 1.
    let line: Int

    /// Was found sound when the file was read.
    var template: Template { (try? Template(parsing: text)) ?? .words(text) }
  }

  struct ListValue: Sendable {
    let value: String
    let wordings: [Template]
  }

  /// Checks all files and takes them only together; half of them are read on another processor.
  package init(files: [SourceFile]) throws(CatalogueFaults) {
    let (catalogue, own) = IntentCatalogue.merged(files)
    let across = catalogue.missing() + catalogue.unknownNames()
    let faults = own + across.filter { fault in !own.contains(where: fault.mayFollow) }
    if !faults.isEmpty { throw CatalogueFaults(faults) }
    self = catalogue
  }

  /// All but the sentences, for files that were checked and learned from before.
  init(withoutSentences files: [SourceFile]) throws(CatalogueFaults) {
    let (catalogue, faults) = IntentCatalogue.merged(
      files.filter { !$0.path.hasPrefix("sentences/") && !$0.path.hasPrefix("none/") })
    if !faults.isEmpty { throw CatalogueFaults(faults) }
    self = catalogue
  }

  private static func merged(_ files: [SourceFile]) -> (IntentCatalogue, [CatalogueFault]) {
    let files = files.sorted { $0.path < $1.path }
    let parts = Mutex<[Part?]>(Array(repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let part = Part(reading: files[index])
      parts.withLock { $0[index] = part }
    }
    var catalogue = IntentCatalogue()
    var faults: [CatalogueFault] = []
    for (file, part) in zip(files, parts.withLock { $0 }) {
      switch part {
      case .read(let part): faults += catalogue.merge(part, file)
      case .refused(let fault): faults.append(fault)
      case nil: break
      }
    }
    return (catalogue, faults)
  }

  /// What one file says.
  private enum Part: Sendable {
    case read(IntentCatalogue)
    case refused(CatalogueFault)

    init(reading file: SourceFile) {
      var catalogue = IntentCatalogue()
      do throws(CatalogueFault) {
        try catalogue.add(file)
        self = .read(catalogue)
      } catch {
        self = .refused(error)
      }
    }
  }

  private init() {}

  /// How many sentences an intent has.
  package func sentenceCount(of intent: Intent) -> Int { sentences[intent]?.sentences.count ?? 0 }

  package var sentenceCount: Int { Intent.allCases.reduce(0) { $0 + sentenceCount(of: $1) } }

  private mutating func merge(_ part: IntentCatalogue, _ file: SourceFile) -> [CatalogueFault] {
    let twice = part.rules.keys.filter { rules[$0] != nil }.sorted().map {
      file.fault(nil, .doubledRule($0))
    }
    facts.merge(part.facts) { $1 }
    sentences.merge(part.sentences) { $1 }
    rules.merge(part.rules) { $1 }
    lists.merge(part.lists) { $0 + $1 }
    abbreviations += part.abbreviations
    unitNames += part.unitNames
    unitHeads += part.unitHeads
    placeKinds += part.placeKinds
    campaignKinds += part.campaignKinds
    commonWords += part.commonWords
    wordLists.merge(part.wordLists) { $0 + $1 }
    none += part.none
    uses += part.uses
    return twice
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
    for list in WordList.allCases {
      if let node = mapping[list.rawValue] { try add(list, node, file) }
    }
    if let node = mapping["units"] { try addUnits(node, file) }
    if let node = mapping["heads"] { unitHeads += try node.templates(in: file) }
    if let node = mapping["places"] { placeKinds += try node.templates(in: file) }
    if let node = mapping["campaigns"] { campaignKinds += try node.templates(in: file) }
    if let node = mapping["none"] { none += try node.sentences(in: file, &uses) }
    if let node = mapping["sentences"] { try addSentences(mapping, node, file) }
  }

  private mutating func addFacts(_ node: Node, _ file: SourceFile) throws(CatalogueFault) {
    guard let mapping = node.mapping else {
      throw file.fault(node, .noIntents)
    }
    for (key, value) in mapping {
      let intent = try intentNamed(key, file)
      facts[intent] = try IntentFacts(reading: value, file)
    }
  }

  private mutating func addRules(_ node: Node, _ file: SourceFile) throws(CatalogueFault) {
    for (key, value) in node.mapping ?? [:] {
      let name = key.scalar?.string ?? ""
      let templates = try value.templates(in: file)
      if templates.isEmpty {
        throw file.fault(key, .emptyRule(name))
      }
      rules[name] = templates
    }
  }

  private mutating func addList(
    _ name: Node?, _ node: Node, _ file: SourceFile
  ) throws(CatalogueFault) {
    guard let list = name?.scalar?.string,
      SlotName(rawValue: list) != nil || list == Grammar.levelList
    else {
      throw file.fault(name ?? node, .listWithoutSlot)
    }
    for (key, value) in node.mapping ?? [:] {
      lists[list, default: []].append(
        ListValue(value: key.scalar?.string ?? "", wordings: try value.templates(in: file)))
    }
  }

  private mutating func add(
    _ list: WordList, _ node: Node, _ file: SourceFile
  ) throws(CatalogueFault) {
    for (key, value) in node.mapping ?? [:] {
      wordLists[list, default: []].append(
        (key.scalar?.string ?? "", try value.texts(in: file).map(\.text)))
    }
  }

  private mutating func addUnits(_ node: Node, _ file: SourceFile) throws(CatalogueFault) {
    guard let groups = node.sequence else {
      throw file.fault(node, .groupsWanted)
    }
    for group in groups { unitNames.append(try group.templates(in: file)) }
  }

  private mutating func addAbbreviations(_ node: Node, _ file: SourceFile) throws(CatalogueFault) {
    for (key, value) in node.mapping ?? [:] {
      guard let short = key.scalar?.string, let full = value.scalar?.string else {
        throw file.fault(key, .badShortForm)
      }
      abbreviations.append((short, full))
    }
  }

  private mutating func addSentences(
    _ mapping: Node.Mapping, _ node: Node, _ file: SourceFile
  ) throws(CatalogueFault) {
    guard let name = mapping["intent"] else {
      throw file.fault(node, .fileWithoutIntent)
    }
    let intent = try intentNamed(name, file)
    sentences[intent] = SentenceSet(
      sentences: try node.sentences(in: file, &uses),
      texts: try mapping["texts"]?.texts(in: file).map(\.text) ?? [],
      not: try mapping["not"]?.sentences(in: file, &uses) ?? [])
  }

  private func intentNamed(_ node: Node, _ file: SourceFile) throws(CatalogueFault) -> Intent {
    guard let intent = Intent(rawValue: node.scalar?.string ?? "") else {
      throw file.fault(node, .unknownIntent(node.scalar?.string ?? ""))
    }
    return intent
  }

  private func missing() -> [CatalogueFault] {
    var faults: [CatalogueFault] = []
    for intent in Intent.allCases {
      if facts[intent] == nil {
        faults.append(CatalogueFault(.missingIntent(intent), file: "catalogue.yaml"))
      }
      if sentences[intent]?.sentences.isEmpty ?? true {
        faults.append(
          CatalogueFault(.noSentence(intent), file: "sentences/\(intent.rawValue).yaml"))
      }
    }
    for signal in Signal.allCases where rules[signal.ruleName] == nil {
      faults.append(CatalogueFault(.missingRule(signal.ruleName), file: "rules/"))
    }
    return faults
  }

  /// Names in templates that stand for nothing.
  private func unknownNames() -> [CatalogueFault] {
    var all = uses
    for (name, templates) in rules {
      for template in templates { all.note(template, file: "rules: \(name)", line: 0) }
    }
    let faults = all.compactMap { use -> CatalogueFault? in
      switch use.name {
      case .rule(let name):
        if rules[name] != nil { return nil }
        return CatalogueFault(.unknownRule(name), file: use.file, line: use.line)
      case .slot(let name):
        if Wordings.symbols[name] != nil || lists[name] != nil || name == "text"
          || name == "unknown"
        {
          return nil
        }
        return CatalogueFault(.unknownSlot(name), file: use.file, line: use.line)
      }
    }
    return faults.sorted { ($0.file, $0.line, $0.description) < ($1.file, $1.line, $1.description) }
  }
}

/// A name in a template, and where it stands.
struct NameUse: Sendable {
  enum Name: Hashable, Sendable {
    case rule(String)
    case slot(String)
  }

  let name: Name
  let file: String
  let line: Int
}

extension [NameUse] {
  /// Notes the names of a template that were not noted for its file.
  mutating func note(_ template: Template, file: String, line: Int) {
    template.visit { part in
      let name: NameUse.Name
      switch part {
      case .rule(let rule): name = .rule(rule)
      case .slot(let slot): name = .slot(slot)
      default: return
      }
      if !contains(where: { $0.name == name && $0.file == file }) {
        append(NameUse(name: name, file: file, line: line))
      }
    }
  }
}
