import Campaigns
import CivilTime
import Understanding
import Vietnamese

// Reminders that people set for themselves.

extension Draft {
  mutating func reminder(_ resolver: CampaignResolver, in context: DialogContext) -> Next {
    if let time = slots.time {
      return propose(
        .remind(.at(time), about: words), as: .remind(.at(time), about: words), context)
    }
    guard let days = slots.duration?.wholeDays else {
      return .ask(.missing(.reminderTime), answers: [])
    }
    return withPlan(resolver, in: context) { draft, plan in
      let kind = draft.slots.milestone.flatMap { Campaigns.MilestoneKind(rawValue: $0.rawValue) }
      guard let kind else {
        return .ask(
          .missing(
            .milestone(offered: plan.milestones.map { MilestoneEntry($0, at: context.now) })),
          answers: [])
      }
      let time = ReminderTime.before(kind, in: plan.id, days: days)
      return draft.propose(
        .remind(time, about: draft.words), as: .remind(time, about: draft.words), in: plan,
        context)
    }
  }

  func settings(in context: DialogContext) -> Next {
    let reader = SettingReader(
      message: message, slots: slots, words: context.words, now: context.now)
    switch reader.read() {
    case .show: return .run(.question(.reminderSettings))
    case .mailWithoutAddress: return .askWords(.missing(.mailAddress))
    case .change(let change):
      return propose(.changeSettings(change), as: .changeSettings(change), context)
    }
  }

  func snooze(in context: DialogContext) -> Next {
    let until = slots.time ?? slots.duration.map { context.now.adding($0) }
    guard let until else { return .ask(.missing(.reminderTime), answers: []) }
    return propose(.snooze(until: until), as: .snooze(until: until), context)
  }
}

extension CivilDuration {
  /// Whole days; hours and minutes are none.
  var wholeDays: Int? {
    switch unit {
    case .minutes, .hours: nil
    case .days: amount
    case .weeks: amount * 7
    case .months: amount * 30
    case .years: nil
    }
  }
}

extension Instant {
  fileprivate func adding(_ duration: CivilDuration) -> Instant {
    let hour: Int64 = 3_600_000
    let unit: Int64 =
      switch duration.unit {
      case .minutes: hour / 60
      case .hours: hour
      case .days: 24 * hour
      case .weeks: 7 * 24 * hour
      case .months: 30 * 24 * hour
      case .years: 365 * 24 * hour
      }
    return adding(milliseconds: Int64(duration.amount) * unit)
  }
}
