import CampaignStore
import Campaigns
import CivilTime

// Changes of registrations. Order in each: permission, rule, rows, trail, outbox.

extension Clerk {
  /// All honours or none.
  func register(_ change: RegisterHonours, by person: Person) throws -> Performed {
    let desk = try RegistrationDesk(
      self, .registrationCreate, change.subject, in: change.campaign, by: person)
    let late = try desk.admit(change.lateReason)
    for honour in change.honours { try desk.check(honour) }
    let active = try desk.table.active(of: change.subject, in: change.campaign)
    for honour in change.honours { try desk.refuseDuplicate(of: honour, among: active) }

    let first = try Numbering(session).take(change.honours.count + 1)
    let receipt = Receipt(number: first, at: now)
    try desk.log(receipt, .registrationCreate, change.honours)
    for (index, honour) in change.honours.enumerated() {
      let registration = Registration(
        id: first + 1 + Int64(index), campaign: change.campaign, subject: change.subject,
        honour: honour, state: .active, lateReason: late, registeredAt: now,
        registeredBy: person.id)
      try desk.table.add(registration, by: receipt.number)
    }
    let result = try desk.result(receipt, change.honours, .active, isLate: late != nil)
    return Performed(
      outcome: .registered(result), pushes: try desk.notify(.registered, result))
  }

  func replace(_ change: ReplaceRegistration, by person: Person) throws -> Performed {
    let desk = try RegistrationDesk(
      self, .registrationChange, change.subject, in: change.campaign, by: person)
    let late = try desk.admit(change.lateReason)
    try desk.check(change.to)
    let active = try desk.table.active(of: change.subject, in: change.campaign)
    let old = try desk.theOne(change.from, among: active)
    try desk.refuseDuplicate(of: change.to, among: active)

    let receipt = Receipt(number: try Numbering(session).take(), at: now)
    try desk.log(receipt, .registrationChange, [old.honour, change.to])
    try desk.table.set(
      old, honour: change.to, state: .active, lateReason: late ?? old.lateReason,
      event: .changed, by: receipt.number)
    let result = try desk.result(
      receipt, [change.to], .active, isLate: late != nil || old.lateReason != nil)
    return Performed(
      outcome: .replaced(result, from: honourName(old.honour)),
      pushes: try desk.notify(.changed, result))
  }

  func withdraw(_ change: WithdrawRegistration, by person: Person) throws -> Performed {
    let desk = try RegistrationDesk(
      self, .registrationWithdraw, change.subject, in: change.campaign, by: person)
    let late = try desk.admit(change.lateReason)
    let active = try desk.table.active(of: change.subject, in: change.campaign)
    let old = try desk.theOne(change.honour, among: active)

    let receipt = Receipt(number: try Numbering(session).take(), at: now)
    try desk.log(receipt, .registrationWithdraw, [old.honour])
    try desk.table.set(
      old, honour: old.honour, state: .withdrawn, lateReason: late ?? old.lateReason,
      event: .withdrawn, by: receipt.number)
    let result = try desk.result(receipt, [old.honour], .withdrawn, isLate: late != nil)
    return Performed(outcome: .withdrawn(result), pushes: try desk.notify(.withdrawn, result))
  }
}
