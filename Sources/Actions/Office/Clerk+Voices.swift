import CampaignStore
import Campaigns
import CivilTime

// What members tell the office: difficulties, good examples.

extension Clerk {
  func submitFeedback(
    _ id: CampaignID, _ text: String, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .feedbackSubmit, .nobody, in: id, by: person)
    let receipt = try desk.receipt(.feedbackSubmit, [person.name])
    let feedback = Feedback(
      text: text, from: person.id, sentAt: now, noticeEnds: try noticeEnds(in: desk.campaign))
    let filed = try RecordTable<Feedback>(session).add(
      feedback, in: id, of: .person(person.id), by: receipt.number)
    let pushes = try desk.tell(
      desk.holders(of: [.secretary]),
      CaseNotice(
        .feedbackSent, campaign: desk.campaign, by: person.name, receipt: receipt.code,
        text: text))
    return desk.performed(
      .feedbackSent(entry(of: filed, in: desk.campaign)), receipt, pushes: pushes)
  }

  /// The last day of the public notice that runs now.
  private func noticeEnds(in campaign: Campaign) throws -> CivilDate? {
    guard let dossier = campaign.dossier, dossier.noticeDays != nil else { return nil }
    return try RecordTable<Sitting>(session).all(in: campaign.id).compactMap(\.content.closedAt)
      .compactMap { dossier.noticeEnds(after: $0.date, directory.calendar) }
      .filter { now.date <= $0 }.max()
  }

  /// `number`: the record's; `nil` for the only one that waits.
  func replyFeedback(
    _ number: Int64?, _ text: String, by person: Person
  ) throws -> Performed {
    try check(.feedbackReply)
    let table = RecordTable<Feedback>(session)
    let waiting = try directory.campaigns(of: person.organization).flatMap {
      try table.all(in: $0.id)
    }.filter { $0.content.answer == nil && (number == nil || $0.id == number) }
    guard let one = waiting.first else { throw Refusal.wrongState(.nothingToAnswer) }
    guard waiting.count == 1 else {
      throw Refusal.wrongState(.whichFeedback(waiting.map(\.id)))
    }
    let desk = try CaseDesk(self, .feedbackReply, .nobody, in: one.campaign, by: person)
    let receipt = try desk.receipt(
      .feedbackReply, [directory.people[one.content.from]?.name ?? "", text])
    var answered = one.content
    answered.answer = Feedback.Answer(text: text, by: person.id, at: now)
    let filed = try table.put(answered, for: one, by: receipt.number)
    let pushes = try desk.tell(
      [one.content.from],
      CaseNotice(
        .feedbackAnswered, campaign: desk.campaign, by: person.name, receipt: receipt.code,
        text: text))
    return desk.performed(
      .feedbackAnswered(entry(of: filed, in: desk.campaign)), receipt, pushes: pushes)
  }

  func feedback(in id: CampaignID) throws -> Outcome {
    try check(.feedbackList)
    let campaign = try ownCampaign(id, for: .feedbackList)
    return .feedback(
      FeedbackList(
        campaign: campaign.title,
        entries: try RecordTable<Feedback>(session).all(in: id).map { entry(of: $0, in: campaign) }
      ))
  }

  private func entry(of feedback: Filed<Feedback>, in campaign: Campaign) -> FeedbackEntry {
    FeedbackEntry(
      id: feedback.id, feedback: feedback.content,
      from: directory.people[feedback.content.from]?.name ?? "", campaign: campaign.title)
  }

  func submitExample(
    _ id: CampaignID, _ subject: Subject, _ text: String, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .exampleSubmit, .nobody, in: id, by: person)
    guard directory.organization(of: subject) == person.organization else {
      throw Refusal.unknownSubject(asWritten: nil)
    }
    let named = try named(subject)
    let receipt = try desk.receipt(.exampleSubmit, [named.name])
    try RecordTable<GoodExample>(session).add(
      GoodExample(text: text, from: person.id, sentAt: now), in: id, of: subject,
      by: receipt.number)
    let pushes = try desk.tell(
      desk.holders(of: [.secretary]),
      CaseNotice(
        .exampleSent, campaign: desk.campaign, subject: named.name, by: person.name,
        receipt: receipt.code, text: text))
    return desk.performed(.exampleSent(named), receipt, pushes: pushes)
  }

  /// Shows to all what was proposed about a subject.
  func approveExample(
    _ id: CampaignID, _ subject: Subject, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .exampleApprove, .subject(subject), in: id, by: person)
    let named = try named(subject)
    let table = RecordTable<GoodExample>(session)
    let waiting = try table.all(of: subject, in: id).filter { !$0.content.isApproved }
    if waiting.isEmpty { throw Refusal.wrongState(.noExample(subject: named)) }
    let receipt = try desk.receipt(.exampleApprove, [named.name])
    for example in waiting {
      var approved = example.content
      approved.isApproved = true
      try table.put(approved, for: example, by: receipt.number)
    }
    let pushes = try desk.tell(
      waiting.map(\.content.from) + desk.concerned(by: subject),
      CaseNotice(
        .exampleApproved, campaign: desk.campaign, subject: named.name, by: person.name,
        receipt: receipt.code))
    return desk.performed(.exampleApproved(named), receipt, pushes: pushes)
  }

  /// Those not approved are seen by who approves, and by who proposed them.
  func examples(in id: CampaignID, _ unit: UnitID?) throws -> Outcome {
    try check(.exampleList)
    let campaign = try campaign(id)
    let approves =
      permissions.refusal(of: .exampleApprove, to: speaker) == nil
      && speaker.person?.organization == campaign.organization.id
    let entries = try RecordTable<GoodExample>(session).all(in: id).compactMap {
      filed -> ExampleList.Entry? in
      guard let subject = filed.subject, unit == nil || directory.unit(of: subject) == unit,
        filed.content.isApproved || approves || filed.content.from == speaker.person?.id
      else { return nil }
      return directory.named(subject).map {
        ExampleList.Entry(subject: $0, example: filed.content)
      }
    }
    return .examples(
      ExampleList(
        campaign: campaign.title, unit: unitName(unit),
        entries: entries))
  }
}
