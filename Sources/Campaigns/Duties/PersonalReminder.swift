package import CivilTime

/// A reminder that somebody set for himself (lời nhắc riêng).
package struct PersonalReminder: Hashable, Sendable, Identifiable {
  package let id: Int64
  package let person: PersonID
  /// What about, as written; `nil` where it is about a milestone only.
  package let text: String?
  package let at: Instant
  /// The milestone it comes before; it moves with it.
  package let before: Before?

  package init(id: Int64, person: PersonID, text: String?, at: Instant, before: Before?) {
    self.id = id
    self.person = person
    self.text = text
    self.at = at
    self.before = before
  }

  package struct Before: Hashable, Sendable {
    package let campaign: CampaignID
    /// Id of the milestone within the campaign.
    package let milestone: String
    package let days: Int

    package init(campaign: CampaignID, milestone: String, days: Int) {
      self.campaign = campaign
      self.milestone = milestone
      self.days = days
    }

    /// When it comes: that many days before the last valid day, in the morning.
    package func moment(for lastValidDay: CivilDate) -> Instant {
      Instant(lastValidDay.adding(days: -days), ReminderSchedule.standard.time)
    }
  }
}

/// When a personal reminder is to come.
package enum ReminderTime: Hashable, Sendable {
  case at(Instant)
  case before(MilestoneKind, in: CampaignID, days: Int)
}

/// What a personal reminder says when it comes.
package struct PersonalNote: Hashable, Sendable {
  package let text: String?
  /// When it was due; earlier than the day of sending after an outage.
  package let at: Instant
  /// The duty it comes before, as it stands on that day.
  package let duty: DutyDue?

  package init(text: String?, at: Instant, duty: DutyDue?) {
    self.text = text
    self.at = at
    self.duty = duty
  }
}
