import Vietnamese

extension Judge {
  /// An intent with its text, its mood and how sure it is.
  struct Candidate {
    let plan: Recognizer.Plan
    let text: Range<Int>?
    let verb: Grammar.Occurrence?
    /// The text is what somebody shall read, or stands behind a colon: any word may stand in it.
    let isQuoting: Bool
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
    /// A sentence of the catalogue says so word for word.
    let isWritten: Bool

    var isOrder: Bool { plan.isOrder }

    /// The intent at a place of the ranking.
    init(_ judge: Judge, at place: Int) {
      plan = judge.recognizer.plans[judge.ranking.lane(at: place)]
      text = judge.textRange(plan)
      verb = judge.occurrence(of: plan.verbs, outside: text)
      isQuoting = plan.facts.textIsQuoted || (text.map { judge.stream.isBehindColon($0) } ?? false)
      let moods = judge.moods(outside: text, isQuoting: isQuoting)
      mood = judge.mood(of: verb, plan.verbs, moods, outside: text)
      // "hồ sơ chị Lan đã có biên bản" is told to be noted; "hôm qua nộp rồi" is only told.
      isTolerated =
        plan.facts.toleratedMoods.contains(mood) && !(mood == .past && moods.isOver)
      isMeant = mood == .plain || plan.facts.allowedMoods.contains(mood) || isTolerated
      isRequest = moods.isRequest
      isLongOver = moods.isLongOver
      isPoliteQuestion = mood == .question && moods.mayBePolite
      evidence = Evidence(
        judge.ranking, at: place, plan, words: judge.analysis.contentCount,
        strangers: judge.analysis.strangers(to: plan.intent.lane, outside: text),
        isBlocked: !isMeant, lacksVerb: verb == nil)
      let wording = plan.isOrder && isMeant && text == nil ? judge.stream.wording : nil
      isWritten =
        wording.flatMap { judge.recognizer.vocabulary.order(worded: $0) } == plan.intent.lane
      confidence = max(Confidence.of(evidence), isWritten ? Confidence.ofWritten : 0)
    }
  }

  /// Whether a verb of the intent, not the first, is meant as an order.
  func isMeant(_ verb: Grammar.Occurrence, _ candidate: Candidate) -> Bool {
    let moods = moods(outside: candidate.text, isQuoting: candidate.isQuoting)
    return mood(of: verb, candidate.plan.verbs, moods, outside: candidate.text) == .plain
  }

  private func moods(outside text: Range<Int>?, isQuoting: Bool) -> MoodReader {
    MoodReader(
      stream: stream, tellsPast: analysis.tellsPast, endSign: self.text.folded.endGap.sign,
      text: text, isQuoting: isQuoting)
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
    if negatesOther(than: verb, verbs, moods, outside: text) { return .negated }
    return verb.map { isCited($0) } ?? false ? .reported : .plain
  }

  /// "trong sách có câu mẫu “Gia hạn đăng ký đến 20/1”", "“Nhắc tôi 8h họp” là nhạc chuông": what is to be
  /// done stands between quotation marks, and something else beside them.
  private func isCited(_ verb: Grammar.Occurrence) -> Bool {
    guard let quoted = self.text.quoted,
      quoted.contains(Int(stream.tokens[Int(verb.first)].first))
    else { return false }
    return quoted.lowerBound > 0
      || stream.tokens.indices.contains {
        stream.tokens[$0].first >= quoted.upperBound && !stream.isFiller($0)
      }
  }

  /// "… chưa xong. Đừng ghi 100 %": not the first verb, but another one.
  private func negatesOther(
    than verb: Grammar.Occurrence?, _ verbs: ConceptSet, _ moods: MoodReader,
    outside text: Range<Int>?
  ) -> Bool {
    stream.signals.mask(.negator) != 0
      && stream.occurrences.contains {
        verbs.contains($0.concept) && !(text?.contains($0.range) ?? false)
          && !(verb?.range.contains($0.range) ?? false) && moods.negates(Int($0.first))
      }
  }
}
