import Campaigns
import CivilTime
import Understanding

/// Which campaign is meant when people do not name one.
struct CampaignResolver {
  let context: DialogContext
  /// The one this conversation is about, if it was said.
  let topic: CampaignID?

  /// Named > of that year > topic > the only running one > the only one.
  ///
  /// - Parameter needsRegistration: for acts that make sense only where honours are registered.
  func resolve(_ slots: Slots, needsRegistration: Bool) -> Resolution<CampaignID> {
    if let named = slots.campaign { return .found(named) }
    if slots.campaigns.count > 1 {
      return choose(among: slots.campaigns.compactMap { context.directory.campaign($0) })
    }
    if let year = slots.year {
      let thatYear = home.filter {
        $0.period.first.year <= year && year <= $0.period.last.year
      }
      if !thatYear.isEmpty { return choose(among: thatYear, needsRegistration) }
    }
    if let topic { return .found(topic) }
    let running = home.filter { $0.phase(on: context.now.date) == .running }
    return choose(among: running.isEmpty ? home : running, needsRegistration)
  }

  /// Like `resolve`, but none rather than a question: for facts that are also true without a plan.
  func resolveIfClear(_ slots: Slots) -> CampaignID? {
    if case .found(let id) = resolve(slots, needsRegistration: false) { id } else { nil }
  }

  /// Those of the speaker's organization; a guest has all before him.
  private var home: [Campaign] {
    guard let person = context.speaker.person else { return context.directory.campaigns }
    return context.directory.campaigns(of: person.organization)
  }

  private func choose(
    among all: [Campaign], _ needsRegistration: Bool = false
  ) -> Resolution<CampaignID> {
    let registering = all.filter { $0.registration != nil }
    let candidates = needsRegistration && !registering.isEmpty ? registering : all
    guard let first = candidates.first else { return .refuse(.unknownCampaign(asWritten: nil)) }
    if candidates.count == 1 { return .found(first.id) }
    let day = context.now.date
    return .ask(
      .choose(.campaigns(candidates.map { CampaignEntry(of: $0, on: day) })),
      answers: candidates.map { .campaign($0.id) })
  }
}
