import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// One random sequence: what is tried, and what the store must hold after it.
struct CaseTrial {
  private let office: Office
  private let plan: Campaign
  private let seed: UInt64
  private var script: CaseScript
  private var book: CaseBook
  /// Receipts of the changes that touched a record, oldest first.
  private var touches: [Int64: [Int64]] = [:]
  /// By receipt, what each record that it touched had been; `nil` for none.
  private var contentsBefore: [Int64: [Int64: String?]] = [:]

  init(_ plan: Campaign, seed: UInt64) throws {
    office = try Office(campaigns: [plan, Plans.hongPhong])
    self.plan = plan
    self.seed = seed
    script = CaseScript(office, seed: seed)
    script.setClock()
    book = try CaseBook(office.session)
  }

  /// What was done at least once.
  var acts: Set<ChangeAct> { Set(book.trail.values.compactMap(\.act)) }

  mutating func tryNext(_ number: Int) throws {
    script.moveClock()
    let (cast, change) = script.next(after: book)
    let step = CaseStep(seed: seed, number: number, cast: cast, change: change)
    guard case .success(let performed) = try attempt(step) else { return }
    if case .acknowledge = change {
      #expect(try CaseBook(office.session).trail == book.trail, "\(step)")
      return
    }
    // A moved milestone is in the directory as soon as it is read again.
    if try DirectoryTables(office.session).version() != office.directory.version {
      try office.reload()
    }
    let before = book
    book = try CaseBook(office.session)
    expectPermitted(step, performed.outcome)
    expectOneRow(performed.outcome, since: before, step)
    expectMoves(since: before, step)
    expectVoteAllowed(before, step)
    noteTouched(since: before, step)
    book.expectSound(plan.quota, after: step)
    try expectCounted(step)
  }

  private func attempt(_ step: CaseStep) throws -> Result<Performed, Refusal> {
    do {
      return try office.attempt(step.change, as: step.cast)
    } catch {
      Issue.record("\(error) at \(step)")
      throw error
    }
  }

  /// Each record has a version for each accepted change that touched it, and no other.
  func expectHistoryComplete() throws {
    let versions = RecordVersions(office.session)
    for record in book.rows.keys {
      let receipts = try versions.history(of: record).map(\.receipt.number)
      #expect(receipts == touches[record], "record \(record) of seed \(seed)")
    }
    try History(office.session).expectComplete()
  }

  // MARK: After an accepted change

  private func expectPermitted(_ step: CaseStep, _ outcome: Outcome) {
    #expect(CasePermission(to: step.change).allows(step.cast, office), "\(step)")
    // Words find works; they must be within reach.
    if case .made(let change) = outcome, case .workReported(let entry, _) = change.what,
      step.cast.role == .officer
    {
      #expect(entry.unit.name == step.cast.unit, "\(step)")
    }
  }

  /// The receipt is the number of the one new row of the trail; an undo takes back the speaker's
  /// newest change that stands.
  private func expectOneRow(_ outcome: Outcome, since before: CaseBook, _ step: CaseStep) {
    let added = Set(book.trail.keys).subtracting(before.trail.keys)
    #expect(outcome.receipt.map { [$0.number] as Set } == added, "\(step)")
    for row in added.compactMap({ book.trail[$0] }) {
      #expect(row.at == office.now, "\(step)")
      #expect(row.person == office.person(step.cast).id, "\(step)")
      #expect((row.undoes != nil) == (step.change == .undo), "\(step)")
      if let undone = row.undoes {
        #expect(before.trail[undone]?.person == row.person, "\(step)")
        #expect(before.trail[undone]?.undoes == nil, "\(step)")
        #expect(!before.trail.values.contains { $0.undoes == undone }, "\(step)")
      }
    }
  }

  private func expectMoves(since before: CaseBook, _ step: CaseStep) {
    let isUndo = step.change == .undo
    let states = Dictionary(
      uniqueKeysWithValues: before.dossiers.map { ($0.id, $0.content.state) })
    for dossier in book.dossiers {
      let to = dossier.content.state
      guard let from = states[dossier.id] else {
        #expect(to == .draft && !isUndo, "\(step)")
        continue
      }
      if from == to { continue }
      let way = isUndo ? Move(to, from) : Move(from, to)
      #expect(moves.contains(way), "\(from) to \(to): \(step)")
      #expect(!isUndo || !way.isByCouncil, "\(from) to \(to): \(step)")
    }
    let left = Set(book.dossiers.map(\.id))
    for dossier in before.dossiers where !left.contains(dossier.id) {
      #expect(isUndo && dossier.content.state == .draft, "\(step)")
    }
  }

  private func expectVoteAllowed(_ before: CaseBook, _ step: CaseStep) {
    guard case .castVote(let name, _) = step.change else { return }
    let person = office.person(step.cast).id
    #expect(before.openSitting?.content.members.contains(person) ?? false, "\(step)")
    #expect(![.person(person), .household(of: person)].contains(name.subject), "\(step)")
    #expect(book.rows == before.rows, "a vote is in no record: \(step)")
  }

  private mutating func noteTouched(since before: CaseBook, _ step: CaseStep) {
    guard let receipt = book.trail.keys.max() else { return }
    let touched = book.touched(since: before)
    for record in touched { touches[record, default: []].append(receipt) }
    contentsBefore[receipt] = Dictionary(
      uniqueKeysWithValues: touched.map { ($0, before.rows[$0]?.standing) })
    if let undone = book.trail[receipt]?.undoes {
      // Whatever it had touched is what it was before, and nothing else was touched.
      let wanted = contentsBefore[undone] ?? [:]
      #expect(touched == Set(wanted.keys), "\(step)")
      for (record, content) in wanted {
        #expect(book.rows[record]?.standing == content, "\(step)")
      }
    }
  }

  /// In turn for all, and for an officer's unit.
  private func expectCounted(_ step: CaseStep) throws {
    let isForAll = step.number.isMultiple(of: 2)
    guard
      case .summary(let summary) = try office.answer(
        .summary(Office.campaign, nil), as: isForAll ? .secretary : .lan)
    else { throw NotAsWanted() }
    let unit = isForAll ? nil : office.unit("thôn Buồng Tằm")
    book.expectCounted(in: summary, of: unit, office, after: step)
  }
}

/// For the message of a failure: with its seed it can be repeated.
struct CaseStep: CustomStringConvertible {
  let seed: UInt64
  let number: Int
  let cast: Cast
  let change: Change

  var description: String { "seed \(seed), step \(number): \(change) by \(cast)" }
}

private struct Move: Hashable {
  let from: DossierState
  let to: DossierState

  init(_ from: DossierState, _ to: DossierState) {
    self.from = from
    self.to = to
  }

  /// Votes cannot be unsealed.
  var isByCouncil: Bool { from == .accepted && to != .returned }
}

/// All ways that a dossier can go.
private let moves: Set<Move> = [
  Move(.draft, .submitted), Move(.returned, .submitted),
  Move(.submitted, .accepted), Move(.submitted, .returned), Move(.accepted, .returned),
  Move(.accepted, .selected), Move(.accepted, .notSelected),
  Move(.selected, .forwarded), Move(.selected, .awarded), Move(.forwarded, .awarded),
]

extension Outcome {
  /// `nil` for an answer and for an acknowledgement.
  fileprivate var receipt: Receipt? {
    if case .made(let change) = self { change.receipt } else { change?.receipt }
  }
}
