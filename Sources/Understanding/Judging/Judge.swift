import CivilTime
import Vietnamese

/// Decides what a message is taken for.
///
/// A question is answered when it is likely enough. An order is carried out only when everything
/// speaks for it: its mood, its verb, every word, every slot. When it is likely it is asked back;
/// when it is less than likely, it is only named, and nothing is done.
///
/// A class, because each of its parts looks at all the others.
final class Judge {
  let recognizer: Recognizer
  let analysis: Analysis
  let text: MessageText
  let lexicon: Lexicon
  let now: Instant
  let ranking: Ranking

  init(
    _ recognizer: Recognizer, _ analysis: Analysis, _ text: MessageText, _ lexicon: Lexicon,
    now: Instant, _ ranking: Ranking
  ) {
    self.recognizer = recognizer
    self.analysis = analysis
    self.text = text
    self.lexicon = lexicon
    self.now = now
    self.ranking = ranking
  }

  /// Below this confidence a message is read a second time, doubting every word.
  static let doubtful = 0.8
  /// Below this a second reading is not worth its time.
  static let hopeless = 0.05
  /// What a second reading must reach to be believed.
  static let convincing = 0.5

  private enum Threshold {
    static let act = 0.88
    /// The same without marks, or with words that sentences of the intent do not have.
    static let actOnStrangers = 0.94
    static let confirm = 0.80
    /// The same for what ends like a question ("… cho tôi được không"), which may be a polite order.
    static let confirmQuestion = 0.95
    /// Below, nothing is named.
    static let order = 0.22
    static let question = 0.3
    static let offer = 0.02
    static let offerOdds = Confidence.odds(of: offer)
  }

  var stream: Stream { analysis.stream }

  func reading() -> Reading {
    if let reading = oneWordReading { return finished(reading) }
    guard let best = bestLane(where: { _ in true }) else { return finished(refused(.plain)) }
    let candidate = Candidate(self, lane: best)
    return finished(candidate.isOrder ? order(candidate) : question(candidate))
  }

  /// An intent with its text, its mood and how sure it is.
  struct Candidate {
    let plan: Recognizer.Plan
    let text: Range<Int>?
    let verb: Grammar.Occurrence?
    let mood: Mood
    /// The mood does not speak against it.
    let isMeant: Bool
    /// The mood is one in which the order is taken, but asked back.
    let isTolerated: Bool
    let isRequest: Bool
    let isLongOver: Bool
    /// Nothing but its end makes it a question.
    let isPoliteQuestion: Bool
    let evidence: Evidence
    let confidence: Double

    var isOrder: Bool { plan.isOrder }

    init(_ judge: Judge, lane: Int) {
      plan = judge.recognizer.plans[lane]
      text = judge.textRange(plan)
      verb = judge.occurrence(of: plan.verbs, outside: text)
      let moods = MoodReader(
        stream: judge.stream, tellsPast: judge.analysis.tellsPast,
        endSign: judge.text.folded.endGap.sign, text: text, isQuoting: plan.facts.textIsQuoted)
      mood = judge.mood(of: verb, plan.verbs, moods, outside: text)
      // "hồ sơ chị Lan đã có biên bản" is told to be noted; "hôm qua nộp rồi" is only told.
      isTolerated =
        plan.facts.toleratedMoods.contains(mood) && !(mood == .past && moods.isOver)
      isMeant = mood == .plain || plan.facts.allowedMoods.contains(mood) || isTolerated
      isRequest = moods.isRequest
      isLongOver = moods.isLongOver
      isPoliteQuestion = mood == .question && moods.onlyEndAsks
      evidence = Evidence(
        judge.ranking, plan, words: judge.analysis.contentCount,
        strangers: judge.analysis.strangers(to: lane, judge.recognizer.book, outside: text),
        isBlocked: !isMeant, lacksVerb: verb == nil)
      confidence = Confidence.of(evidence)
    }
  }

  /// An intent is not even named below this confidence.
  static func floor(isOrder: Bool) -> Double { isOrder ? Threshold.order : Threshold.question }

  private func bestLane(where isWanted: (Recognizer.Plan) -> Bool) -> Int? {
    for place in ranking.best.indices {
      let lane = Int(ranking.best[place])
      if lane != LinearModel.noneLane, isWanted(recognizer.plans[lane]) { return lane }
    }
    return nil
  }

  /// The likeliest intent, before any threshold.
  var likeliest: (intent: Intent, evidence: Evidence)? {
    guard let lane = bestLane(where: { _ in true }) else { return nil }
    return (recognizer.plans[lane].intent, Candidate(self, lane: lane).evidence)
  }

  private func finished(_ reading: consuming Reading) -> Reading {
    reading.isBareValue = analysis.isBareValue
    reading.hasUnknownWords = analysis.unknownWords(outside: nil) > 0
    return reading
  }

  /// "đăng nhập cam.on": the leading words and one unbroken run of ASCII, which is taken as it
  /// stands, whatever it means elsewhere.
  private var oneWordReading: Reading? {
    var lead = -1
    for said in stream.occurrences where said.first == 0 {
      if said.concept == recognizer.grammar.login { lead = max(lead, Int(said.last)) }
    }
    guard lead >= 0, lead + 1 < stream.tokens.count else { return nil }
    let word = stream.tokens[lead + 1]
    guard !stream.isFiller(lead + 1), text.isLastPlainRun(from: Int(word.first)) else { return nil }
    var reading = Reading.nothing
    reading.intent = .accountLogin
    reading.decision = .act
    reading.confidence = 0.99
    reading.slots.text = text.run(from: Int(word.first))
    return reading
  }

  private func textRange(_ plan: Recognizer.Plan) -> Range<Int>? {
    guard plan.slots.contains(.text),
      let range = recognizer.texts.range(
        in: TextView(stream, lane: plan.intent.lane, slots: plan.slots))
    else { return nil }
    let core = plan.facts.textIsQuoted ? fromColon(range, plan) : withoutPoliteness(range)
    if plan.facts.textIsOneWord { return firstRun(core) }
    let whole = withoutVocative(withWholeQuotation(unbroken(core)))
    if plan.facts.textIsTopic { return wholeTopic(whole, plan) }
    return asksOnly(whole) ? nil : withoutSubject(whole, plan)
  }

  /// "12/QĐ-UBND" of "số 12/QĐ-UBND ngày 4/1": the day is no part of the number.
  private func firstRun(_ range: Range<Int>) -> Range<Int> {
    let range = unbroken(range)
    var end = range.lowerBound + 1
    // "số" before it announces the number.
    if end < range.upperBound, text.startsWithDigit(stream.tokens[end]) { end += 1 }
    while end < range.upperBound, stream.tokens[end].joinsPrevious { end += 1 }
    return range.lowerBound..<end
  }

  /// "cổng trường an toàn nhé, …": the last word is said to the assistant.
  private func withoutPoliteness(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, stream.isFiller(end - 1) { end -= 1 }
    return range.lowerBound..<end
  }

  /// "hạn đăng ký ngắn quá em ạ": whom it is said to is no part of it.
  private func withoutVocative(_ range: Range<Int>) -> Range<Int> {
    let (last, end) = (range.upperBound - 1, range.upperBound)
    guard range.count > 1, end < stream.tokens.count, stream.isFiller(end),
      !stream.tokens[end].flags.contains(.startsClause), isAddress(last),
      !stream.signals.has(.beneficiary, at: last - 1)
    else { return range }
    return range.lowerBound..<last
  }

  /// "anh", "em" without a name.
  private func isAddress(_ index: Int) -> Bool {
    !stream.tokens[index].isSymbol
      && (stream.signals.has(.title, at: index) || stream.signals.has(.me, at: index))
  }

  /// "hộ dùng điện kế" is not cut after "điện", where a target is called so. But of "hộ nghèo giảm" the
  /// last word is what is reported.
  private func wholeTopic(_ range: Range<Int>, _ plan: Recognizer.Plan) -> Range<Int> {
    let tokens = stream.tokens
    func isSaid(_ index: Int) -> Bool {
      stream.occurrences.contains { Int($0.first) == index && plan.verbs.contains($0.concept) }
    }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, lexicon.isTopic(tokens[start - 1], tokens[start]), !isSaid(start - 1) {
      start -= 1
    }
    while end < tokens.count, lexicon.isTopic(tokens[end - 1], tokens[end]), !isSaid(end) {
      end += 1
    }
    return start..<end
  }

  /// "mô hình “Biến rác thành tiền” đạt 65 %": what stands between quotation marks is not cut, and
  /// where the text begins with them it ends with them.
  private func withWholeQuotation(_ range: Range<Int>) -> Range<Int> {
    guard let syllables = text.quoted else { return range }
    let tokens = stream.tokens
    let first = tokens.firstIndex { Int($0.first) >= syllables.lowerBound } ?? tokens.count
    let end = tokens.firstIndex { Int($0.first) >= syllables.upperBound } ?? tokens.count
    guard first < end, range.overlaps(first..<end) else { return range }
    if range.lowerBound >= first { return first..<end }
    return range.lowerBound..<max(range.upperBound, end)
  }

  /// "… trả lại chưa vậy", "… giúp chị": the end of a question is no reason, nor is who speaks.
  private func asksOnly(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      stream.isFiller($0) || stream.signals.has(.questionEnd, at: $0) || isAddress($0)
    }
  }

  /// "gương tốt: gia đình ông Út hiến đất làm hẻm": who did it is the subject, the rest what he did.
  private func withoutSubject(_ range: Range<Int>, _ plan: Recognizer.Plan) -> Range<Int> {
    guard plan.facts.textIsQuoted, plan.slots.contains(.subject), range.count > 1 else {
      return range
    }
    return switch stream.tokens[range.lowerBound].symbol {
    case .person, .household, .unit: range.dropFirst()
    default: range
    }
  }

  /// What is quoted begins right behind a colon: "thông báo: Hội Nông dân mời họp". It goes on to the
  /// end ("mẫu mới up lên trang rồi nha"), unless the order itself is said there ("…, gửi giúp em"):
  /// politeness behind a pause is meant for the assistant.
  private func fromColon(_ range: Range<Int>, _ plan: Recognizer.Plan) -> Range<Int> {
    let colon = stream.tokens.indices.first { index in
      index > 0 && stream.tokens[index].gap.sign == UInt8(ascii: ":")
        && !stream.tokens[index].isNumber
    }
    guard let colon, colon <= range.lowerBound else { return range }
    var end = stream.tokens.count
    var last = end
    while last > range.upperBound, stream.isFiller(last - 1) {
      last -= 1
      if stream.tokens[last].flags.contains(.startsClause) { end = last }
    }
    let tail = range.upperBound..<max(end, range.upperBound)
    let isOrdered = stream.occurrences.contains {
      plan.verbs.contains($0.concept) && tail.contains(Int($0.first))
    }
    return colon..<(isOrdered ? range.upperBound : tail.upperBound)
  }

  /// The text with the rest of its first and last run: "05/TTr-HPN" is one, though HPN is a unit, and
  /// so is "sông Tả Trạch".
  private func unbroken(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, stream.tokens[start].joinsPrevious { start -= 1 }
    while end < stream.tokens.count, stream.tokens[end].joinsPrevious || isOneName(end) { end += 1 }
    return start..<end
  }

  /// Whether a word goes on with the name that the word before it belongs to.
  private func isOneName(_ index: Int) -> Bool {
    let (one, next) = (stream.tokens[index - 1], stream.tokens[index])
    return one.isCapitalized && next.isCapitalized && !one.isSymbol && !next.isSymbol
      && next.gap.sign == UInt8(ascii: " ")
  }

  /// The first place that says one of these rules, surely if there is such a one. It may begin in the
  /// text: the "tắt" of "tắt nhắc" is both.
  private func occurrence(of rules: ConceptSet, outside text: Range<Int>?) -> Grammar.Occurrence? {
    var first: Grammar.Occurrence?
    for said in stream.occurrences
    where rules.contains(said.concept) && !(text?.contains(said.range) ?? false) {
      if !said.isDoubtful { return said }
      first = first ?? said
    }
    return first
  }

  private func mood(
    of verb: Grammar.Occurrence?, _ verbs: ConceptSet, _ moods: MoodReader,
    outside text: Range<Int>?
  ) -> Mood {
    let mood = moods.mood(verb: verb?.range)
    guard mood == .plain else { return mood }
    if negatesVerb(verbs, moods, outside: text) { return .negated }
    return verb.map { isCited($0) } ?? false ? .reported : .plain
  }

  /// "trong sách có câu mẫu “Gia hạn đăng ký đến 20/1”": what is to be done stands between quotation
  /// marks, and something else before them.
  private func isCited(_ verb: Grammar.Occurrence) -> Bool {
    guard let quoted = self.text.quoted else { return false }
    let syllable = Int(stream.tokens[Int(verb.first)].first)
    return quoted.lowerBound > 0 && quoted.contains(syllable)
  }

  /// "… chưa xong. Đừng ghi 100 %": not the first verb, but another one.
  private func negatesVerb(
    _ verbs: ConceptSet, _ moods: MoodReader, outside text: Range<Int>?
  ) -> Bool {
    stream.signals.mask(.negator) != 0
      && stream.occurrences.contains {
        verbs.contains($0.concept) && !(text?.contains($0.range) ?? false)
          && moods.negates(Int($0.first))
      }
  }

  private func question(_ candidate: Candidate) -> Reading {
    guard candidate.confidence >= Threshold.question else { return refused(.plain) }
    let slots = slots(candidate)
    let decision: Decision =
      isAmbiguous(slots) ? .choose : isMissing(candidate.plan, slots) ? .confirm : .act
    return reading(candidate, decision, slots, .plain)
  }

  private func order(_ candidate: Candidate) -> Reading {
    if !candidate.isMeant || candidate.confidence < Threshold.order,
      let question = questionInstead
    {
      return question
    }
    guard candidate.confidence >= Threshold.order else { return refused(candidate.mood) }
    let slots = slots(candidate)
    let doubt = doubt(candidate, slots)
    let decision: Decision =
      !isWorthAsking(candidate)
      ? .none : isAmbiguous(slots) ? .choose : doubt == nil ? .act : .confirm
    var reading = reading(candidate, decision, slots, candidate.mood)
    reading.doubt = doubt
    return reading
  }

  /// What its mood speaks against is only named.
  private func isWorthAsking(_ candidate: Candidate) -> Bool {
    candidate.isMeant
      ? candidate.confidence >= Threshold.confirm
      : candidate.isPoliteQuestion && candidate.confidence >= Threshold.confirmQuestion
  }

  /// Why an order is not carried out at once; `nil` if everything was stated and nothing of it is
  /// doubtful.
  private func doubt(_ candidate: Candidate, _ slots: Slots) -> Doubt? {
    if !candidate.isMeant { return .mood }
    let isSure = candidate.confidence >= Threshold.actOnStrangers
    // Without marks, more words are alike.
    if candidate.confidence < Threshold.act || !isSure && analysis.isUnmarked { return .unsure }
    if candidate.verb?.isDoubtful ?? true { return .verb }
    if candidate.plan.facts.alwaysAsks || candidate.isTolerated { return .always }
    if candidate.isRequest { return .request }
    if isMissing(candidate.plan, slots) { return .missing }
    if analysis.isCut { return .cut }
    if analysis.spans.contains(where: \.isDoubtful) { return .value }
    if slots.subject == .me, stream.signals.mask(.me) == 0 { return .speaker }
    // "hồi trước tui báo cáo 45 hộ": a figure of long ago; "… từ tuần trước": done then.
    let mayTell = candidate.plan.facts.allowedMoods.contains(.past)
    if candidate.isLongOver, !mayTell || candidate.plan.slots.contains(.percent) { return .past }
    if namesThePast(candidate.plan) { return .past }
    // "anh Tuấnkể là …", "anh Tuấnkhông đăng ký …"
    if analysis.namesNobody, analysis.people > 1 || analysis.hasGluedName { return .people }
    if othersDo(candidate) { return .people }
    if speaksOfMatter(candidate) { return .mood }
    if tellsInText(candidate) || wavers(candidate) { return .mood }
    return WordDoubt(self, candidate).doubt(
      verb: candidate.verb, allowsStrangers: isSure)
  }

  /// "Anh Tuấn đặt lời nhắc …": somebody stands right before the verb of what everybody does only for
  /// himself.
  private func othersDo(_ candidate: Candidate) -> Bool {
    guard let verb = candidate.verb, verb.first > 0, !candidate.plan.slots.contains(.subject),
      !candidate.plan.slots.contains(.unit)
    else { return false }
    return switch stream.tokens[Int(verb.first) - 1].symbol {
    case .person, .stranger, .household, .unit: true
    default: false
    }
  }

  private static let matters = ["việc", "chuyện", "vụ"].flatMap { Wordings.tokens(of: $0) }
  /// So near to it the verb is a part of its name.
  private static let longestMatter = 5

  /// "Việc mở phiên họp ngày 12/12 …": what begins so speaks of a matter, and may only tell of it.
  private func speaksOfMatter(_ candidate: Candidate) -> Bool {
    guard let verb = candidate.verb,
      let first = stream.tokens.indices.first(where: { !stream.isFiller($0) }),
      (1...Judge.longestMatter).contains(Int(verb.first) - first)
    else { return false }
    let opening = stream.tokens[first]
    return Judge.matters.contains {
      $0.key == opening.key && opening.agreement(with: $0.marks) == .exact
    }
  }

  /// "… kể là sẽ bổ sung biên bản": what was taken for a text that nobody is to read may be the tale.
  private func tellsInText(_ candidate: Candidate) -> Bool {
    guard let text = candidate.text, !candidate.plan.facts.textIsQuoted else { return false }
    let inside = SignalMap.below(text.upperBound) & ~SignalMap.below(text.lowerBound)
    return (stream.signals.mask(.hearsay) | stream.signals.mask(.condition)) & inside != 0
  }

  private static let notYet = FoldedKey.key("chua")

  /// A negator that is no part of the vote or the decision stands right before it; and "chưa đồng ý"
  /// may be no vote at all.
  private func wavers(_ candidate: Candidate) -> Bool {
    stream.occurrences.contains { said in
      guard said.value >= 0, let slot = recognizer.grammar.concepts[Int(said.concept)].slot,
        slot == .vote || slot == .decision, candidate.plan.slots.contains(slot),
        !(candidate.text?.contains(Int(said.first)) ?? false)
      else { return false }
      let first = Int(said.first)
      return stream.signals.has(.negator, at: first - 1)
        || slot == .vote && stream.tokens[first].key == Judge.notYet
    }
  }

  /// "đăng ký LĐTT năm 2019": a day or a year that is over, where the intent has no use for one.
  private func namesThePast(_ plan: Recognizer.Plan) -> Bool {
    analysis.spans.contains { span in
      guard case .quantity(let quantity) = span.value else { return false }
      return switch quantity {
      case .year(let year): year < now.date.year && !plan.slots.contains(.year)
      case .day(let day, _): day < now.date && !plan.slots.contains(.date)
      case .ago: true
      default: false
      }
    }
  }

  /// What a message asks that has an order's words but is none.
  private var questionInstead: Reading? {
    guard let lane = bestLane(where: { !$0.isOrder && !$0.isTalk }) else { return nil }
    let candidate = Candidate(self, lane: lane)
    guard candidate.confidence >= Threshold.question else { return nil }
    return question(candidate)
  }

  private func reading(
    _ candidate: Candidate, _ decision: Decision, _ slots: consuming Slots, _ mood: Mood
  ) -> Reading {
    Reading(
      intent: candidate.plan.intent, decision: decision, confidence: candidate.confidence,
      slots: slots, alternatives: alternatives(besides: candidate), mood: mood)
  }

  private func refused(_ mood: Mood) -> Reading {
    Reading(
      intent: nil, decision: .none, confidence: 0, slots: slots(nil),
      alternatives: alternatives(besides: nil), mood: mood)
  }

  /// Up to three other readings, best first; none likelier than what the chosen one leaves.
  private func alternatives(besides chosen: Candidate?) -> [Alternative] {
    var found: [Alternative] = []
    let rest = 1 - (chosen?.confidence ?? 0)
    guard rest >= Threshold.offer else { return [] }
    for place in ranking.best.indices where found.count < 3 {
      let lane = Int(ranking.best[place])
      guard lane != LinearModel.noneLane, lane != chosen?.plan.intent.lane else { continue }
      // Nobody needs to be offered a greeting.
      if chosen == nil, recognizer.plans[lane].isTalk { continue }
      let evidence = Evidence(ranking, recognizer.plans[lane], words: analysis.contentCount)
      guard Confidence.odds(evidence) >= Threshold.offerOdds else { continue }
      found.append(
        Alternative(
          intent: recognizer.plans[lane].intent, confidence: min(rest, Confidence.of(evidence))))
    }
    if found.count > 1 { found.sort { $0.confidence > $1.confidence } }
    return found
  }

  private func slots(_ candidate: Candidate?) -> Slots {
    SlotFiller(
      analysis: analysis, grammar: recognizer.grammar, lexicon: lexicon, text: text, now: now
    ).slots(of: candidate?.plan, text: candidate?.text)
  }

  private func isAmbiguous(_ slots: Slots) -> Bool {
    slots.honourCandidates.count > 1 || (slots.subject?.candidates.count ?? 0) > 1
      || slots.campaigns.count > 1
      || (slots.unit?.candidates.count ?? 0) > 1
  }

  private func isMissing(_ plan: Recognizer.Plan, _ slots: Slots) -> Bool {
    if slots.subject == .spokenOf { return true }
    return plan.facts.slots.contains { rule in
      (!rule.isOptional || rule.isWanted) && !slots.has(rule.name)
        && !(rule.instead.map { slots.has($0) } ?? false)
    }
  }
}

extension Slots {
  /// Whether anything was said for the slot.
  package func has(_ name: SlotName) -> Bool {
    switch name {
    case .honour: !honours.isEmpty || !honourCandidates.isEmpty
    case .subject: subject != nil
    case .unit: unit != nil
    case .campaign: !campaigns.isEmpty
    case .year: year != nil
    case .date: date != nil
    case .time: time != nil
    case .duration: duration != nil
    case .number: number != nil
    case .percent: percent != nil
    case .milestone: milestone != nil
    case .workKind: workKind != nil
    case .documentKind: documentKind != nil
    case .decision: decision != nil
    case .vote: vote != nil
    case .format: format != nil
    case .text: text != nil
    }
  }
}
