import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// All that the store holds of `duong-hoa-2022` and of the trail, read past the clerk.
struct CaseBook {
  let registrations: [Registration]
  let pledges: [Filed<Pledge>]
  let works: [Filed<Work>]
  let dossiers: [Filed<Dossier>]
  let sittings: [Filed<Sitting>]
  let awards: [Filed<Award>]
  let feedback: [Filed<Feedback>]
  let ballots: [Ballot]
  /// Every record of every kind, those too that were taken back.
  let rows: [Int64: Row]
  let trail: [Int64: Entry]

  struct Row: Hashable {
    let content: String
    let isRemoved: Bool
    let lastChange: Int64

    /// Content, if it is there.
    var standing: String? { isRemoved ? nil : content }
  }

  struct Ballot: Hashable {
    let sitting: Int64
    let dossier: Int64
    let person: PersonID
    /// `nil` once it is forgotten.
    let vote: Int64?
  }

  struct Entry: Hashable {
    let at: Instant
    let person: PersonID?
    let act: ChangeAct?
    let undoes: Int64?
  }

  init(_ session: any SQLSession) throws {
    let id = Office.campaign
    registrations = try RegistrationTable(session).active(in: id)
    pledges = try RecordTable(session).all(in: id)
    works = try RecordTable(session).all(in: id)
    dossiers = try RecordTable(session).all(in: id)
    sittings = try RecordTable(session).all(in: id)
    awards = try RecordTable(session).all(in: id)
    feedback = try RecordTable(session).all(in: id)
    ballots = try session.all(selectBallots) { row in
      Ballot(
        sitting: try row.integer(0), dossier: try row.integer(1), person: try row.integer(2),
        vote: row.optionalInteger(3))
    }
    rows = Dictionary(
      uniqueKeysWithValues: try session.all(selectRows) { row in
        (
          try row.integer(0),
          Row(
            content: try row.text(1), isRemoved: try row.flag(2), lastChange: try row.integer(3))
        )
      })
    trail = Dictionary(
      uniqueKeysWithValues: try session.all(selectTrail) { row in
        (
          try row.integer(0),
          Entry(
            at: Instant(milliseconds: try row.integer(1)), person: row.optionalInteger(2),
            act: ChangeAct(rawValue: try row.text(3)), undoes: row.optionalInteger(4))
        )
      })
  }

  var openSitting: Filed<Sitting>? { sittings.last(where: \.content.isOpen) }

  /// Records that are not what they were in `earlier`, or were not there.
  func touched(since earlier: CaseBook) -> Set<Int64> {
    Set(rows.keys.filter { rows[$0] != earlier.rows[$0] })
  }

  // MARK: What must always hold

  func expectSound(_ quota: Quota, after step: CaseStep) {
    expectPlacesKept(quota, step)
    expectAwardsDecided(step)
    expectVotesForgotten(step)
  }

  /// No year has more selected than the plan has places.
  private func expectPlacesKept(_ quota: Quota, _ step: CaseStep) {
    guard case .perYear(let collectives, let persons, _) = quota else { return }
    let taken = dossiers.filter { [.selected, .forwarded, .awarded].contains($0.content.state) }
    for (year, taken) in Dictionary(grouping: taken, by: \.content.year) {
      #expect(taken.count { $0.subject?.kind == .collective } <= collectives, "\(year) \(step)")
      #expect(taken.count { $0.subject?.kind == .person } <= persons, "\(year) \(step)")
      #expect(taken.count { $0.subject?.kind == .household } == 0, "\(year) \(step)")
    }
  }

  /// One award for each awarded dossier, none without, each under a number.
  private func expectAwardsDecided(_ step: CaseStep) {
    let awarded = dossiers.filter { $0.content.state == .awarded }
    #expect(awards.map(\.content.dossier).sorted() == awarded.map(\.id).sorted(), "\(step)")
    #expect(awards.allSatisfy { !$0.content.decision.isEmpty }, "\(step)")
    for award in awards {
      let dossier = awarded.first { $0.id == award.content.dossier }
      #expect(dossier?.subject == award.subject, "\(step)")
      #expect(dossier?.content.honour == award.content.honour, "\(step)")
      #expect(dossier?.content.year == award.content.year, "\(step)")
    }
  }

  /// A vote is known exactly as long as its sitting is open; at most one sitting is.
  private func expectVotesForgotten(_ step: CaseStep) {
    #expect(sittings.count(where: \.content.isOpen) <= 1, "\(step)")
    for ballot in ballots {
      let sitting = sittings.first { $0.id == ballot.sitting }
      #expect(sitting?.content.isOpen == (ballot.vote != nil), "\(step)")
      #expect(sitting?.content.agenda.contains(ballot.dossier) ?? false, "\(step)")
      #expect(sitting?.content.members.contains(ballot.person) ?? false, "\(step)")
    }
  }

  /// - Parameter unit: to which the counts are narrowed; `nil` for all.
  func expectCounted(
    in summary: Summary, of unit: UnitID?, _ office: Office, after step: CaseStep
  ) {
    func inside<Content>(_ filed: [Filed<Content>]) -> [Filed<Content>] {
      filed.filter { isInside($0.subject, unit, office) }
    }
    let registrations = registrations.filter { isInside($0.subject, unit, office) }
    #expect(summary.registrations.total == registrations.count, "\(step)")
    #expect(
      summary.registeredPeople
        == Set(registrations.map(\.subject).filter { $0.kind == .person }).count, "\(step)")
    #expect(summary.pledges == inside(pledges).count, "\(step)")
    #expect(summary.works == inside(works).count, "\(step)")
    #expect(summary.worksDone == inside(works).count { $0.content.percent == 100 }, "\(step)")
    let states = Dictionary(grouping: inside(dossiers), by: \.content.state).mapValues(\.count)
    #expect(
      Dictionary(uniqueKeysWithValues: summary.dossiers.map { ($0.state, $0.count) }) == states,
      "\(step)")
    #expect(summary.awards.total == inside(awards).count, "\(step)")
    for line in summary.byUnit {
      let own = office.unit(line.unit)
      #expect(unit == nil || unit == own, "\(step)")
      #expect(
        line.registrations == self.registrations.count { isInside($0.subject, own, office) },
        "\(step)")
      #expect(line.works == works.count { isInside($0.subject, own, office) }, "\(step)")
      #expect(line.dossiers == dossiers.count { isInside($0.subject, own, office) }, "\(step)")
      #expect(line.awards == awards.count { isInside($0.subject, own, office) }, "\(step)")
    }
  }

  private func isInside(_ subject: Subject?, _ unit: UnitID?, _ office: Office) -> Bool {
    unit == nil || subject.flatMap { office.directory.unit(of: $0) } == unit
  }
}

extension [Summary.Count] {
  fileprivate var total: Int { reduce(0) { $0 + $1.count } }
}

private let selectBallots = SQLStatement("SELECT sitting, dossier, person, vote FROM ballot")
private let selectRows = SQLStatement("SELECT id, content, removed, last_change FROM record")
private let selectTrail = SQLStatement("SELECT id, at, person, act, undoes FROM change_log")
