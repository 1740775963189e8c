/// What a person may do within one organization (vai trò).
///
/// `guest` is whoever has not logged in. What each role may do stands in one table, in Actions.
package enum Role: String, Sendable, CaseIterable {
  case guest
  /// Thành viên.
  case member
  /// Cán bộ đầu mối of a unit: acts for the people of that unit.
  case officer
  /// Thư ký Hội đồng, công chức Văn phòng – Thống kê.
  case secretary
  /// Thành viên Hội đồng Thi đua – Khen thưởng.
  case council
  /// Chủ tịch.
  case chair
  case admin
}
