package import CivilTime

/// One thing that can be asked or done. What a person said has become typed here.
package enum Command: Hashable, Sendable {
  case question(Question)
  case change(Change)
}

/// Changes nothing; answered from the directory and, where it says so, from the store.
package enum Question: Hashable, Sendable {
  /// "có những phong trào nào".
  case campaigns(year: Int?)
  /// "kế hoạch này nói gì".
  case campaign(CampaignID)
  /// "hạn đăng ký là ngày nào".
  case deadlines(CampaignID, of: MilestoneKind?)
  /// "đăng ký được những danh hiệu nào".
  case registrableHonours(CampaignID)
  /// "chỉ tiêu bảo hiểm y tế"; `about` narrows by words.
  case targets(CampaignID, about: String?)
  case movements(CampaignID)
  case waves(CampaignID)
  case contacts(CampaignID)
  case quota(CampaignID)
  /// "tiêu chuẩn chiến sĩ thi đua cơ sở"; with the plan's own criteria where it has some.
  case criteria([HonourCode], CampaignID?)
  /// "hồ sơ gồm những gì".
  case requirements(CampaignID)
  /// Store. "ai đã ký giao ước"; a member sees the own pledge only.
  case pledges(CampaignID, UnitID?)
  /// Store. "các công trình", with units below the minimum.
  case works(CampaignID, UnitID?, WorkKind?)
  /// Store. "số liệu so với chỉ tiêu".
  case attainment(CampaignID, about: String?, UnitID?)
  /// Store. "hồ sơ nào chờ thẩm định".
  case dossiers(CampaignID, DossierFilter)
  /// Store. "hội đồng xét những hồ sơ nào".
  case agenda(CampaignID)
  /// Store. "ai được khen thưởng".
  case awards(AwardFilter)
  /// Store. "số liệu tổng hợp".
  case summary(CampaignID, UnitID?)
  /// Store. "các vướng mắc".
  case feedback(CampaignID)
  /// Store. "các gương điển hình"; those not approved are shown to the secretary only.
  case examples(CampaignID, UnitID?)
  /// Store. "lịch sử hồ sơ của chị Hoa".
  case history(of: Subject)
  /// Store. "danh sách đăng ký".
  case registrations(CampaignID, RegistrationFilter)
  /// Store. "ai chưa đăng ký".
  case missing(CampaignID, UnitID?)
  /// Store. "hồ sơ của tôi" and "hồ sơ của chị Hoa".
  case status(of: Subject)
  /// Store. "nhắc tôi những gì".
  case reminders
  /// Store. "cài đặt nhắc nhở".
  case reminderSettings
  /// Store. "ai đã xem thông báo"; of one unit's people, or all.
  case readership(UnitID?)
  /// Store. "xuất danh sách đăng ký ra csv".
  case export(ExportRequest)
  /// Store. "cho tôi file lịch"; what the speaker owes, in all campaigns of the own organization
  /// unless one is named.
  case calendar(CampaignID?)
  case whoAmI
}

package struct RegistrationFilter: Hashable, Sendable {
  package let unit: UnitID?
  package let honours: [HonourCode]

  package init(unit: UnitID? = nil, honours: [HonourCode] = []) {
    self.unit = unit
    self.honours = honours
  }
}

/// Changes the store, in one transaction, with its audit entry and pushes.
package enum Change: Hashable, Sendable {
  /// "đăng ký lao động tiên tiến cho tôi". All honours or none.
  case register(RegisterHonours)
  /// "đổi sang chiến sĩ thi đua cơ sở".
  case replaceRegistration(ReplaceRegistration)
  /// "rút đăng ký lao động tiên tiến".
  case withdrawRegistration(WithdrawRegistration)
  /// "ký giao ước thi đua".
  case signPledge(CampaignID, Subject, text: String?, lateReason: String? = nil)
  /// "đăng ký công trình đường hoa".
  case registerWork(RegisterWork)
  /// "báo công trình đường hoa đạt 50 %".
  case reportWork(CampaignID, WorkReport)
  /// "báo bảo hiểm y tế đạt 93 %".
  case reportFigure(CampaignID, FigureStatement)
  /// "lập hồ sơ đề nghị giấy khen cho chị Hoa".
  case openDossier(DossierName)
  /// "thêm biên bản vào hồ sơ chị Hoa".
  case attachPaper(DossierName, DocumentKind, note: String?)
  /// "nộp hồ sơ chị Hoa".
  case submitDossier(DossierName, lateReason: String? = nil)
  /// "hồ sơ chị Hoa đủ điều kiện", "trả lại hồ sơ chị Hoa: thiếu biên bản".
  case appraiseDossier(DossierName, Appraisal)
  /// "mở phiên họp"; a reason is needed outside of the plan's window.
  case openSitting(CampaignID, reason: String?)
  /// "đồng ý cho chị Hoa".
  case castVote(DossierName, Vote)
  /// "ghi ý kiến bằng văn bản của anh Bình: đồng ý khen chị Hoa".
  case recordOpinion(DossierName, of: PersonID, Vote)
  /// "kết thúc phiên họp".
  case closeSitting(CampaignID)
  /// "ấn định 5 tập thể được khen".
  case fixPlaces(CampaignID, SubjectKind, HonourCode?, places: Int)
  /// "ghi nhận chị Hoa đang bị xem xét kỷ luật".
  case recordBar(CampaignID, Subject, because: String?)
  /// "gỡ tạm dừng xét khen chị Hoa".
  case liftBar(CampaignID, Subject, because: String?)
  /// "quyết định 12/QĐ-UBND khen chị Hoa và anh Bình". All or none; nobody named: all whom the council
  /// selected and who are awarded here.
  case decideAwards(CampaignID, [DossierName], AwardDecision)
  /// "trình hồ sơ chị Hoa lên cấp trên".
  case forwardDossier(DossierName)
  /// "thu hồi giấy khen của chị Hoa vì …".
  case revokeAward(DossierName, because: String)
  /// "gia hạn đăng ký đến 20/1".
  case extendMilestone(CampaignID, MilestoneKind, CivilDate)
  /// "đã nộp báo cáo số 45/BC-UBND", "đã họp tổng kết"; a day of `nil` for today. `milestone`: the id
  /// of the one that a reminder was about; `nil` for the one nearest to that day.
  case settleMilestone(
    CampaignID, MilestoneKind, UnitID?, on: CivilDate?, document: String?,
    milestone: String? = nil)
  /// "thông báo cho mọi người: …"; `nil` for everyone.
  case announce(String, UnitID?)
  /// "phản ánh: …".
  case submitFeedback(CampaignID, String)
  /// "trả lời vướng mắc 12: …"; `nil`: the only one open.
  case replyFeedback(Int64?, String)
  /// "giới thiệu gương chị Hoa: …".
  case submitExample(CampaignID, Subject, String)
  /// "duyệt gương chị Hoa".
  case approveExample(CampaignID, Subject)
  /// "nhắc tôi 8h sáng mai nộp hồ sơ", "nhắc trước hạn nộp hồ sơ 3 ngày".
  case remind(ReminderTime, about: String?)
  /// "hủy lời nhắc nộp hồ sơ"; `nil`: the only one.
  case cancelReminder(about: String?)
  /// "nhắc lại sau 2 tiếng": what was said last, once more; "dời lời nhắc nộp báo cáo sang 9h": one
  /// that waits. The duty's own day never moves.
  case snooze(until: Instant, about: String?)
  /// "nhắc những đơn vị chưa nộp hồ sơ": one message to all who still owe it.
  case nudge(CampaignID, milestone: String, UnitID?)
  /// "đừng nhắc tôi từ 21h đến 6h", "nhắc trước 5 ngày cho mọi hạn".
  case changeSettings(ReminderSettingChange)
  /// "hoàn tác": the speaker's last change.
  case undo
  /// `nil`: all that wait for the speaker ("đã rõ").
  case acknowledge(PushID?)
}

/// A dossier as people name it: whose it is, and for what if that one has several.
package struct DossierName: Hashable, Sendable {
  package let campaign: CampaignID
  package let subject: Subject
  package let honour: HonourCode?

  package init(campaign: CampaignID, subject: Subject, honour: HonourCode?) {
    self.campaign = campaign
    self.subject = subject
    self.honour = honour
  }
}

package struct DossierFilter: Hashable, Sendable {
  package let unit: UnitID?
  /// Empty for all.
  package let states: [DossierState]

  package init(unit: UnitID? = nil, states: [DossierState] = []) {
    self.unit = unit
    self.states = states
  }
}

package struct AwardFilter: Hashable, Sendable {
  /// `nil` for all campaigns of the speaker's organization, for a guest of all.
  package let campaign: CampaignID?
  package let year: Int?
  package let honours: [HonourCode]
  package let unit: UnitID?

  package init(
    campaign: CampaignID? = nil, year: Int? = nil, honours: [HonourCode] = [], unit: UnitID? = nil
  ) {
    self.campaign = campaign
    self.year = year
    self.honours = honours
    self.unit = unit
  }
}

package struct RegisterWork: Hashable, Sendable {
  package let campaign: CampaignID
  package let unit: UnitID
  package let kind: WorkKind
  package let title: String
  /// `nil`: the day of the plan.
  package let due: CivilDate?
  /// Why it is accepted after the plan's last valid day.
  package let lateReason: String?

  package init(
    campaign: CampaignID, unit: UnitID, kind: WorkKind, title: String, due: CivilDate?,
    lateReason: String? = nil
  ) {
    self.lateReason = lateReason
    self.campaign = campaign
    self.unit = unit
    self.kind = kind
    self.title = title
    self.due = due
  }
}

package struct WorkReport: Hashable, Sendable {
  /// Words of its title; empty for the only one of the unit.
  package let about: String
  package let unit: UnitID?
  package let percent: Int

  package init(about: String, unit: UnitID?, percent: Int) {
    self.about = about
    self.unit = unit
    self.percent = percent
  }
}

package struct FigureStatement: Hashable, Sendable {
  /// Words of the target's line.
  package let about: String
  package let unit: UnitID?
  /// A plain number, or a share.
  package let thousandths: Int64
  package let isShare: Bool

  package init(about: String, unit: UnitID?, thousandths: Int64, isShare: Bool) {
    self.about = about
    self.unit = unit
    self.thousandths = thousandths
    self.isShare = isShare
  }
}

package enum Appraisal: Hashable, Sendable {
  case accept
  case `return`(because: String)
}

package struct AwardDecision: Hashable, Sendable {
  /// "12/QĐ-UBND".
  package let number: String
  package let day: CivilDate
  /// Why it takes the place of what was recorded before (đính chính).
  package let correction: String?

  package init(number: String, day: CivilDate, correction: String? = nil) {
    self.number = number
    self.day = day
    self.correction = correction
  }
}

package struct RegisterHonours: Hashable, Sendable {
  package let campaign: CampaignID
  package let subject: Subject
  /// Each once, in the order they were named.
  package let honours: [HonourCode]
  /// Why it is accepted after the last valid day.
  package var lateReason: String?

  package init(
    campaign: CampaignID, subject: Subject, honours: [HonourCode], lateReason: String? = nil
  ) {
    self.campaign = campaign
    self.subject = subject
    self.honours = honours.reduce(into: []) { named, honour in
      if !named.contains(honour) { named.append(honour) }
    }
    self.lateReason = lateReason
  }
}

package struct ReplaceRegistration: Hashable, Sendable {
  package let campaign: CampaignID
  package let subject: Subject
  /// `nil`: the only one registered.
  package let from: HonourCode?
  package let to: HonourCode
  package var lateReason: String?

  package init(
    campaign: CampaignID, subject: Subject, from: HonourCode?, to: HonourCode,
    lateReason: String? = nil
  ) {
    self.campaign = campaign
    self.subject = subject
    self.from = from
    self.to = to
    self.lateReason = lateReason
  }
}

package struct WithdrawRegistration: Hashable, Sendable {
  package let campaign: CampaignID
  package let subject: Subject
  /// `nil`: the only one registered.
  package let honour: HonourCode?
  package var lateReason: String?

  package init(
    campaign: CampaignID, subject: Subject, honour: HonourCode?, lateReason: String? = nil
  ) {
    self.campaign = campaign
    self.subject = subject
    self.honour = honour
    self.lateReason = lateReason
  }
}
