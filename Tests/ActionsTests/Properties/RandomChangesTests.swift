import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Whatever whoever tries in whatever order, the store keeps its promises.
@Suite struct RandomChangesTests {
  @Test(
    "Two hundred random commands by random speakers", arguments: 0..<10 as Range<UInt64>)
  func invariantsHold(seed: UInt64) throws {
    let office = try Office(at: "2022-01-11 08:00")
    var script = RandomScript(office, seed: seed)
    var made = 0
    for step in 0..<200 {
      script.moveClock()
      let (cast, change) = script.next()
      let before = try office.contents()
      do {
        let outcome = try office.perform(change, as: cast).outcome
        made += 1
        try expectOneRow(for: outcome, by: cast, in: office, since: before)
        try expectTrue(outcome, in: office)
      } catch let refusal as Refusal {
        let changed = try office.contents().differences(from: before)
        #expect(changed.isEmpty, "step \(step): \(refusal) of \(change) by \(cast)")
      }
    }
    #expect(made > 20, "the script is too timid to prove anything")
    let history = try History(office.session)
    history.expectComplete()
  }

  /// A success has exactly one row in the trail, with its receipt, moment and speaker; an
  /// acknowledgement is no change and has none.
  private func expectOneRow(
    for outcome: Outcome, by cast: Cast, in office: Office, since before: StoreContents
  ) throws {
    let old = Set(before["change_log"].compactMap { $0.split(separator: "|").first })
    let new = try office.contents()["change_log"].map { $0.split(separator: "|").map(String.init) }
      .filter { !old.contains(Substring($0[0])) }
    guard let change = outcome.change else {
      #expect(new.isEmpty)
      return
    }
    #expect(new.count == 1)
    #expect(new.first?[0] == String(change.receipt.number))
    #expect(new.first?[1] == String(office.now.milliseconds))
    #expect(new.first?[2] == "duong-hoa")
    #expect(new.first?[3] == String(office.person(cast).id))
  }

  /// What the answer says is what the store has.
  private func expectTrue(_ outcome: Outcome, in office: Office) throws {
    guard let change = outcome.change else { return }
    let active = try office.honours(of: change.subject.subject)
    for honour in change.honours {
      #expect(active.contains(honour.code) == (change.state == .active))
    }
    let late = try office.registrations(of: change.subject.subject)
      .filter { registration in change.honours.contains { $0.code == registration.honour } }
    if change.state == .active {
      #expect(late.contains { $0.lateReason != nil } == change.isLate)
    }
  }
}

/// Random people, subjects, honours and moments around the last valid day.
struct RandomScript {
  private let office: Office
  private var random: SeededGenerator
  private let subjects: [Subject]

  init(_ office: Office, seed: UInt64) {
    self.office = office
    random = SeededGenerator(seed: seed)
    let near: [Cast] = [.hoa, .binh, .lan, .minh, .son]
    subjects =
      near.map { office.subject($0) } + [
        office.household(.hoa), office.household(.minh), .unit(office.unit("thôn Buồng Tằm")),
        .unit(office.unit("thôn Hộ")), office.subject(.strangerMember), .person(99_999),
      ]
  }

  mutating func moveClock() {
    office.clock.advance(seconds: Int64.random(in: 0...4000, using: &random))
  }

  mutating func next() -> (Cast, Change) {
    (pick(Cast.allCases + [.hoa, .lan, .lan, .secretary, .secretary, .secretary]), change())
  }

  private mutating func change() -> Change {
    let subject = pick(subjects)
    let campaign: CampaignID =
      Int.random(in: 0..<20, using: &random) == 0 ? "hong-phong-2023" : Office.campaign
    let reason = Bool.random(using: &random) ? "lý do" : nil
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4:
      let honours = (0..<Int.random(in: 1...2, using: &random)).map { _ in honour(for: subject) }
      return .register(
        RegisterHonours(
          campaign: campaign, subject: subject, honours: honours, lateReason: reason))
    case 4..<6:
      return .replaceRegistration(
        ReplaceRegistration(
          campaign: campaign, subject: subject,
          from: Bool.random(using: &random) ? honour(for: subject) : nil, to: honour(for: subject),
          lateReason: reason))
    case 6..<7:
      return .withdrawRegistration(
        WithdrawRegistration(
          campaign: campaign, subject: subject,
          honour: Bool.random(using: &random) ? honour(for: subject) : nil, lateReason: reason))
    case 7..<9: return .undo
    default: return .acknowledge(Bool.random(using: &random) ? nil : pick([1, 30, 60, 99_999]))
    }
  }

  /// Mostly one that fits.
  private mutating func honour(for subject: Subject) -> HonourCode {
    if Int.random(in: 0..<10, using: &random) == 0 { return pick(["GKX", "XPTTTB", "NOBEL"]) }
    return switch subject.kind {
    case .person: pick(["LDTT", "LDTT", "CSTDCS", "CSTDT"])
    case .collective: "TTLDTT"
    case .household: "GDVH"
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }
}
