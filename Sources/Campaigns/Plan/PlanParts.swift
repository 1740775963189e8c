package import CivilTime

/// A short campaign within the campaign (đợt thi đua).
package struct Wave: Hashable, Sendable {
  package let name: String
  /// `nil` for a wave without dates of its own (đợt đặc biệt).
  package let span: DateSpan?
  package let occasions: [String]

  package init(name: String, span: DateSpan?, occasions: [String]) {
    self.name = name
    self.span = span
    self.occasions = occasions
  }
}

/// One yearly round of a campaign that lasts several years.
package struct Round: Hashable, Sendable {
  package let year: Int
  package let span: DateSpan

  package init(year: Int, span: DateSpan) {
    self.year = year
    self.span = span
  }
}

/// A figure the plan sets (chỉ tiêu). One line of a plan can hold several figures.
package struct Target: Hashable, Sendable {
  package let id: String
  package let title: String
  package let figures: [Figure]
  /// Where the plan's line says more than figures can.
  package let note: String?

  package init(id: String, title: String, figures: [Figure], note: String?) {
    self.id = id
    self.title = title
    self.figures = figures
    self.note = note
  }

  package struct Figure: Hashable, Sendable {
    /// What is counted, if the line has several figures: "tiểu học".
    package let label: String?
    package let direction: Direction
    /// In thousandths of `unit`, so that 99,64 % and 428.000.000 đ are both exact; `nil` for a
    /// target without a number.
    package let thousandths: Int64?
    /// Upper end of a span (97–98 %), in thousandths.
    package let upToThousandths: Int64?
    package let unit: String

    package init(
      label: String?, direction: Direction, thousandths: Int64?, upToThousandths: Int64?,
      unit: String
    ) {
      self.label = label
      self.direction = direction
      self.thousandths = thousandths
      self.upToThousandths = upToThousandths
      self.unit = unit
    }
  }

  package enum Direction: String, Sendable, CaseIterable {
    case atLeast = "at_least"
    case atMost = "at_most"
    case below
    case above
    case exactly
    /// A standard that is kept, without a number.
    case kept
  }
}

/// An honour within a campaign: who confers it and by which criteria.
package struct CampaignHonour: Hashable, Sendable {
  package let code: HonourCode
  package let kinds: [SubjectKind]
  /// Can be registered beforehand, where the campaign has a registration at all.
  package let registrable: Bool
  /// "Chủ tịch UBND xã".
  package let conferredBy: String
  /// The commune only proposes it to a higher level.
  package let proposedUpward: Bool
  package let criteria: [Criteria]
  package let source: String

  package init(
    code: HonourCode, kinds: [SubjectKind], registrable: Bool, conferredBy: String,
    proposedUpward: Bool, criteria: [Criteria], source: String
  ) {
    self.code = code
    self.kinds = kinds
    self.registrable = registrable
    self.conferredBy = conferredBy
    self.proposedUpward = proposedUpward
    self.criteria = criteria
    self.source = source
  }

  /// Conditions for one group of subjects: "gia đình, nông dân, người lao động".
  package struct Criteria: Hashable, Sendable {
    package let group: String
    package let kinds: [SubjectKind]
    package let conditions: [String]

    package init(group: String, kinds: [SubjectKind], conditions: [String]) {
      self.group = group
      self.kinds = kinds
      self.conditions = conditions
    }
  }
}

/// How many can be rewarded (số lượng khen thưởng).
package enum Quota: Hashable, Sendable {
  case none
  /// So many a year.
  case perYear(collectives: Int, persons: Int, source: String)
  /// Fixed by the superior only after this day.
  case afterEnd(CivilDate, decidedBy: String, source: String)
}

/// At least so many works of each unit (công trình, phần việc, mô hình, sự kiện).
package struct WorkMinimum: Hashable, Sendable {
  /// Every group must be met; within a group any of the kinds counts. Hồng Phong: one group of
  /// model, work, task. Quỳ Hợp: one of work, task, and one of event.
  package let groups: [Group]
  /// "mỗi thôn, mỗi tổ chức chính trị - xã hội".
  package let owedBy: String
  package let source: String

  package init(groups: [Group], owedBy: String, source: String) {
    self.groups = groups
    self.owedBy = owedBy
    self.source = source
  }

  package struct Group: Hashable, Sendable {
    package let kinds: [WorkKind]
    package let atLeast: Int

    package init(kinds: [WorkKind], atLeast: Int) {
      self.kinds = kinds
      self.atLeast = atLeast
    }
  }
}

package enum WorkKind: String, Sendable, CaseIterable {
  /// Công trình.
  case work
  /// Phần việc.
  case task
  /// Mô hình.
  case model
  /// Sự kiện.
  case event
}

/// The papers of a dossier (thành phần hồ sơ).
package struct DossierRequirements: Hashable, Sendable {
  package let papers: [Paper]
  package let note: String?
  package let source: String
  /// Working days for the appraisal and for completing what was returned; `nil` where the plan names
  /// none.
  package let appraisalDays: Int?
  package let completionDays: Int?
  /// How many days the council's choice is made public for objections before it is decided (công khai
  /// lấy ý kiến); `nil` where the plan asks for none.
  package let noticeDays: Int?

  package init(
    papers: [Paper], note: String?, source: String, appraisalDays: Int? = nil,
    completionDays: Int? = nil, noticeDays: Int? = nil
  ) {
    self.noticeDays = noticeDays
    self.papers = papers
    self.note = note
    self.source = source
    self.appraisalDays = appraisalDays
    self.completionDays = completionDays
  }

  /// The last day on which objections are taken to what the council chose on `day`: a period, so that
  /// it does not end on a day off (BLDS 2015, Điều 147 và 148).
  package func noticeEnds(after day: CivilDate, _ calendar: WorkingCalendar) -> CivilDate? {
    noticeDays.map { calendar.endOfPeriod(days: $0, from: day) }
  }

  package struct Paper: Hashable, Sendable {
    package let kind: DocumentKind
    package let title: String

    package init(kind: DocumentKind, title: String) {
      self.kind = kind
      self.title = title
    }
  }
}

package enum DocumentKind: String, Sendable, CaseIterable {
  /// Tờ trình.
  case proposal
  /// Biên bản.
  case minutes
  /// Báo cáo thành tích.
  case achievementReport = "achievement_report"
  /// Sáng kiến.
  case initiative
  case other
}

/// Who is responsible for what (phân công).
package struct Post: Hashable, Sendable {
  /// "Công chức Văn phòng – Thống kê, thư ký Hội đồng".
  package let title: String
  package let duties: [String]
  /// Difficulties (khó khăn, vướng mắc) are to be told to this post.
  package let takesDifficulties: Bool

  package init(title: String, duties: [String], takesDifficulties: Bool) {
    self.title = title
    self.duties = duties
    self.takesDifficulties = takesDifficulties
  }
}

/// One report, list or proposal and the way it goes.
package struct ReportLine: Hashable, Sendable {
  package let what: String
  package let from: String
  package let to: String

  package init(what: String, from: String, to: String) {
    self.what = what
    self.from = from
    self.to = to
  }
}

/// A slip of the plan's text that a person must settle: never silently mended.
package struct Finding: Hashable, Sendable {
  package let id: String
  /// What is wrong, quoting the few words concerned.
  package let text: String
  /// How the system reads the passage until the secretary settles it.
  package let readAs: String?
  package let source: String

  package init(id: String, text: String, readAs: String?, source: String) {
    self.id = id
    self.text = text
    self.readAs = readAs
    self.source = source
  }
}
