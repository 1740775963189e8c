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
      guard let kind = draft.milestoneKind else {
        return .askMilestone(of: plan.milestones, at: context.now)
      }
      let time = ReminderTime.before(kind, in: plan.id, days: days)
      return draft.propose(
        .remind(time, about: draft.words), as: .remind(time, about: draft.words), in: plan,
        context)
    }
  }

  /// The duty that was named, else the one that is to be done next.
  mutating func nudge(
    _ act: Act, _ resolver: CampaignResolver, in context: DialogContext
  ) -> Next {
    if let blocked = resolveUnit(act, in: context) { return blocked }
    let unit = unit
    return withPlan(resolver, in: context) { draft, plan in
      let kind = draft.milestoneKind
      let milestone =
        plan.milestone(of: kind, named: draft.milestone)
        ?? kind.map { plan.duty(of: $0, at: context.now) } ?? plan.duty(at: context.now)
      guard let milestone else {
        return .talk(
          .refuse(.wrongState(.noMilestone(kind ?? .registration, campaign: plan.title))))
      }
      return draft.propose(
        .nudge(plan.id, milestone: milestone.id, unit),
        as: .nudge(
          MilestoneEntry(milestone, at: context.now),
          unit: (unit ?? draft.ownUnit(in: context)).flatMap { context.directory.units[$0]?.name }),
        in: plan, context)
    }
  }

  /// What an officer says to all goes to the people of the own unit.
  private func ownUnit(in context: DialogContext) -> UnitID? {
    context.speaker.role == .officer ? context.speaker.person?.unit : nil
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
    return propose(
      .snooze(until: until, about: words), as: .snooze(until: until, about: words), context)
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
