import Campaigns
import CivilTime
import TestSupport
import Testing

@testable import Understanding

/// After the last valid day the secretary may accept, with a reason.
@Suite struct LateReasonDialogTests {
  let office: Office
  let secretary: Talker
  let order: Reading

  init() throws {
    office = try Office(at: "2022-01-15 08:00")
    secretary = Talker(.secretary, in: office)
    order = .said(
      .registrationCreate, .act, honours: ["LDTT"],
      subject: .person(candidates: [office.person(.hoa).id], asWritten: "Hoa"))
  }

  @Test func theReasonIsAskedFor_shown_andKept() throws {
    guard case .asked(.missing(.lateReason(let passed))) = try secretary.says(order) else {
      Issue.record("not asked")
      return
    }
    #expect(passed.lastValidDay == "2022-01-14")
    let proposal = try secretary.says(.said(nil), "đi học xa").proposal
    #expect(proposal?.lateReason == "đi học xa")
    #expect(try secretary.says(.yes).change?.isLate == true)
    #expect(
      try office.registrations(of: office.subject(.hoa)).map(\.lateReason) == ["đi học xa"])
  }

  @Test("Giving up", arguments: [Reading.no, .cancel])
  func givingUp(reading: Reading) throws {
    _ = try secretary.says(order)
    #expect(try secretary.says(reading) == .talked(.cancelled))
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test func aReasonIsTakenAsWritten_whateverItSoundsLike() throws {
    _ = try secretary.says(order)
    // "rút đăng ký vì nhầm" as a reason is no order.
    let proposal = try secretary.says(.said(.registrationWithdraw), "rút đăng ký vì nhầm").proposal
    #expect(proposal?.act == .register)
    #expect(proposal?.lateReason == "rút đăng ký vì nhầm")
  }

  @Test func aBlankReasonIsAskedForAgain() throws {
    _ = try secretary.says(order)
    guard case .asked(.missing(.lateReason)) = try secretary.says(.said(nil), "   ") else {
      Issue.record("a blank was taken")
      return
    }
  }

  @Test func aReasonSaidAtOnceNeedsNoQuestion() throws {
    var outright = order
    outright.slots.text = "đi học"
    #expect(try secretary.says(outright).change?.isLate == true)
  }

  @Test func aReasonSaidInTimeIsNotCalledLate() throws {
    office.clock.now = "2022-01-14 08:00"
    var early = order
    early.decision = .confirm
    early.slots.text = "đi học"
    #expect(try secretary.says(early).proposal?.lateReason == nil)
    #expect(try secretary.says(.yes).change?.isLate == false)
  }

  @Test func aMemberIsRefused() throws {
    let hoa = Talker(.hoa, in: office)
    guard
      case .refused(.deadlinePassed(let passed)) = try hoa.says(
        .said(.registrationCreate, .act, honours: ["LDTT"], subject: .me, text: "đi học"))
    else {
      Issue.record("not refused")
      return
    }
    #expect(!passed.speakerAccepts)
    #expect(passed.acceptsLate == [.secretary])
    #expect(try hoa.says(.yes) == .talked(.nothingPending))
  }

  @Test func changingAndWithdrawingLateAskTheSame() throws {
    office.clock.now = "2022-01-14 08:00"
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    office.clock.now = "2022-01-15 08:00"
    let hoa = SubjectSlot.person(candidates: [office.person(.hoa).id], asWritten: "Hoa")
    for (reading, honours) in [
      (Reading.said(.registrationChange, .act, honours: ["CSTDCS"], subject: hoa), ["CSTDCS"]),
      (.said(.registrationWithdraw, .confirm, subject: hoa), []),
    ] {
      var said = try secretary.says(reading)
      if said.proposal != nil { said = try secretary.says(.yes) }
      guard case .asked(.missing(.lateReason)) = said else {
        Issue.record("\(said)")
        return
      }
      #expect(try secretary.says(.said(nil), "nhầm").proposal?.lateReason == "nhầm")
      _ = try secretary.says(.yes)
      #expect(try office.honours(of: .hoa) == honours)
    }
  }
}
