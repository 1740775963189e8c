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
  /// Store. "danh sách đăng ký".
  case registrations(CampaignID, RegistrationFilter)
  /// Store. "ai chưa đăng ký".
  case missing(CampaignID, UnitID?)
  /// Store. "hồ sơ của tôi" and "hồ sơ của chị Hoa".
  case status(of: Subject)
  /// Store. "nhắc tôi những gì".
  case reminders
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
  /// "hoàn tác": the speaker's last change.
  case undo
  /// `nil`: all that wait for the speaker ("đã rõ").
  case acknowledge(PushID?)
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
