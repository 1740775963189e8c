package import CivilTime

/// A figure reported for one line of the targets (số liệu chỉ tiêu).
package struct FigureReport: Hashable, Sendable {
  /// Id of the target within the campaign.
  package let target: String
  /// Which of the target's figures, from 0.
  package let figure: Int
  /// `nil` for the whole organization.
  package let unit: UnitID?
  /// In thousandths of the figure's measure; for a standard that is kept 100.000 stands for "kept".
  package let thousandths: Int64
  package let day: CivilDate

  package init(target: String, figure: Int, unit: UnitID?, thousandths: Int64, day: CivilDate) {
    self.target = target
    self.figure = figure
    self.unit = unit
    self.thousandths = thousandths
    self.day = day
  }
}

extension Target.Figure {
  /// Whether a reported value meets the figure. Exact: all numbers are in thousandths.
  package func isMet(by reported: Int64) -> Bool {
    guard let thousandths else { return reported >= Target.Figure.kept }
    return switch direction {
    case .atLeast: reported >= thousandths
    case .above: reported > thousandths
    case .atMost: reported <= thousandths
    case .below: reported < thousandths
    case .exactly: reported == thousandths
    case .kept: reported >= Target.Figure.kept
    }
  }

  /// What is reported for a standard that is kept (giữ vững): 100 %.
  package static let kept: Int64 = 100_000

  /// How much of the figure has been reached, in whole percent, for figures that grow; `nil` where a
  /// share means nothing.
  package func share(of reported: Int64) -> Int? {
    guard let thousandths, thousandths > 0, direction == .atLeast || direction == .above,
      reported >= 0
    else { return nil }
    let (product, overflow) = reported.multipliedReportingOverflow(by: 100)
    return overflow ? nil : Int(product / thousandths)
  }

  /// It is measured in percent.
  package var isShare: Bool { thousandths == nil || unit.hasPrefix("%") }

  /// Figures of units add up to that of the organization: money, hectares, people; not shares.
  package var addsUp: Bool {
    !isShare && !unit.hasPrefix("đồng/người") && direction != .kept
  }
}
