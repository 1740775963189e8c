package import CivilTime

/// A dated duty of a campaign (mốc thời gian) and who owes it.
package struct Milestone: Hashable, Sendable {
  /// Unique within the campaign: `registration`, `review-2016`.
  package let id: String
  package let kind: MilestoneKind
  /// What is to be done, without the date: "đăng ký danh hiệu thi đua năm 2022".
  package let title: String
  /// How the plan words the date, in short: "trước ngày 15/01/2022".
  package let wording: String
  /// First day of a window; `nil` where the duty may be done at any time before its end.
  package let opens: CivilDate?
  package let deadline: Deadline
  package let owedBy: Debtors
  /// Paragraph of the plan: "mục III.1".
  package let source: String
  /// The pledge (giao ước) is to be signed by this day too.
  package let coversPledge: Bool

  package init(
    id: String, kind: MilestoneKind, title: String, wording: String, opens: CivilDate?,
    deadline: Deadline, owedBy: Debtors, source: String, coversPledge: Bool = false
  ) {
    self.coversPledge = coversPledge
    self.id = id
    self.kind = kind
    self.title = title
    self.wording = wording
    self.opens = opens
    self.deadline = deadline
    self.owedBy = owedBy
    self.source = source
  }

  /// Who has to act before the last valid day, and so is reminded of it.
  package enum Debtors: Hashable, Sendable {
    /// Everyone who holds one of these roles, each for himself.
    case persons(Set<Role>)
    /// Every unit; its officers are reminded.
    case units
    /// The responsible post: whoever holds one of these roles.
    case posts(Set<Role>)
  }
}

package enum MilestoneKind: String, Sendable, CaseIterable {
  /// Đăng ký.
  case registration
  /// Nộp hồ sơ đề nghị.
  case dossier
  /// Họp Hội đồng.
  case council
  /// Báo cáo.
  case report
  /// Công trình, phần việc, mô hình, sự kiện.
  case work
  /// Tổng kết.
  case closing
  /// Sơ kết.
  case review
}

/// The end of a duty: its last valid day, to 24:00 in Vietnam.
///
/// "trước ngày 15" has the 14th as last valid day; "đến hết", "chậm nhất", "trong tháng" include
/// the day they name (spec of the five campaigns; BLDS 2015, Điều 148). A fixed date of a plan
/// does not move when it falls on a day off.
package struct Deadline: Hashable, Sendable {
  package let lastValidDay: CivilDate

  package init(lastValidDay: CivilDate) {
    self.lastValidDay = lastValidDay
  }

  /// True to the last millisecond of the last valid day.
  package func isOpen(at now: Instant) -> Bool {
    now < Instant(lastValidDay, .endOfDay)
  }

  /// 0 on the last valid day, negative after it.
  package func daysLeft(at now: Instant) -> Int {
    now.date.days(to: lastValidDay)
  }
}
