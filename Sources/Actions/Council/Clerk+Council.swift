import CampaignStore
import Campaigns
import CivilTime

extension Clerk {
  func openSitting(_ id: CampaignID, reason: String?, by person: Person) throws -> Performed {
    let desk = try CaseDesk(self, .councilOpen, .nobody, in: id, by: person)
    let sittings = RecordTable<Sitting>(session)
    if let open = try sittings.all(in: id).last(where: \.content.isOpen) {
      throw Refusal.wrongState(
        .council(.alreadyOpen(campaign: desk.campaign.title, since: open.content.openedAt)))
    }
    try checkQuotaIsOpen(desk.campaign)
    let window = sittingWindow(of: desk.campaign)
    let isOutside = window.map { !$0.contains(now.date) } ?? false
    if let window, isOutside, !(reason?.saysSomething ?? false) {
      throw Refusal.wrongState(.council(.outsideWindow(window)))
    }
    let members = desk.holders(of: [.council, .chair])
    if members.isEmpty { throw Refusal.wrongState(.council(.noMembers)) }
    let (agenda, heldBack) = try waiting(in: id)
    if agenda.isEmpty {
      throw Refusal.wrongState(.council(.nothingToJudge(campaign: desk.campaign.title)))
    }
    let receipt = try desk.receipt(.councilOpen)
    let sitting = Sitting(
      openedAt: now, reason: isOutside ? reason : nil, members: members, agenda: agenda.map(\.id))
    try sittings.add(sitting, in: id, of: nil, by: receipt.number)
    let pushes = try desk.tell(
      members,
      CaseNotice(
        .sittingOpened, campaign: desk.campaign, by: person.name, receipt: receipt.code,
        text: agenda.compactMap { $0.subject.flatMap { directory.named($0)?.name } }
          .joined(separator: ", ")))
    return desk.performed(
      .sittingOpened(
        Agenda(
          campaign: desk.campaign.title, window: window, openedAt: now, members: members.count,
          voted: 0,
          items: try agenda.compactMap { try entry(of: $0, in: desk.campaign, warns: true) },
          heldBack: heldBack)),
      receipt, pushes: pushes)
  }

  /// Dossiers that wait for the council, and those whom discipline or a complaint keeps back.
  private func waiting(
    in campaign: CampaignID
  ) throws -> (agenda: [Filed<Dossier>], heldBack: [NamedSubject]) {
    var heldBack: [NamedSubject] = []
    let agenda = try RecordTable<Dossier>(session).all(in: campaign).filter { dossier in
      guard dossier.content.state == .accepted else { return false }
      guard let subject = dossier.subject, try bar(of: subject) != nil else { return true }
      if let named = directory.named(subject) { heldBack.append(named) }
      return false
    }
    return (agenda, heldBack)
  }

  func castVote(_ name: DossierName, _ vote: Vote, by person: Person) throws -> Performed {
    let desk = try CaseDesk(self, .councilVote, .nobody, in: name.campaign, by: person)
    let sitting = try openSitting(of: desk.campaign)
    if isOwn(name.subject) { throw Refusal.wrongState(.council(.ownCase)) }
    let items = try agendaItems(of: sitting, desk.campaign)
    let item = try item(name, among: items)
    guard sitting.content.members.contains(person.id) else {
      throw permissions.denial(of: .councilVote)
    }
    // The trail says that somebody voted, not on what nor how.
    let receipt = try desk.receipt(.councilVote)
    let ballots = BallotTable(session)
    let changed = try ballots.cast(
      vote, by: person.id, on: item.id, in: sitting.id, at: now)
    let done = try ballots.voters(in: sitting.id)[person.id] ?? []
    let left = items.count { !done.contains($0.id) && !isOwn($0.subject.subject) }
    return desk.performed(.voted(item, vote, changed: changed, left: left), receipt)
  }

  /// An absent member's opinion in writing (lấy ý kiến bằng văn bản): it counts as his vote, and he
  /// is told that it was recorded. His own vote, before or after, comes first.
  func recordOpinion(
    _ name: DossierName, of member: PersonID, _ vote: Vote, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .councilOpinion, .nobody, in: name.campaign, by: person)
    let sitting = try openSitting(of: desk.campaign)
    let memberName = directory.people[member]?.name ?? ""
    guard sitting.content.members.contains(member) else {
      throw Refusal.wrongState(.council(.notMember(asWritten: memberName)))
    }
    if name.subject.isOwn(of: member) { throw Refusal.wrongState(.council(.ownCase)) }
    let item = try item(name, among: try agendaItems(of: sitting, desk.campaign))
    let ballots = BallotTable(session)
    if try ballots.hasOwnVote(of: member, on: item.id, in: sitting.id) {
      throw Refusal.wrongState(.council(.hasVoted(name: memberName)))
    }
    let receipt = try desk.receipt(.councilOpinion, [memberName])
    let changed = try ballots.cast(
      vote, by: member, on: item.id, in: sitting.id, at: now, writtenDownBy: person.id)
    let pushes = try desk.tell(
      [member],
      CaseNotice(
        .opinionRecorded, campaign: desk.campaign, subject: item.subject.name,
        honour: item.honour, by: person.name, receipt: receipt.code))
    return desk.performed(
      .opinionRecorded(item, member: memberName, changed: changed), receipt, pushes: pushes)
  }

  /// The dossier of that name on the agenda.
  private func item(_ name: DossierName, among items: [DossierEntry]) throws -> DossierEntry {
    let named = try named(name.subject)
    let meant = items.filter {
      $0.subject.subject == name.subject
        && (name.honour == nil || $0.dossier.honour == name.honour)
    }
    guard let item = meant.first else {
      throw Refusal.wrongState(.council(.notOnAgenda(subject: named)))
    }
    guard meant.count == 1 else {
      throw Refusal.wrongState(
        .dossier(
          .which(
            subject: named, honours: meant.map { .init(code: $0.dossier.honour, name: $0.honour) }))
      )
    }
    return item
  }

  func closeSitting(_ id: CampaignID, by person: Person) throws -> Performed {
    let desk = try CaseDesk(self, .councilClose, .nobody, in: id, by: person)
    let sitting = try openSitting(of: desk.campaign)
    let ballots = BallotTable(session)
    let members = sitting.content.members.count
    let votes = try ballots.voters(in: sitting.id)
    // Who has voted on everything that he can: so that each dossier has its quorum.
    let voters = finished(sitting, votes, try agendaItems(of: sitting, desk.campaign))
    let quorum = Quorum(of: members)
    guard quorum.isReached(by: voters) else {
      throw Refusal.wrongState(
        .council(.noQuorum(voted: voters, needed: quorum.needed, members: members)))
    }
    let table = RecordTable<Dossier>(session)
    let dossiers = try sitting.content.agenda.compactMap { try table.record($0) }
      .filter { $0.content.state == .accepted }
    let year = dossiers.first?.content.year ?? desk.campaign.awardYear(on: now.date)
    let places = try QuotaPlaces(of: desk.campaign, in: year, on: session)
    let candidates = try dossiers.map { dossier in
      Selection.Candidate(
        dossier: dossier.id,
        pool: places.pool(of: dossier.subject?.kind ?? .person, dossier.content.honour),
        tally: Tally(of: try ballots.votes(on: dossier.id, in: sitting.id), members: members),
        threshold: threshold(of: dossier.content))
    }
    let results = try select(candidates, places)
    let receipt = try desk.receipt(.councilClose)
    try RecordTable<Sitting>(session).put(
      sitting.content.closed(at: now, results), for: sitting, by: receipt.number)
    let written = try ballots.writtenOpinions(in: sitting.id)
    try ballots.seal(sitting.id)
    var pushes: [Push] = []
    var items: [Minutes.Item] = []
    for ((dossier, result), candidate) in zip(zip(dossiers, results), candidates) {
      let isSelected = result.verdict == .selected
      guard let judged = dossier.content.judged(isSelected: isSelected) else { continue }
      let filed = try table.put(judged, for: dossier, by: receipt.number)
      guard let entry = try entry(of: filed, in: desk.campaign, warns: false) else { continue }
      items.append(
        Minutes.Item(
          entry: entry, tally: result.tally, threshold: candidate.threshold,
          verdict: result.verdict))
      pushes += try desk.tell(
        desk.concerned(by: entry.subject.subject)
          + desk.officers(of: directory.unit(of: entry.subject.subject)),
        CaseNotice(
          isSelected ? .selected : .notSelected, campaign: desk.campaign,
          subject: entry.subject.name, honour: entry.honour, by: person.name,
          receipt: receipt.code))
    }
    return desk.performed(
      .sittingClosed(
        Minutes(members: members, voters: voters, written: written, items: items),
        noticeEnds: desk.campaign.dossier?.noticeEnds(after: now.date, directory.calendar)),
      receipt, pushes: pushes)
  }

  func agenda(of id: CampaignID) throws -> Outcome {
    try check(.councilAgenda)
    let campaign = try ownCampaign(id, for: .councilAgenda)
    let window = sittingWindow(of: campaign)
    if let sitting = try RecordTable<Sitting>(session).all(in: id).last(where: \.content.isOpen) {
      let items = try agendaItems(of: sitting, campaign)
      let voters = try BallotTable(session).voters(in: sitting.id)
      return .agenda(
        Agenda(
          campaign: campaign.title, window: window, openedAt: sitting.content.openedAt,
          members: sitting.content.members.count,
          voted: finished(sitting, voters, items),
          items: items))
    }
    let (waiting, heldBack) = try waiting(in: id)
    let seesBars = permissions.seesBars(speaker, of: campaign.organization.id)
    return .agenda(
      Agenda(
        campaign: campaign.title, window: window, openedAt: nil,
        members: directory.people(of: campaign.organization.id).count {
          [.council, .chair].contains($0.role)
        },
        voted: 0, items: try waiting.compactMap { try entry(of: $0, in: campaign, warns: true) },
        last: try lastMinutes(of: campaign), heldBack: seesBars ? heldBack : []))
  }

  // MARK: Parts

  private func lastMinutes(of campaign: Campaign) throws -> Minutes? {
    guard
      let sitting = try RecordTable<Sitting>(session).all(in: campaign.id)
        .last(where: { !$0.content.isOpen })
    else { return nil }
    let table = RecordTable<Dossier>(session)
    let ballots = BallotTable(session)
    return Minutes(
      members: sitting.content.members.count,
      voters: try ballots.voters(in: sitting.id).count,
      written: try ballots.writtenOpinions(in: sitting.id),
      items: try sitting.content.results.compactMap { result in
        guard let dossier = try table.record(result.dossier),
          let entry = try entry(of: dossier, in: campaign, warns: false)
        else { return nil }
        return Minutes.Item(
          entry: entry, tally: result.tally, threshold: threshold(of: dossier.content),
          verdict: result.verdict)
      })
  }

  private func openSitting(of campaign: Campaign) throws -> Filed<Sitting> {
    guard
      let sitting = try RecordTable<Sitting>(session).all(in: campaign.id)
        .last(where: \.content.isOpen)
    else { throw Refusal.wrongState(.council(.notOpen(campaign: campaign.title))) }
    return sitting
  }

  /// What is still to be judged: a dossier that was returned in the meantime is not.
  private func agendaItems(
    of sitting: Filed<Sitting>, _ campaign: Campaign
  ) throws -> [DossierEntry] {
    let table = RecordTable<Dossier>(session)
    return try sitting.content.agenda.compactMap { id in
      guard let dossier = try table.record(id), dossier.content.state == .accepted else {
        return nil
      }
      return try entry(of: dossier, in: campaign, warns: false)
    }
  }

  /// How many members have voted on all that they can vote on.
  private func finished(
    _ sitting: Filed<Sitting>, _ voters: [PersonID: Set<Int64>], _ items: [DossierEntry]
  ) -> Int {
    let missing = sitting.content.missingVoters(
      of: items.map { ($0.id, $0.subject.subject) }, voted: voters)
    return sitting.content.members.count - missing.count
  }

  /// Whether a dossier is before the council now.
  func isBeforeCouncil(_ dossier: Int64, in campaign: CampaignID) throws -> Bool {
    try RecordTable<Sitting>(session).all(in: campaign).contains {
      $0.content.isOpen && $0.content.agenda.contains(dossier)
    }
  }

  private func threshold(of dossier: Dossier) -> Int? {
    directory.honours[dossier.honour]?.rule(on: dossier.receivedOn ?? now.date)?.councilThreshold
  }

  private func sittingWindow(of campaign: Campaign) -> SittingWindow? {
    campaign.sittingMilestone(on: now.date).map {
      SittingWindow(
        campaign: campaign.id, title: $0.title, first: $0.opens,
        last: $0.deadline.lastValidDay)
    }
  }

  private func select(
    _ candidates: [Selection.Candidate], _ places: QuotaPlaces
  ) throws -> [Sitting.Result] {
    do throws(Selection.Tie) {
      return try Selection.results(of: candidates, places: { places.free(in: $0) })
    } catch {
      let table = RecordTable<Dossier>(session)
      let names = try error.dossiers.compactMap { id in
        try table.record(id)?.subject.flatMap { directory.named($0)?.name }
      }
      throw Refusal.wrongState(.council(.tie(names: names, places: error.places)))
    }
  }
}
