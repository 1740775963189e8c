package import CivilTime

/// A work, task, model or event that a unit carries out (công trình, phần việc, mô hình, sự kiện).
package struct Work: Hashable, Sendable {
  package let kind: WorkKind
  package let title: String
  /// Last day by which it is to be done: its own, else that of the plan.
  package var due: CivilDate?
  /// 0 to 100.
  package var percent: Int
  /// The day it was reported complete; `nil` until then.
  package var completedOn: CivilDate?
  /// Registered after the last valid day, and why.
  package let lateReason: String?

  package init(
    kind: WorkKind, title: String, due: CivilDate?, percent: Int = 0,
    completedOn: CivilDate? = nil, lateReason: String? = nil
  ) {
    self.lateReason = lateReason
    self.kind = kind
    self.title = title
    self.due = due
    self.percent = percent
    self.completedOn = completedOn
  }

  package static let percentRange = 0...100

  package var isComplete: Bool { completedOn != nil }

  /// The day of the first report of 100 % stays when it is reported again; a lower figure later is a
  /// correction and takes it away.
  package func reported(_ percent: Int, on day: CivilDate) -> Work {
    var work = self
    work.percent = percent
    work.completedOn = percent == 100 ? completedOn ?? day : nil
    return work
  }

  /// Complete, and not after its day.
  package var isInTime: Bool {
    guard let completedOn else { return false }
    return due.map { completedOn <= $0 } ?? true
  }
}
