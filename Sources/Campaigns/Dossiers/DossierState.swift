/// Where a dossier is (trạng thái hồ sơ), and what can happen to it there.
package enum DossierState: String, Sendable, CaseIterable {
  /// Đang lập.
  case draft
  /// Chờ thẩm định.
  case submitted
  /// Trả lại để bổ sung.
  case returned
  /// Đủ điều kiện, chờ Hội đồng.
  case accepted
  /// Hội đồng nhất trí.
  case selected
  /// Hội đồng không nhất trí, hoặc hết số lượng.
  case notSelected = "not_selected"
  /// Đã trình cấp trên.
  case forwarded
  /// Đã có quyết định.
  case awarded

  /// All transitions; what is not here cannot happen.
  package func after(_ event: DossierEvent) -> DossierState? {
    switch (self, event) {
    case (.draft, .attach): .draft
    case (.returned, .attach): .returned
    case (.draft, .submit), (.returned, .submit): .submitted
    case (.submitted, .accept): .accepted
    case (.submitted, .return), (.accepted, .return): .returned
    case (.accepted, .select): .selected
    case (.accepted, .passOver): .notSelected
    case (.selected, .forward): .forwarded
    case (.selected, .decide), (.forwarded, .decide): .awarded
    default: nil
    }
  }
}

package enum DossierEvent: String, Sendable, CaseIterable {
  case attach, submit, accept, `return`, select
  /// The council did not select it.
  case passOver
  case forward, decide
}
