package import CivilTime

/// A proposal of one honour for one subject with its papers (hồ sơ đề nghị).
package struct Dossier: Hashable, Sendable {
  package let honour: HonourCode
  /// The year the honour is for.
  package let year: Int
  package private(set) var state: DossierState
  package private(set) var papers: [Paper]
  /// When it was first handed in: the rules of that day are its rules (Luật 06/2022/QH15, quy định
  /// chuyển tiếp của luật sửa đổi).
  package private(set) var receivedOn: CivilDate?
  package private(set) var clock: AppraisalClock
  /// Why it was returned, and until when it is to be completed.
  package private(set) var returned: Return?
  /// To whom it was sent up.
  package private(set) var forwardedTo: String?
  /// Handed in after the last valid day, and why.
  package private(set) var lateReason: String?

  package init(honour: HonourCode, year: Int) {
    self.init(
      honour: honour, year: year, state: .draft, papers: [], receivedOn: nil, clock: .notRunning,
      returned: nil, forwardedTo: nil, lateReason: nil)
  }

  /// As it was kept.
  package init(
    honour: HonourCode, year: Int, state: DossierState, papers: [Paper], receivedOn: CivilDate?,
    clock: AppraisalClock, returned: Return?, forwardedTo: String?, lateReason: String?
  ) {
    self.lateReason = lateReason
    self.honour = honour
    self.year = year
    self.state = state
    self.papers = papers
    self.receivedOn = receivedOn
    self.clock = clock
    self.returned = returned
    self.forwardedTo = forwardedTo
  }

  package struct Paper: Hashable, Sendable {
    package let kind: DocumentKind
    /// Number, title, note: as written.
    package let note: String?
    package let addedOn: CivilDate

    package init(kind: DocumentKind, note: String?, addedOn: CivilDate) {
      self.kind = kind
      self.note = note
      self.addedOn = addedOn
    }
  }

  package struct Return: Hashable, Sendable {
    package let reason: String
    package let completeBy: CivilDate

    package init(reason: String, completeBy: CivilDate) {
      self.reason = reason
      self.completeBy = completeBy
    }
  }

  /// Papers of the plan that are not in the dossier.
  package func missing(of requirements: DossierRequirements?) -> [DossierRequirements.Paper] {
    (requirements?.papers ?? []).filter { paper in !papers.contains { $0.kind == paper.kind } }
  }
}

/// Working days in which a dossier is to be appraised; it stops while the dossier is returned.
package enum AppraisalClock: Hashable, Sendable {
  case notRunning
  case running(due: CivilDate)
  /// So many working days are left once it is handed in again.
  case stopped(left: Int)
}

// The transitions, with what each changes beside the state. All are `nil` where the state does not
// allow them.
extension Dossier {
  package func adding(_ paper: Paper) -> Dossier? {
    moved(.attach) { dossier in
      // A paper handed in again takes the place of the old one; "other" papers stay side by side.
      if paper.kind != .other { dossier.papers.removeAll { $0.kind == paper.kind } }
      dossier.papers.append(paper)
    }
  }

  package func submitted(
    on day: CivilDate, _ terms: AppraisalTerms, lateReason: String? = nil
  ) -> Dossier? {
    moved(.submit) { dossier in
      dossier.lateReason = dossier.lateReason ?? lateReason
      dossier.receivedOn = dossier.receivedOn ?? day
      let left = if case .stopped(let left) = dossier.clock { left } else { terms.appraisalDays }
      dossier.clock = .running(
        due: terms.calendar.endOfPeriod(workingDays: max(1, left), from: day))
      dossier.returned = nil
    }
  }

  package func accepted() -> Dossier? {
    moved(.accept) { $0.clock = .notRunning }
  }

  package func returned(on day: CivilDate, because reason: String, _ terms: AppraisalTerms)
    -> Dossier?
  {
    moved(.return) { dossier in
      if case .running(let due) = dossier.clock {
        dossier.clock = .stopped(left: terms.calendar.workingDays(after: day, through: due))
      } else {
        dossier.clock = .stopped(left: terms.appraisalDays)
      }
      dossier.returned = Return(
        reason: reason,
        completeBy: terms.calendar.endOfPeriod(workingDays: terms.completionDays, from: day))
    }
  }

  package func judged(isSelected: Bool) -> Dossier? {
    moved(isSelected ? .select : .passOver) { _ in }
  }

  package func forwarded(to superior: String) -> Dossier? {
    moved(.forward) { $0.forwardedTo = superior }
  }

  package func decided() -> Dossier? {
    moved(.decide) { _ in }
  }

  private func moved(_ event: DossierEvent, _ change: (inout Dossier) -> Void) -> Dossier? {
    guard let next = state.after(event) else { return nil }
    var dossier = self
    dossier.state = next
    change(&dossier)
    return dossier
  }
}

/// How long appraisal and completion may take.
package struct AppraisalTerms: Sendable {
  package let appraisalDays: Int
  package let completionDays: Int
  package let calendar: WorkingCalendar

  /// The plan's own terms, else 20 and 5 working days: what the ministry's procedures for communes
  /// allow (QĐ 638/QĐ-BNV 2025), and office habit.
  package init(of requirements: DossierRequirements?, calendar: WorkingCalendar) {
    appraisalDays = requirements?.appraisalDays ?? 20
    completionDays = requirements?.completionDays ?? 5
    self.calendar = calendar
  }
}
