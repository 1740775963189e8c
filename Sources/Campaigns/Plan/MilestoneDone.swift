package import CivilTime

/// A duty that nothing else in the store shows to be done (đã báo cáo, đã tổng kết, đã sơ kết): recorded
/// by hand, so that nobody is reminded of it any more.
package struct MilestoneDone: Hashable, Sendable {
  /// Id of the milestone within the campaign.
  package let milestone: String
  package let on: CivilDate
  /// "45/BC-UBND".
  package let document: String?

  package init(milestone: String, on: CivilDate, document: String?) {
    self.milestone = milestone
    self.on = on
    self.document = document
  }
}

extension MilestoneKind {
  /// Whether somebody has to say that it was done; of the others the store knows by what was done.
  package var isSettledByHand: Bool {
    switch self {
    case .report, .closing, .review: true
    case .registration, .dossier, .council, .work: false
    }
  }
}
