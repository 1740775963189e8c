import Yams

extension IntentFacts {
  init(reading node: Node, _ file: SourceFile) throws(CatalogueFault) {
    guard let mapping = node.mapping, let does = mapping["does"]?.scalar?.string else {
      throw file.fault(node, .noPurpose)
    }
    var slots: [SlotRule] = []
    for (text, place) in try mapping["slots"]?.texts(in: file) ?? [] {
      slots.append(try SlotRule(reading: text, place, file))
    }
    self.init(
      does: does, slots: slots,
      roles: try mapping["roles"]?.texts(in: file).map(\.text) ?? ["guest"],
      isOrder: mapping["order"]?.bool ?? (mapping["verbs"] != nil),
      alwaysAsks: mapping["always_ask"]?.bool ?? false,
      verbs: try mapping["verbs"]?.texts(in: file).map(\.text) ?? [],
      allowedMoods: try IntentFacts.moods(mapping["allows"], file),
      textIsOneWord: mapping["text_is_one_word"]?.bool ?? false,
      textIsQuoted: mapping["text_is_quoted"]?.bool ?? false,
      textIsTopic: mapping["text_is_topic"]?.bool ?? false,
      takesSeveral: mapping["takes_several"]?.bool ?? false,
      looksBack: mapping["looks_back"]?.bool ?? false,
      speaker: try IntentFacts.speaker(mapping["for_speaker"], file),
      complete: try mapping["complete"]?.texts(in: file).map(\.text) ?? [],
      toleratedMoods: try IntentFacts.moods(mapping["asks_if"], file))
  }

  fileprivate static func slot(
    _ name: Substring, _ place: Node, _ file: SourceFile
  ) throws(CatalogueFault) -> SlotName {
    guard let slot = SlotName(rawValue: String(name)) else {
      throw file.fault(place, .unknownSlotName(String(name)))
    }
    return slot
  }

  private static func speaker(
    _ node: Node?, _ file: SourceFile
  ) throws(CatalogueFault) -> SpeakerRule {
    guard let node else { return .never }
    guard let rule = SpeakerRule(rawValue: node.scalar?.string ?? "") else {
      throw file.fault(node, .unknownSpeakerRule)
    }
    return rule
  }

  private static func moods(
    _ node: Node?, _ file: SourceFile
  ) throws(CatalogueFault) -> Set<Mood> {
    var moods: Set<Mood> = []
    for (text, place) in try node?.texts(in: file) ?? [] {
      guard let mood = Mood(rawValue: text) else {
        throw file.fault(place, .unknownMood(text))
      }
      moods.insert(mood)
    }
    return moods
  }
}

extension SlotRule {
  /// `honour`, `campaign?`, `subject!`, or `time|duration!` where either will do.
  fileprivate init(
    reading text: String, _ place: Node, _ file: SourceFile
  ) throws(CatalogueFault) {
    let names = text.prefix { $0 != "?" && $0 != "!" }.split(separator: "|")
    self.init(
      name: try IntentFacts.slot(names.first ?? "", place, file),
      isOptional: text.hasSuffix("?") || text.hasSuffix("!"), isWanted: text.hasSuffix("!"),
      instead: names.count > 1 ? try IntentFacts.slot(names[1], place, file) : nil)
  }
}
