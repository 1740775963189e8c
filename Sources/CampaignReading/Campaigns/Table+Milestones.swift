import Campaigns
import CivilTime

/// What has a date: milestones, waves, yearly rounds.
extension Table {
  func milestone(_ frame: CampaignFrame) -> Milestone {
    let opens = optionalDay("opens")
    let last = day("last_valid_day")
    if let opens, last != Table.placeholderDay, opens > last {
      note(.opensAfterLastDay(opens: opens, last: last), at: "opens")
    }
    noteSense(of: last, in: frame)
    return Milestone(
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
