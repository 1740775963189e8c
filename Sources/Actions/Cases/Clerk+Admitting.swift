import Campaigns
import CivilTime

extension Clerk {
  /// The last valid day of the duty that is open now, `nil` where the plan has none, and the reason to
  /// keep if it is late.
  ///
  /// After the day only who can accept late goes on, and gives a reason: the row bears it for good.
  func admit(
    _ duties: [Milestone], in campaign: Campaign, _ lateReason: String?
  ) throws(Refusal) -> (last: CivilDate?, late: String?) {
    guard let last = duties.last else { return (nil, nil) }
    if let open = duties.first(where: { $0.deadline.isOpen(at: now) }) {
      return (open.deadline.lastValidDay, nil)
    }
    let accepts = permissions.mayAcceptLate(speaker)
    guard accepts, let lateReason, lateReason.contains(where: { !$0.isWhitespace }) else {
      throw .deadlinePassed(
        PassedDeadline(
          campaign: campaign.id, milestone: last.kind, title: last.title,
          lastValidDay: last.deadline.lastValidDay, acceptsLate: [.secretary],
          speakerAccepts: accepts))
    }
    return (last.deadline.lastValidDay, lateReason)
  }
}
