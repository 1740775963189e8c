import Campaigns
import CivilTime
import TestSupport
import Testing

@testable import Understanding

/// What is not understood changes nothing; likely readings are offered by number.
@Suite struct UnclearDialogTests {
  let office: Office
  let hoa: Talker

  init() throws {
    office = try Office(at: "2022-01-10 09:00")
    hoa = Talker(.hoa, in: office)
  }

  @Test func nothingLikelyOffersNothing() throws {
    #expect(try hoa.says(.nothing) == .talked(.unclear(likely: [])))
    #expect(try hoa.says(.number(1)) == .talked(.unclear(likely: [])))
    #expect(try hoa.says(.yes) == .talked(.nothingPending))
  }

  @Test func aLikelyReadingIsChosenByNumber_andThenConfirmed() throws {
    let unclear = Reading.said(
      nil, honours: ["LDTT"], rivals: [.campaignHonours, .registrationCreate])
    #expect(
      try hoa.says(unclear)
        == .talked(.unclear(likely: ["campaign.honours", "registration.create"])))
    #expect(try hoa.says(.number(3)) == .talked(.numberOutOfRange(count: 2)))
    #expect(try hoa.says(.number(2)).proposal?.honours == ["Lao động tiên tiến"])
    #expect(try office.honours(of: .hoa) == [])
    #expect(try hoa.says(.yes).change != nil)
  }

  @Test func atMostThreeAreOffered() throws {
    let unclear = Reading.said(
      nil, rivals: [.campaignShow, .campaignList, .campaignQuota, .campaignWaves])
    #expect(
      try hoa.says(unclear)
        == .talked(.unclear(likely: ["campaign.show", "campaign.list", "campaign.quota"])))
    #expect(try hoa.says(.number(4)) == .talked(.numberOutOfRange(count: 3)))
  }

  @Test func theOnlyOneMayBeTakenByYes_ofTwoANumberIsNeeded() throws {
    _ = try hoa.says(.said(nil, honours: ["LDTT"], rivals: [.registrationCreate]))
    #expect(try hoa.says(.yes).proposal != nil)
    _ = try hoa.says(.no)
    _ = try hoa.says(
      .said(nil, honours: ["LDTT"], rivals: [.registrationCreate, .campaignHonours]))
    #expect(try hoa.says(.yes).proposal == nil)
    #expect(try office.honours(of: .hoa) == [])
  }

  @Test("Giving up", arguments: [Reading.no, .cancel])
  func givingUp(reading: Reading) throws {
    _ = try hoa.says(.said(nil, honours: ["LDTT"], rivals: [.registrationCreate]))
    #expect(try hoa.says(reading) == .talked(.cancelled))
    #expect(try hoa.says(.number(1)) == .talked(.unclear(likely: [])))
  }

  @Test("What is no order is said to be none", arguments: [Mood.reported, .negated, .past])
  func noOrder(mood: Mood) throws {
    var reading = Reading.noOrder(mood, likely: [.registrationCreate])
    reading.slots.honours = ["LDTT"]
    #expect(try hoa.says(reading) == .talked(.notAnOrder(likely: ["registration.create"])))
    #expect(try office.honours(of: .hoa) == [])
    // Said to be meant after all, it is shown before it is done.
    #expect(try hoa.says(.number(1)).proposal != nil)
  }

  @Test(
    "A remark answers nothing, and what was asked waits",
    arguments: [Mood.conditional, .reported, .negated, .past])
  func remark(mood: Mood) throws {
    _ = try hoa.says(.said(.registrationCreate, subject: office.named(.hoa)))
    var remark = Reading.noOrder(mood, likely: [])
    remark.isBareValue = false
    remark.slots.subject = office.named(.binh)
    remark.slots.honours = ["CSTDCS"]
    #expect(try hoa.says(remark) == .talked(.notAnOrder(likely: [])))
    let proposal = try hoa.says(.said(nil, honours: ["LDTT"])).proposal
    #expect(proposal?.honours.count == 1)
    #expect(proposal?.isSpeaker ?? false)
    #expect(try hoa.says(remark) == .talked(.notAnOrder(likely: [])))
    _ = try hoa.says(.yes)
    #expect(try office.honours(of: .hoa) == ["LDTT"])
  }

  @Test func twoReadingsOfOneMessageAreAChoice() throws {
    let reading = Reading.said(
      .registrationCreate, .choose, honours: ["LDTT"], subject: .me,
      rivals: [.registrationWithdraw])
    #expect(
      try hoa.says(reading)
        == .asked(.choose(.readings(["registration.create", "registration.withdraw"]))))
    #expect(try hoa.says(.number(1)).proposal?.act == .register)
  }

  @Test func smallTalk() throws {
    for (intent, talk) in [
      (Intent.talkGreet, Talk.greeting), (.talkThanks, .thanks), (.talkBye, .goodbye),
      (.talkHelp, .help(about: nil)), (.talkYes, .nothingPending), (.talkNo, .nothingPending),
      (.talkCancel, .nothingPending),
    ] {
      #expect(try hoa.says(.said(intent, .act)) == .talked(talk))
    }
    #expect(
      try hoa.says(.said(.talkHelp, .act, text: "đăng ký")) == .talked(.help(about: "đăng ký")))
    #expect(try hoa.says(.said(.talkRepeat, .act)) == .repeatLast)
    #expect(try hoa.says(.said(.accountLogout, .act)) == .logOut)
  }
}
