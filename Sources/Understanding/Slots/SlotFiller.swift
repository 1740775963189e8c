import CivilTime
import Vietnamese

/// Puts the values that were found into the slots of an intent.
struct SlotFiller {
  let analysis: Analysis

  private var stream: Stream { analysis.stream }
  private var grammar: Grammar { analysis.recognizer.grammar }
  private var lexicon: Lexicon { analysis.lexicon }
  private var text: MessageText { analysis.text }

  private static let numberWord = FoldedKey.key("so")
  /// Before whoever asks for it: "giúp chị Hiền".
  private static let favours = ["giup", "gium", "dum", "ho"].map { FoldedKey.key($0) }
  private static let joiners = ["va", "voi", "cung"].map { FoldedKey.key($0) }

  /// The slots of an intent; all when no intent fits. What stands in the free text fills none.
  func slots(of plan: Recognizer.Plan?, text range: Range<Int>?) -> Slots {
    var slots = Slots()
    fill(&slots, plan, range)
    return slots
  }

  private func fill(_ slots: inout Slots, _ plan: Recognizer.Plan?, _ range: Range<Int>?) {
    let names = plan?.slots ?? SlotSet.all
    let spans = spans(outside: range)
    fillHonours(&slots, names, plan, spans)
    fillCampaigns(&slots, names, spans)
    QuantityFiller(
      names: names, prefersDuration: plan?.prefersDuration ?? false,
      looksBack: plan?.facts.looksBack ?? false, now: analysis.now, tokens: analysis.tokens
    ).fill(&slots, from: spans) { text.words(analysis.tokens[$0.first], analysis.tokens[$1.last]) }
    fillLists(&slots, names, isOrder: plan?.isOrder ?? true, outside: range)
    fillSubject(&slots, names, spans, plan)
    if let plan, plan.facts.takesSeveral { fillOthers(&slots, spans) }
    if let plan, let range { slots.text = words(of: range, isRun: plan.facts.textIsOneWord) }
    if let plan, names.contains(.percent), slots.percent == nil, isComplete(plan, outside: range) {
      slots.percent = 100
    }
    // "sáng mai nhắc em họp hội đồng": a time was said, so the rest is only what for.
    if names.contains(.time), slots.time != nil { slots.milestone = nil }
  }

  /// Whether the message says that something is done, and not "sắp xong" or "gần hoàn thành".
  private func isComplete(_ plan: Recognizer.Plan, outside range: Range<Int>?) -> Bool {
    stream.occurrences.contains { done in
      plan.complete.contains(done.concept) && !(range?.overlaps(done.range) ?? false)
        && !stream.occurrences.contains {
          $0.concept == grammar.unfinished && $0.first < done.first && done.first - $0.last <= 3
        }
    }
  }

  private func spans(outside range: Range<Int>?) -> [ValueSpan] {
    guard let range else { return analysis.spans }
    return analysis.spans.indices.filter { place in
      !range.contains { Int(stream.tokens[$0].span) == place }
    }.map { analysis.spans[$0] }
  }

  private func words(of range: Range<Int>, isRun: Bool) -> String {
    var range = range
    // "số 12/TTr-UBND": the number without the word that announces it.
    if range.count > 1, stream.tokens[range.lowerBound].key == SlotFiller.numberWord,
      text.startsWithDigit(stream.tokens[range.lowerBound + 1])
    {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    let first = Int(stream.tokens[range.lowerBound].first)
    if isRun { return text.run(from: first) }
    if analysis.isCut, range.upperBound == stream.tokens.count { return text.rest(from: first) }
    return text.syllables(first...Int(stream.tokens[range.upperBound - 1].last))
  }

  private func fillHonours(
    _ slots: inout Slots, _ names: SlotSet, _ plan: Recognizer.Plan?, _ spans: [ValueSpan]
  ) {
    guard names.contains(.honour) else { return }
    if plan?.intent == .registrationChange, spans.count(where: { $0.symbol == .honour }) > 1 {
      return fillChange(&slots, spans.filter { $0.symbol == .honour })
    }
    for span in spans where span.symbol == .honour { add(span, to: &slots) }
  }

  /// "từ LĐTT sang CSTĐCS": the honour that is given up, and the one that is wanted.
  private func fillChange(_ slots: inout Slots, _ honours: [ValueSpan]) {
    let wanted = honours.lastIndex { followsChange($0) } ?? honours.count - 1
    let given = codes(of: honours[wanted == 0 ? honours.count - 1 : 0])
    if given.count == 1 { slots.replacedHonour = given[0] }
    add(honours[wanted], to: &slots)
  }

  private func add(_ honour: ValueSpan, to slots: inout Slots) {
    let codes = atTheLevelSaid(codes(of: honour))
    if codes.count != 1 {
      if slots.honourCandidates.isEmpty { slots.honourCandidates = codes }
    } else if slots.honours.isEmpty {
      slots.honours = codes
    } else if !slots.honours.contains(codes[0]) {
      slots.honours.append(codes[0])
    }
  }

  /// What an honour's name can mean, from the lowest level up.
  private func codes(of span: ValueSpan) -> [String] {
    var codes: [String] = []
    func add(_ code: String) { if !codes.contains(code) { codes.append(code) } }
    switch span.value {
    case .honour(let list):
      list.visit { add(grammar.honourCodes[Int(grammar.honours.payload($0))]) }
    case .name(let symbol, let list): visitEntries(of: list, symbol) { add($0.code) }
    default: break
    }
    if codes.count > 1 {
      codes.sort { grammar.rank(ofHonour: $0) < grammar.rank(ofHonour: $1) }
    }
    return codes
  }

  private func visitEntries(
    of list: PayloadList, _ symbol: SlotSymbol, _ body: (Lexicon.Entry) -> Void
  ) {
    list.visit { payload in
      let entry = lexicon.entries[Int(lexicon.trie.payload(payload))]
      if entry.symbol == symbol { body(entry) }
    }
  }

  /// Of the codes that a name could mean, those of the level that the message speaks of elsewhere:
  /// "Chủ tịch UBND tỉnh tặng bằng khen".
  private func atTheLevelSaid(_ codes: [String]) -> [String] {
    guard codes.count > 1 else { return codes }
    let said = stream.occurrences.filter { $0.concept == grammar.honourLevel }
      .map { grammar.values[Int($0.concept)][Int($0.value)] }
    let fitting = codes.filter { said.contains($0) }
    return fitting.isEmpty ? codes : fitting
  }

  /// Whether a value stands right behind "sang", "thành" …
  private func followsChange(_ span: ValueSpan) -> Bool {
    let place = stream.tokens.firstIndex {
      $0.span >= 0 && analysis.spans[Int($0.span)].first == span.first
    }
    guard let place else { return false }
    return stream.occurrences.contains {
      $0.concept == grammar.changeTo && Int($0.last) + 1 == place
    }
  }

  private func fillCampaigns(_ slots: inout Slots, _ names: SlotSet, _ spans: [ValueSpan]) {
    guard names.contains(.campaign) else { return fillYear(&slots, names, spans) }
    for span in spans {
      guard case .name(.campaign, let list) = span.value else { continue }
      slots.campaigns = []
      visitEntries(of: list, .campaign) { entry in
        if !slots.campaigns.contains(entry.code) { slots.campaigns.append(entry.code) }
      }
    }
  }

  /// "các phong trào thi đua năm 2022": where no campaign is meant, its name may say the year.
  private func fillYear(_ slots: inout Slots, _ names: SlotSet, _ spans: [ValueSpan]) {
    guard names.contains(.year), slots.year == nil else { return }
    let named = spans.filter { $0.symbol == .campaign }.flatMap { $0.first...$0.last }
    let year = named.lazy.map { analysis.tokens[$0] }.first { $0.isNumber && $0.digits == 4 }
    slots.year = year.map { Int(Token.number(of: $0.key)) }
  }

  /// The longest wording of each list wins, the first of several. What the text begins with may be a
  /// kind too: "hội thi nấu ăn" is an event.
  private func fillLists(
    _ slots: inout Slots, _ names: SlotSet, isOrder: Bool, outside range: Range<Int>?
  ) {
    guard names.hasList else { return }
    var longest = InlineArray<6, Int>(repeating: 0)
    var saysSeveral = false
    for occurrence in stream.occurrences where occurrence.value >= 0 {
      guard let slot = grammar.concepts[Int(occurrence.concept)].slot, names.contains(slot),
        let place = slot.listPlace
      else { continue }
      let value = grammar.values[Int(occurrence.concept)][Int(occurrence.value)]
      var count = occurrence.count
      if let range, range.overlaps(occurrence.range) {
        guard slot == .workKind || slot == .documentKind, occurrence.first == range.lowerBound,
          longest[place] == 0
        else { continue }
        count = 0
      } else if count <= longest[place] {
        if slot == .workKind, slots.workKind?.rawValue != value { saysSeveral = true }
        continue
      }
      longest[place] = count
      slots.set(slot, to: value)
    }
    // "công trình, phần việc" asks for all kinds.
    if saysSeveral, !isOrder { slots.workKind = nil }
  }

  private func fillSubject(
    _ slots: inout Slots, _ names: SlotSet, _ spans: [ValueSpan], _ plan: Recognizer.Plan?
  ) {
    let rule = plan?.facts.speaker ?? .spoken
    guard names.contains(.subject) || names.contains(.unit) else { return }
    let unit = spans.first { $0.symbol == .unit }
    let unitIDs = unit.map { ids(ofUnit: $0) } ?? []
    if names.contains(.subject) {
      let person = spans.first(where: \.symbol.isSomebody)
      if let person, let unit, !names.contains(.unit), isFavoured(person), !isFavoured(unit) {
        slots.subject = .unit(candidates: unitIDs, asWritten: written(unit))
      } else if let person = person ?? spokenOf {
        slots.subject = severalPeople(spans, of: unitIDs) ?? subject(of: person, in: unitIDs)
      } else if let unit, !names.contains(.unit) {
        slots.subject = .unit(candidates: unitIDs, asWritten: written(unit))
      } else if stream.signals.mask(.spokenOf) != 0, !speaks(.named) {
        // "Con rút tên ổng ra": whom it is said to is not whom it is about.
        slots.subject = .spokenOf
      } else if speaks(rule) || rule != .never && speaksAsElder(plan) {
        slots.subject = .me
      }
    }
    if names.contains(.unit), let unit {
      slots.unit = UnitSlot(candidates: unitIDs, asWritten: written(unit))
    }
  }

  /// "nộp hồ sơ của Trạm Y tế giúp chị Hiền": she asks for it, and is not whom it is about.
  private func isFavoured(_ span: ValueSpan) -> Bool {
    span.first > 0 && SlotFiller.favours.contains(analysis.tokens[span.first - 1].key)
  }

  /// "Bà Mùi quét ngõ cho cả tổ …, cháu ghi cho bà ấy": the only one whom the message names, be it in
  /// what was taken for its text.
  private var spokenOf: ValueSpan? {
    guard stream.signals.mask(.spokenOf) != 0 else { return nil }
    let named = analysis.spans.filter(\.symbol.isSomebody)
    return named.count == 1 ? named[0] : nil
  }

  /// "khen chị Hoa, anh Bình và thôn 2": in the order they are named. A unit right behind a person
  /// only says where he is from.
  private func fillOthers(_ slots: inout Slots, _ spans: [ValueSpan]) {
    var named: [SubjectSlot] = []
    var person: (span: ValueSpan, place: Int)?
    for span in spans.sorted(by: { $0.first < $1.first }) {
      switch span.symbol {
      case .person, .household, .stranger:
        person = (span, named.count)
        named.append(subject(of: span, in: []))
      case .unit:
        if let person, isHome(span, of: person.span) {
          named[person.place] = subject(of: person.span, in: ids(ofUnit: span))
          continue
        }
        named.append(.unit(candidates: ids(ofUnit: span), asWritten: written(span)))
      default: break
      }
    }
    guard named.count > 1 else { return }
    slots.subject = named[0]
    slots.others = Array(named.dropFirst())
  }

  /// "chị Hoa bên trường tiểu học", but not "chị Hoa và trường tiểu học".
  private func isHome(_ unit: ValueSpan, of person: ValueSpan) -> Bool {
    switch unit.first - person.last {
    case ...1: true
    case 2: !SlotFiller.joiners.contains(analysis.tokens[person.last + 1].key)
    default: false
    }
  }

  private func ids(ofUnit span: ValueSpan) -> [Int64] {
    guard case .name(let symbol, let list) = span.value else { return [] }
    var ids: [Int64] = []
    visitEntries(of: list, symbol) { if !ids.contains($0.id) { ids.append($0.id) } }
    return ids
  }

  /// "cho ông Bình và chị Lan": all of them are candidates, so that nobody is left out silently and
  /// the person chooses with whom to begin. "Ông Bình hiến đất …, cháu lập hồ sơ cho ông Mai Văn Bình"
  /// names one. `nil` unless two people are named.
  private func severalPeople(_ spans: [ValueSpan], of units: [Int64]) -> SubjectSlot? {
    let people = spans.compactMap { span -> (span: ValueSpan, ids: [Int64])? in
      guard case .person(let group) = span.value else { return nil }
      return (span, Array(lexicon.people.people(in: group)))
    }
    guard people.count > 1 else { return nil }
    let told = people.filter { one in
      !people.contains { Set($0.ids).isStrictSubset(of: one.ids) }
    }
    if told.count == 1 { return subject(of: told[0].span, in: units) }
    var candidates: [Int64] = []
    for id in told.flatMap(\.ids) where !candidates.contains(id) { candidates.append(id) }
    let names = told.map { written($0.span) }.joined(separator: ", ")
    return candidates.count > 1 ? .person(candidates: candidates, asWritten: names) : nil
  }

  /// Whether the speaker names himself: "cho tôi", "em đăng ký", but not "trường tôi".
  private func speaks(_ rule: SpeakerRule) -> Bool {
    let speaker = stream.signals.mask(.me) & ~stream.signals.mask(.notSignal)
    switch rule {
    case .never: return false
    case .spoken: return speaker != 0
    case .named: return speaker & (stream.signals.mask(.owner) << 1) != 0
    }
  }

  /// "đăng ký cho chị nhé", "chị muốn đăng ký": whoever is older than the assistant, which is "em" or
  /// "cháu".
  private func speaksAsElder(_ plan: Recognizer.Plan?) -> Bool {
    let signals = stream.signals
    guard signals.mask(.title) != 0, signals.mask(.me) == 0 else { return false }
    return stream.tokens.indices.contains { index in
      guard signals.has(.title, at: index) else { return false }
      return signals.has(.owner, at: index - 1)
        ? isAlone(index) : plan.map { acts($0, at: index) } ?? false
    }
  }

  /// No name follows a title.
  private func isAlone(_ title: Int) -> Bool {
    let next = title + 1
    return next == stream.tokens.count || stream.isFiller(next)
      || stream.tokens[next].symbol == .honour || stream.tokens[next].flags.contains(.startsClause)
  }

  /// Whoever begins the clause is to do what is ordered: "chị ký giao ước nhé".
  private func acts(_ plan: Recognizer.Plan, at index: Int) -> Bool {
    guard
      index == 0 || stream.isFiller(index - 1) || stream.tokens[index].flags.contains(.startsClause)
    else { return false }
    return stream.says(plan.verbs) { (1...2).contains($0 - index) }
  }

  private func subject(of span: ValueSpan, in units: [Int64]) -> SubjectSlot {
    let name = written(span)
    switch span.value {
    case .person(let group):
      return .person(candidates: people(in: group, span, of: units), asWritten: name)
    case .household(let group):
      return .household(
        candidates: group.map { people(in: $0, span, of: units) } ?? [], asWritten: name)
    default: return .unresolved(name)
    }
  }

  /// "chị Hoa bên trường tiểu học": the unit tells which Hoa.
  private func people(
    in group: PeopleIndex.Group, _ name: ValueSpan, of units: [Int64]
  ) -> [Int64] {
    let ids = lexicon.people.people(in: group)
    guard ids.count > 1, !units.isEmpty else { return Array(ids) }
    let tokens = analysis.tokens
    let spoken = tokens.span.extracting(name.nameFirst..<name.last + 1)
    var inside: [Int64] = []
    for unit in units {
      if let own = lexicon.people.group(spoken, group.form, unit: unit) {
        inside += lexicon.people.people(in: own)
      }
    }
    return inside.isEmpty ? Array(ids) : inside
  }

  private func written(_ span: ValueSpan) -> String {
    text.words(analysis.tokens[span.nameFirst], analysis.tokens[span.last])
  }
}

extension SlotName {
  /// Number of the slots whose values are a list of the catalogue; `nil` for others.
  fileprivate var listPlace: Int? {
    switch self {
    case .milestone: 0
    case .workKind: 1
    case .documentKind: 2
    case .decision: 3
    case .vote: 4
    case .format: 5
    default: nil
    }
  }
}

extension SlotSet {
  fileprivate var hasList: Bool {
    contains(.milestone) || contains(.workKind) || contains(.documentKind) || contains(.decision)
      || contains(.vote) || contains(.format)
  }
}

extension Slots {
  /// Sets a slot of a list; others are left as they are.
  fileprivate mutating func set(_ slot: SlotName, to value: String) {
    switch slot {
    case .milestone: milestone = MilestoneKind(rawValue: value)
    case .workKind: workKind = WorkKind(rawValue: value)
    case .documentKind: documentKind = DocumentKind(rawValue: value)
    case .decision: decision = AppraisalDecision(rawValue: value)
    case .vote: vote = VoteKind(rawValue: value)
    case .format: format = FileFormat(rawValue: value)
    default: break
    }
  }
}
