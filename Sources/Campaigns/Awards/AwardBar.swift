package import CivilTime

/// What keeps a subject from being awarded for now (chưa xét khen thưởng): discipline, or a complaint
/// or denunciation that is still being looked into.
///
/// Recorded by the office and shown only to those who keep it: it is sensitive, and may be unfounded.
package struct AwardBar: Hashable, Sendable {
  /// As written: "đang có đơn tố cáo được xác minh".
  package let reason: String?
  package let since: CivilDate
  /// Why and when it was lifted; `nil` while it holds.
  package var lifting: Lifting?

  package init(reason: String?, since: CivilDate, lifting: Lifting? = nil) {
    self.reason = reason
    self.since = since
    self.lifting = lifting
  }

  package struct Lifting: Hashable, Sendable {
    package let reason: String?
    package let day: CivilDate

    package init(reason: String?, day: CivilDate) {
      self.reason = reason
      self.day = day
    }
  }
}
