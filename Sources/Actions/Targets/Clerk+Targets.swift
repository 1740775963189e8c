import CampaignStore
import Campaigns
import CivilTime

extension Clerk {
  func reportFigure(
    _ id: CampaignID, _ statement: FigureStatement, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(
      self, .targetReport, statement.unit.map { .unit($0) } ?? .nobody, in: id, by: person)
    // An officer reports for the own unit unless another is permitted and named.
    let unit = statement.unit ?? permissions.horizon(of: speaker)
    let (target, index) = try figure(statement.about, isShare: statement.isShare, desk.campaign)
    if statement.isShare, !(0...FigureStatement.whole).contains(statement.thousandths) {
      throw Refusal.wrongState(.target(.impossibleShare(target: target.title)))
    }
    let table = RecordTable<FigureReport>(session)
    let all = try table.all(in: id)
    let before = FigureEntry(target, index, all, directory).reported(of: unit, all)
    let report = FigureReport(
      target: target.id, figure: index, unit: unit, thousandths: statement.thousandths,
      day: now.date)
    let receipt = try desk.receipt(
      .targetReport,
      [
        unitName(unit) ?? desk.campaign.organization.name,
        target.title,
      ])
    // A second figure of the same day corrects the first; the first stays in its history.
    if let sameDay = all.last(where: { $0.content.isSameLine(as: report) }),
      sameDay.content.day == report.day
    {
      try table.put(report, for: sameDay, by: receipt.number)
    } else {
      try table.add(report, in: id, of: unit.map { .unit($0) }, by: receipt.number)
    }
    let entry = FigureEntry(target, index, try table.all(in: id), directory)
    return desk.performed(
      .figureReported(
        entry, unit: unitName(unit), value: statement.thousandths,
        before: before),
      receipt)
  }

  func attainment(in id: CampaignID, about: String?, _ unit: UnitID?) throws -> AttainmentList {
    try check(.targetProgress)
    let campaign = try campaign(id)
    if campaign.targets.isEmpty {
      throw Refusal.wrongState(.target(.noTargets(campaign: campaign.title)))
    }
    let found =
      about.map { WordSearch($0).matches(in: campaign.targets, line: \.searchLine) } ?? []
    let chosen = found.isEmpty ? campaign.targets : found
    let reports = try RecordTable<FigureReport>(session).all(in: id).filter { report in
      unit == nil || report.content.unit == unit
    }
    let figures = chosen.flatMap { target in
      target.figures.indices.map { FigureEntry(target, $0, reports, directory) }
    }
    let reported = figures.filter { $0.reported != nil || !$0.byUnit.isEmpty }
    return AttainmentList(
      campaign: campaign.title, unit: unitName(unit),
      figures: found.isEmpty ? reported : figures, silent: figures.count - reported.count)
  }

  /// The figure that is meant, and that is measured as it was said.
  private func figure(
    _ about: String, isShare: Bool, _ campaign: Campaign
  ) throws(Refusal) -> (Target, Int) {
    if campaign.targets.isEmpty {
      throw .wrongState(.target(.noTargets(campaign: campaign.title)))
    }
    let search = WordSearch(about)
    let found = search.matches(in: campaign.targets, line: \.searchLine)
    guard let target = found.first else {
      throw .wrongState(.target(.unknown(asWritten: about)))
    }
    guard found.count == 1 else {
      throw .wrongState(.target(.which(found.map(\.title))))
    }
    let measured = target.figures.indices.filter { target.figures[$0].isShare == isShare }
    guard let first = measured.first else {
      throw .wrongState(
        .target(.wrongMeasure(target: target.title, unit: target.figures[0].unit)))
    }
    if measured.count == 1 { return (target, first) }
    let labelled = search.likeliest(in: measured) { target.figures[$0].label ?? "" }
    guard labelled.count == 1 else {
      throw .wrongState(
        .target(
          .whichFigure(
            target: target.title, labels: measured.compactMap { target.figures[$0].label })))
    }
    return (target, labelled[0])
  }
}

extension FigureReport {
  /// The same figure of the same unit.
  fileprivate func isSameLine(as other: FigureReport) -> Bool {
    target == other.target && figure == other.figure && unit == other.unit
  }
}

extension FigureEntry {
  /// Of all reports the newest of the organization and of each unit.
  fileprivate init(
    _ target: Target, _ index: Int, _ reports: [Filed<FigureReport>], _ directory: Directory
  ) {
    let own = reports.map(\.content).filter { $0.target == target.id && $0.figure == index }
    var newest: [UnitID?: FigureReport] = [:]
    for report in own where newest[report.unit].map({ $0.day <= report.day }) ?? true {
      newest[report.unit] = report
    }
    let units = newest.compactMap { unit, report in
      unit.flatMap { directory.units[$0]?.name }
        .map { OfUnit(unit: $0, reported: Reported(report)) }
    }
    var reported = newest[nil].map { Reported($0) }
    if reported == nil, target.figures[index].addsUp, let last = units.map(\.reported.day).max() {
      reported = Reported(
        thousandths: units.reduce(0) { FigureEntry.sum($0, $1.reported.thousandths) }, day: last)
    }
    self.init(
      target: target, index: index, reported: reported,
      byUnit: units.sorted { $0.unit < $1.unit })
  }

  /// What does not fit stays at the greatest: somebody mistyped, which is no reason to stop.
  private static func sum(_ one: Int64, _ other: Int64) -> Int64 {
    let (sum, isTooMuch) = one.addingReportingOverflow(other)
    return isTooMuch ? (other < 0 ? .min : .max) : sum
  }

  /// The newest of one unit, or of the whole organization.
  fileprivate func reported(of unit: UnitID?, _ reports: [Filed<FigureReport>]) -> Reported? {
    reports.map(\.content).last {
      $0.target == target.id && $0.figure == index && $0.unit == unit
    }.map { Reported($0) }
  }
}

extension FigureEntry.Reported {
  fileprivate init(_ report: FigureReport) {
    self.init(thousandths: report.thousandths, day: report.day)
  }
}

extension FigureStatement {
  /// 100 %.
  fileprivate static let whole: Int64 = 100_000
}
