import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// "hoàn tác" takes the speaker's last change back while the rules still allow it.
@Suite struct UndoTests {
  let office: Office

  init() throws { office = try Office(at: "2022-01-10 09:00") }

  // MARK: Each kind of change

  @Test func aRegistrationIsTakenBack() throws {
    let made = try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let undone = try undo(as: .hoa)
    #expect(undone.event == .registered)
    #expect(undone.change.state == .withdrawn)
    #expect(undone.change.honours.map(\.code) == ["LDTT"])
    #expect(undone.change.receipt != made.outcome.change?.receipt)
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func allHonoursOfOneRegistrationAreTakenBackTogether() throws {
    try office.perform(office.register("LDTT", "CSTDCS", for: .hoa), as: .hoa)
    #expect(try undo(as: .hoa).change.honours.map(\.code) == ["LDTT", "CSTDCS"])
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func aChangeIsTakenBackToTheHonourBefore() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.replace(by: "CSTDCS", for: .hoa), as: .hoa)
    let undone = try undo(as: .hoa)
    #expect(undone.event == .changed)
    #expect(undone.change.state == .active)
    // What is registered now, not what no longer is.
    #expect(undone.change.honours.map(\.code) == ["LDTT"])
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  @Test func aWithdrawalIsTakenBack() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.withdraw(for: .hoa), as: .hoa)
    let undone = try undo(as: .hoa)
    #expect(undone.event == .withdrawn)
    #expect(undone.change.state == .active)
    #expect(undone.change.honours.map(\.code) == ["LDTT"])
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  // MARK: Again and again

  @Test func undoTwiceTakesBackTheTwoLastChanges_thenThereIsNothingLeft() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.replace(by: "CSTDCS", for: .hoa), as: .hoa)
    try office.perform(office.withdraw(for: .hoa), as: .hoa)
    for honours: [HonourCode] in [["CSTDCS"], ["LDTT"], []] {
      _ = try undo(as: .hoa)
      #expect(try office.honours(of: .hoa) == honours)
    }
    #expect(try office.refusal(of: .undo, as: .hoa) == .wrongState(.nothingToUndo))
  }

  @Test func anUndoCannotBeUndone_itGoesFurtherBack() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.register("CSTDCS", for: .hoa), as: .hoa)
    _ = try undo(as: .hoa)
    #expect(try office.honours(of: .hoa) == ["LDTT"])
    _ = try undo(as: .hoa)
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func afterAnUndoTheSameCanBeDoneAgain() throws {
    for _ in 1...3 {
      try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
      _ = try undo(as: .hoa)
    }
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  @Test func withoutAChangeThereIsNothingToUndo() throws {
    for cast in [Cast.hoa, .secretary] {
      #expect(try office.refusal(of: .undo, as: cast) == .wrongState(.nothingToUndo))
    }
    #expect(try office.refusal(of: .undo, as: .guest) == .notLoggedIn)
  }

  @Test func nobodyUndoesWhatAnotherDid() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .lan)
    #expect(try office.refusal(of: .undo, as: .hoa) == .wrongState(.nothingToUndo))
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  // MARK: When somebody built on it

  @Test func whatSomebodyBuiltOnStays() throws {
    let made = try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.replace(by: "CSTDCS", for: .hoa), as: .secretary)
    let receipt = try #require(made.outcome.change).receipt
    #expect(try office.refusal(of: .undo, as: .hoa) == .wrongState(.undoTooLate(receipt: receipt)))
    #expect(try office.honours(of: .hoa) == ["CSTDCS"])
    // Once that is taken back, nothing stands on it any more.
    _ = try undo(as: .secretary)
    _ = try undo(as: .hoa)
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func ofSeveralHonoursOneBuiltOnKeepsThemAll() throws {
    try office.perform(office.register("LDTT", "CSTDCS", for: .hoa), as: .hoa)
    try office.perform(office.withdraw("CSTDCS", for: .hoa), as: .lan)
    guard case .wrongState(.undoTooLate) = try office.refusal(of: .undo, as: .hoa) else {
      Issue.record("undone although the officer built on it")
      return
    }
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  @Test func aSlotThatIsTakenAgainStandsInTheWay() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.withdraw(for: .hoa), as: .hoa)
    try office.perform(office.register("LDTT", for: .hoa), as: .lan)
    guard case .duplicate(let existing, _, _) = try office.refusal(of: .undo, as: .hoa) else {
      Issue.record("brought back beside its twin")
      return
    }
    #expect(existing.registeredBy == office.person(.lan).id)
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  @Test func aChangeBackToWhatIsTakenAgainStandsInTheWayToo() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.replace(by: "CSTDCS", for: .hoa), as: .hoa)
    try office.perform(office.register("LDTT", for: .hoa), as: .lan)
    guard case .duplicate = try office.refusal(of: .undo, as: .hoa) else {
      Issue.record("two of the same are active")
      return
    }
    #expect(try office.honours(of: .hoa) == ["CSTDCS", "LDTT"])
  }

  // MARK: While the rules allow it

  @Test func afterTheLastDayAMemberCannotUndo_theSecretaryCan() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.register("LDTT", for: .binh), as: .secretary)
    office.clock.now = "2022-01-15 00:00"
    guard case .deadlinePassed = try office.refusal(of: .undo, as: .hoa) else {
      Issue.record("undone after the last day")
      return
    }
    #expect(try undo(as: .secretary).change.state == .withdrawn)
    #expect(try office.honours(of: .hoa) == ["LDTT"])
    #expect(try office.honours(of: .binh) == [])
  }

  @Test func aLateChangeThatIsUndoneLeavesTheRegistrationInTime() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    office.clock.now = "2022-01-20 09:00"
    for change in [
      office.withdraw(for: .hoa, reason: "nghỉ việc"),
      office.replace(by: "CSTDCS", for: .hoa, reason: "nhầm"),
    ] {
      try office.perform(change, as: .secretary)
      let undone = try undo(as: .secretary).change
      #expect(!undone.isLate)
      #expect(try lateReasons(of: .hoa) == [nil])
    }
  }

  @Test func aLateRegistrationStaysLateThroughChangeAndUndo() throws {
    office.clock.now = "2022-01-20 09:00"
    try office.perform(office.register("LDTT", for: .hoa, reason: "đi học"), as: .secretary)
    try office.perform(office.withdraw(for: .hoa, reason: "nghỉ việc"), as: .secretary)
    #expect(try undo(as: .secretary).change.isLate)
    #expect(try lateReasons(of: .hoa) == ["đi học"])
  }

  @Test func whatWasWithdrawnInTimeComesBackLate() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .secretary)
    try office.perform(office.withdraw(for: .hoa), as: .secretary)
    office.clock.now = "2022-01-20 09:00"
    #expect(try undo(as: .secretary).change.isLate)
    #expect(try lateReasons(of: .hoa) == ["hoàn tác"])
  }

  @Test func whoLostTheRoleCannotUndoForOthers() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .lan)
    try office.setRole(of: .lan, to: .member)
    #expect(try office.refusal(of: .undo, as: .lan) == .notPermitted(.selfUnitOrSecretary))
  }

  // MARK: The trail and the notices

  @Test func anUndoIsARowOfItsOwnThatNamesWhatItTookBack() throws {
    let made = try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let undone = try undo(as: .hoa).change
    let receipt = try #require(made.outcome.change).receipt
    let rows = try office.contents()["change_log"].map { $0.split(separator: "|").map(String.init) }
    #expect(rows.map { $0[4] } == ["registration.create", "undo"])
    #expect(rows[0][7] == String(undone.receipt.number))
    #expect(rows[1][6] == String(receipt.number))
    #expect(rows[1][5] == receipt.code)
  }

  @Test func theOneConcernedIsToldOfTheUndo() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .lan)
    let undone = try office.perform(.undo, as: .lan)
    #expect(undone.pushes.map(\.recipient) == [office.person(.hoa).id])
    guard case .registrationNotice(let notice) = undone.pushes.first?.content else {
      Issue.record("no notice")
      return
    }
    #expect(notice.event == .undone)
    #expect(notice.honours == ["Lao động tiên tiến"])
  }

  private func undo(
    as cast: Cast
  ) throws -> (change: RegistrationChange, event: RegistrationEvent) {
    guard case .undone(let change, let event) = try office.perform(.undo, as: cast).outcome else {
      throw NotUndone()
    }
    return (change, event)
  }

  private func lateReasons(of cast: Cast) throws -> [String?] {
    try office.registrations(of: office.subject(cast)).map(\.lateReason)
  }
}

private struct NotUndone: Error {}
