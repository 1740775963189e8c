import Campaigns
import CivilTime

/// What has a date: milestones, waves, yearly rounds.
extension Table {
  /// By their last valid days; of one day, in the order of the file.
  func milestones(_ frame: CampaignFrame, waves: [Wave], rounds: [Round]) -> [Milestone] {
    let turns: [RepeatedDuty: [Turn]] = [
      .wave: waves.compactMap { wave in wave.span.map { (wave.name, $0) } }.enumerated().map {
        Turn(suffix: "\($0 + 1)", name: $1.0, last: $1.1.last)
      },
      .round: rounds.map { Turn(suffix: "\($0.year)", name: "\($0.year)", last: $0.span.last) },
    ]
    var seen: [String: (line: Int, isRepeated: Bool)] = [:]
    return tables("milestones", required: true, unique: "id") { table in
      let isRepeated = table.has("each")
      let milestones = table.milestones(frame, turns)
      for milestone in milestones {
        let here = (table.position(of: "id").line, isRepeated)
        let first = seen.updateValue(here, forKey: milestone.id)
        // Ids of two that stand there by themselves are compared already.
        guard let first, isRepeated != first.isRepeated else { continue }
        table.note(
          .duplicateValue(key: "id", value: milestone.id, firstLine: first.line), at: "id")
      }
      return milestones
    }.flatMap(\.self).enumerated().sorted {
      ($0.element.deadline.lastValidDay, $0.offset) < ($1.element.deadline.lastValidDay, $1.offset)
    }.map(\.element)
  }

  /// One, or one for the end of each wave or round.
  private func milestones(
    _ frame: CampaignFrame, _ turns: [RepeatedDuty: [Turn]]
  ) -> [Milestone] {
    guard has("each") else {
      passOver(["each"])
      let opens = optionalDay("opens")
      let last = day("last_valid_day")
      if let opens, last != Table.placeholderDay, opens > last {
        note(.opensAfterLastDay(opens: opens, last: last), at: "opens")
      }
      noteSense(of: last, in: frame)
      return [milestone(opens: opens, last: last)]
    }
    passOver(["opens", "last_valid_day"])
    let written = text("each")
    let each: RepeatedDuty? = choice(written, key: "each", at: position(of: "each"))
    let one = milestone(opens: nil, last: Table.placeholderDay)
    guard let each else { return [] }
    let turns = turns[each] ?? []
    if turns.isEmpty { note(.nothingToRepeat(list: each.list), at: "each") }
    if !one.kind.isSettledByHand, one.kind != .council {
      note(.cannotRepeat(kind: one.kind.rawValue), at: "kind")
    }
    if !one.title.contains(each.placeholder) {
      note(.missingPlaceholder(key: "title", each.placeholder), at: "title")
    }
    return turns.map { one.repeated(for: $0, each) }
  }

  private func milestone(opens: CivilDate?, last: CivilDate) -> Milestone {
    Milestone(
      id: id("id"), kind: choice("kind", or: .registration), title: text("title"),
      wording: text("wording"), opens: opens, deadline: Deadline(lastValidDay: last),
      owedBy: debtors("owed_by"), source: text("source"), coversPledge: flag("covers_pledge"))
  }

  /// A duty may follow its campaign (summing up, reports), but not by more than a year, and it
  /// cannot end before the campaign begins.
  private func noteSense(of last: CivilDate, in frame: CampaignFrame) {
    guard last != Table.placeholderDay, let span = frame.span else { return }
    if last < span.first || last > span.last.adding(days: 366) {
      note(.outsideCampaign(day: last, period: span), at: "last_valid_day")
    }
  }

  /// `units`, or `{persons: [role, …]}`, or `{posts: [role, …]}`.
  private func debtors(_ key: String) -> Milestone.Debtors {
    if scalarText(key) == "units" {
      _ = node(key, required: true)
      return .units
    }
    return table(key) { table in
      switch (table.has("persons"), table.has("posts")) {
      case (true, false): return .persons(Set(table.choices("persons")))
      case (false, true): return .posts(Set(table.choices("posts")))
      default:
        table.noteForm(key, ["units", "{persons: […]}", "{posts: […]}"])
        return .units
      }
    }
  }

  /// Notes that this table is none of the forms that `key` can have.
  func noteForm(_ key: String, _ forms: [String]) {
    log.note(.oneFormOnly(key: key, forms: forms), at: position)
    giveUp()
  }

  func wave(_ frame: CampaignFrame) -> Wave {
    let hasDates = has("first") || has("last")
    let span = hasDates ? span(from: "first", to: "last") : nil
    if !hasDates { passOver(["first", "last"]) }
    noteOutside(span, of: frame)
    return Wave(name: text("name"), span: span, occasions: texts("occasions"))
  }

  func rounds(_ frame: CampaignFrame) -> [Round] {
    var previous: CivilDate?
    return tables("rounds", unique: "year") { table -> Round? in
      let year = table.integer("year", in: 1945...2100)
      guard let span = table.span(from: "first", to: "last") else { return nil }
      table.noteYears(of: span, year)
      if let previous, span.first <= previous {
        table.note(.overlap(previousLast: previous, first: span.first), at: "first")
      }
      table.noteOutside(span, of: frame)
      previous = span.last
      return Round(year: year, span: span)
    }.compactMap { $0 }
  }

  private func noteYears(of span: DateSpan, _ year: Int) {
    let (first, last) = (span.first.year == year, span.last.year == year)
    if !first { note(.wrongYear(year: year, day: span.first), at: last ? "first" : "year") }
    if first, !last { note(.wrongYear(year: year, day: span.last), at: "last") }
  }

  private func noteOutside(_ span: DateSpan?, of frame: CampaignFrame) {
    guard let span, let period = frame.span else { return }
    if span.first < period.first || span.last > period.last {
      note(.spanOutsideCampaign(span, period: period), at: "first")
    }
  }
}

/// What a duty is repeated for: it ends with the last day of each.
private enum RepeatedDuty: String, CaseIterable {
  case wave, round

  /// Stands for its name in the words of the duty.
  var placeholder: String {
    switch self {
    case .wave: "{wave}"
    case .round: "{year}"
    }
  }

  /// The key under which they are.
  var list: String {
    switch self {
    case .wave: "waves"
    case .round: "rounds"
    }
  }
}

/// One wave or round.
private struct Turn {
  let suffix: String
  let name: String
  let last: CivilDate
}

extension Milestone {
  fileprivate func repeated(for turn: Turn, _ each: RepeatedDuty) -> Milestone {
    func named(_ words: String) -> String {
      words.replacing(each.placeholder, with: turn.name)
    }
    return Milestone(
      id: "\(id)-\(turn.suffix)", kind: kind, title: named(title), wording: named(wording),
      opens: nil, deadline: Deadline(lastValidDay: turn.last), owedBy: owedBy, source: source,
      coversPledge: coversPledge)
  }
}
