import Campaigns
import CivilTime
import TestSupport

/// Random people who try all that can be changed, over a campaign's year; more often than not they
/// try what comes next.
struct CaseScript {
  private let office: Office
  private var random: SeededGenerator
  private let subjects: [Subject]
  private let units: [UnitID]
  /// Hours that pass at most between two commands.
  private let pace: Int64

  init(_ office: Office, seed: UInt64) {
    self.office = office
    random = SeededGenerator(seed: seed)
    let near: [Cast] = [.hoa, .binh, .lan, .minh, .son, .secretary, .council, .chair]
    units = ["thôn Buồng Tằm", "thôn Hộ", "thôn Còn Quyền"].map { office.unit($0) }
    subjects =
      near.map { office.subject($0) } + units.map { .unit($0) } + [
        office.household(.hoa), office.household(.minh), office.household(.chair),
        office.subject(.strangerMember), .person(99_999),
      ]
    pace = [6, 48, 120, 300].randomElement(using: &random) ?? 6
  }

  /// Somewhere in the campaign's year.
  mutating func setClock() {
    office.clock.now = pick([
      "2021-12-20 08:00", "2022-01-10 08:00", "2022-05-04 08:00", "2022-10-25 08:00",
    ])
  }

  mutating func moveClock() {
    office.clock.advance(seconds: Int64.random(in: 0...pace * 3600, using: &random))
  }

  mutating func next(after book: CaseBook) -> (Cast, Change) {
    if chance(6), let last = lastSpeaker(book) { return (last, .undo) }
    if chance(75) {
      let (casts, change) = likely(book)
      return (chance(85) ? pick(casts) : pick(Cast.allCases), change)
    }
    return (pick(Cast.allCases + [.secretary, .secretary, .lan, .chair]), anything(book))
  }

  /// Who made the newest change: most of those can be taken back.
  private func lastSpeaker(_ book: CaseBook) -> Cast? {
    guard let newest = book.trail.keys.max(), let person = book.trail[newest]?.person else {
      return nil
    }
    return Cast.people.first { office.person($0).id == person }
  }

  // MARK: What comes next

  private typealias Step = (by: [Cast], change: Change)

  private mutating func likely(_ book: CaseBook) -> Step {
    if chance(30) { return pick(aside(book)) }
    var steps = book.dossiers.count < 3 || chance(10) ? [opening()] : []
    steps += book.dossiers.sorted { rank($0.content.state) < rank($1.content.state) }
      .compactMap { next(of: $0) }
    steps += sitting(book)
    if steps.isEmpty { return pick(aside(book)) }
    // Rather something near the end of its way.
    return steps[max(place(in: steps), place(in: steps), place(in: steps))]
  }

  private mutating func place(in steps: [Step]) -> Int {
    Int.random(in: steps.indices, using: &random)
  }

  /// What does not lead to the council.
  private mutating func aside(_ book: CaseBook) -> [Step] {
    var steps: [Step] = [
      ([.secretary], registering(Office.campaign, pick(subjects))),
      ([.secretary, .lan], .reportFigure(Office.campaign, figure())),
      ([.secretary, .chair], extending(Office.campaign)),
      ([.secretary, .secretary, .lan, .son], work(Office.campaign)),
      ([.secretary], .signPledge(Office.campaign, pick(subjects), text: note())),
    ]
    if let registration = book.registrations.randomElement(using: &random) {
      for honour in [registration.honour, registration.honour, nil] {
        steps.append(
          ([.secretary], changing(Office.campaign, registration.subject, from: honour)))
      }
    }
    if let work = book.works.randomElement(using: &random) {
      let unit = chance(50) ? work.subject?.asUnit : nil
      steps.append(
        (
          [.secretary, .lan, .son],
          .reportWork(
            Office.campaign,
            WorkReport(about: work.content.title, unit: unit, percent: pick([0, 50, 100])))
        ))
    }
    let desk: [Cast] = [.secretary, .chair]
    let whose = owner(book)
    steps += [
      (desk, .recordBar(Office.campaign, whose, because: note())),
      (desk, .liftBar(Office.campaign, whose, because: note())),
      (desk, .liftBar(Office.campaign, whose, because: nil)),
      (desk, places(Office.campaign)),
      (desk, opinion(office.dossier(of: whose))),
      (desk, .decideAwards(Office.campaign, [], decision())),
    ]
    if let feedback = book.feedback.randomElement(using: &random) {
      steps.append(([.secretary], .replyFeedback(feedback.id, "đã xem")))
    }
    return steps
  }

  private func rank(_ state: DossierState) -> Int {
    DossierState.allCases.firstIndex(of: state) ?? 0
  }

  private mutating func opening() -> Step {
    let subject = pick(Array(subjects.dropLast(2)))
    return (
      [.secretary, .secretary, .lan],
      .openDossier(office.dossier(of: subject, honour(for: subject)))
    )
  }

  private mutating func next(of dossier: Filed<Dossier>) -> Step? {
    guard let subject = dossier.subject else { return nil }
    let name = office.dossier(of: subject, dossier.content.honour)
    let desk: [Cast] = [.secretary, .secretary, .lan, .son]
    switch dossier.content.state {
    case .draft, .returned:
      let wanted: [DocumentKind] = [.minutes, .achievementReport]
      let missing = wanted.filter { kind in
        !dossier.content.papers.contains { $0.kind == kind }
      }
      return (
        desk, missing.first.map { .attachPaper(name, $0, note: note()) } ?? .submitDossier(name)
      )
    case .submitted:
      return (
        [.secretary], .appraiseDossier(name, chance(80) ? .accept : .return(because: "thiếu"))
      )
    case .selected where dossier.content.honour == "CSTDT":
      return ([.secretary, .chair], .forwardDossier(name))
    case .selected, .forwarded:
      let names = chance(15) ? [name, name] : [name]
      return ([.secretary, .chair], .decideAwards(Office.campaign, names, decision()))
    case .accepted, .notSelected, .awarded:
      return nil
    }
  }

  private mutating func sitting(_ book: CaseBook) -> [Step] {
    let waiting = book.dossiers.filter { $0.content.state == .accepted }
    guard let sitting = book.openSitting else {
      return waiting.isEmpty
        ? [] : [([.secretary, .chair], .openSitting(Office.campaign, reason: "sớm"))]
    }
    let ways: [Vote] = [.agree, .agree, .agree, .agree, .disagree, .abstain]
    var steps: [Step] = []
    for dossier in waiting where sitting.content.agenda.contains(dossier.id) {
      guard let subject = dossier.subject else { continue }
      for cast in [Cast.council, .chair]
      where !book.ballots.contains(where: {
        $0.sitting == sitting.id && $0.dossier == dossier.id
          && $0.person == office.person(cast).id
      }) {
        let name = office.dossier(of: subject, dossier.content.honour)
        steps.append(([cast], .castVote(name, pick(ways))))
      }
    }
    if steps.isEmpty || chance(10) {
      steps.append(([.secretary, .chair], .closeSitting(Office.campaign)))
    }
    return steps
  }

  // MARK: Anything

  private mutating func anything(_ book: CaseBook) -> Change {
    let campaign: CampaignID = chance(5) ? "hong-phong-2023" : Office.campaign
    let subject = pick(subjects)
    let name = DossierName(
      campaign: campaign, subject: chance(70) ? owner(book) : subject,
      honour: chance(60) ? nil : honour(for: subject))
    switch Int.random(in: 0..<28, using: &random) {
    case 0, 1: return registering(campaign, subject)
    case 2: return .signPledge(campaign, subject, text: note())
    case 3: return work(campaign)
    case 4, 5:
      return .reportWork(
        campaign,
        WorkReport(
          about: pick(["", "đường hoa", "cầu", "hội thi", "lạ"]), unit: pick([nil] + units),
          percent: pick([0, 40, 100])))
    case 6, 7: return .reportFigure(campaign, figure())
    case 8:
      return .openDossier(
        DossierName(campaign: campaign, subject: subject, honour: honour(for: subject)))
    case 9: return .attachPaper(name, pick(DocumentKind.allCases), note: note())
    case 10: return .submitDossier(name)
    case 11: return .appraiseDossier(name, chance(50) ? .accept : .return(because: "thiếu"))
    case 12: return .openSitting(campaign, reason: note())
    case 13, 14: return .castVote(name, pick(Vote.allCases))
    case 15: return .closeSitting(campaign)
    case 16:
      let names = [name] + (chance(50) ? [office.dossier(of: owner(book))] : [])
      return .decideAwards(campaign, names + (chance(20) ? [name] : []), decision())
    case 17: return .forwardDossier(name)
    case 18: return extending(campaign)
    case 19: return .announce("họp", pick([nil] + units))
    case 20: return .submitFeedback(campaign, "vướng mắc")
    case 21:
      return .replyFeedback(pick([nil, 99_999] + book.feedback.map(\.id)), "đã xem")
    case 22: return .submitExample(campaign, subject, "gương sáng")
    case 23: return .recordBar(campaign, subject, because: note())
    case 24: return .liftBar(campaign, subject, because: note())
    case 25: return places(campaign)
    case 26: return opinion(name)
    default: return chance(80) ? .undo : .acknowledge(pick([nil, 1, 40, 99_999]))
    }
  }

  private mutating func places(_ campaign: CampaignID) -> Change {
    .fixPlaces(
      campaign, pick(SubjectKind.allCases), pick([nil, nil, "LDTT", "GKX"]),
      places: pick([0, 1, 2, 5]))
  }

  private mutating func opinion(_ name: DossierName) -> Change {
    .recordOpinion(
      name, of: office.person(pick([.council, .council, .chair, .hoa])).id,
      pick(Vote.allCases))
  }

  private mutating func registering(_ campaign: CampaignID, _ subject: Subject) -> Change {
    if chance(30) { return changing(campaign, subject) }
    return .register(
      RegisterHonours(
        campaign: campaign, subject: subject, honours: [honour(for: subject)],
        lateReason: reason()))
  }

  private mutating func changing(
    _ campaign: CampaignID, _ subject: Subject, from old: HonourCode? = nil
  ) -> Change {
    if chance(40) {
      return .withdrawRegistration(
        WithdrawRegistration(
          campaign: campaign, subject: subject, honour: old, lateReason: reason()))
    }
    return .replaceRegistration(
      ReplaceRegistration(
        campaign: campaign, subject: subject, from: old, to: honour(for: subject),
        lateReason: reason()))
  }

  private mutating func reason() -> String? { chance(85) ? "đi học xa" : nil }

  private mutating func work(_ campaign: CampaignID) -> Change {
    .registerWork(
      RegisterWork(
        campaign: campaign, unit: pick(Array(units.prefix(2)) + units),
        kind: pick(WorkKind.allCases),
        title: pick(["đường hoa", "Đường  hoa", "sửa cầu", "hội thi"]),
        due: pick([nil, nil, office.now.date.adding(days: 30)])))
  }

  private mutating func extending(_ campaign: CampaignID) -> Change {
    .extendMilestone(
      campaign, pick([.registration, .work, .dossier, .council, .closing]),
      office.now.date.adding(days: pick([-3, 0, 5, 40])))
  }

  private mutating func figure() -> FigureStatement {
    let (about, isShare) = pick([
      ("ngân sách", false), ("ngân sách", false), ("BHYT", true), ("BHYT", false),
      ("học sinh tiểu học ra lớp", true), ("học sinh ra lớp", true), ("lạ", true),
    ])
    return FigureStatement(
      about: about, unit: pick([nil] + units),
      thousandths: Int64.random(in: 0...99, using: &random) * 1000,
      isShare: isShare)
  }

  private mutating func decision() -> AwardDecision {
    AwardDecision(
      number: pick(["12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND", "15/QĐ-UBND"]),
      day: office.now.date.adding(days: pick([0, 0, 0, -1, 1])),
      correction: chance(10) ? "ghi nhầm" : nil)
  }

  /// Whoever has a dossier.
  private mutating func owner(_ book: CaseBook) -> Subject {
    book.dossiers.randomElement(using: &random)?.subject ?? pick(subjects)
  }

  /// Mostly one that fits.
  private mutating func honour(for subject: Subject) -> HonourCode {
    if chance(8) { return pick(["XPTTTB", "NOBEL"]) }
    return switch subject.kind {
    case .person: pick(["LDTT", "LDTT", "CSTDCS", "CSTDT", "CSTDT", "CSTDT", "GKX"])
    case .collective: pick(["TTLDTT", "GKX"])
    case .household: "GDVH"
    }
  }

  private mutating func note() -> String? { chance(60) ? "ghi chú" : nil }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }
}

extension Subject {
  fileprivate var asUnit: UnitID? { if case .unit(let unit) = self { unit } else { nil } }
}
