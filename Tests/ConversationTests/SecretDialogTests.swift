import Campaigns
import CivilTime
import TestSupport
import Testing

@testable import Understanding

/// Passwords are asked for one line at a time and never read as messages.
@Suite struct SecretDialogTests {
  let office: Office
  let guest: Talker

  init() throws {
    office = try Office()
    guest = Talker(.guest, in: office)
  }

  @Test func nameThenPassword() throws {
    #expect(try guest.says(.said(.accountLogin)) == .asked(.missing(.user)))
    #expect(!guest.awaitsSecret)
    #expect(try guest.says(.said(nil), "hoa") == .asked(.secret(.password(user: "hoa"))))
    #expect(guest.awaitsSecret)
    #expect(
      try guest.saysSecret(" mật khẩu ")
        == .logIn(user: "hoa", password: " mật khẩu ", newPassword: nil))
    #expect(!guest.awaitsSecret)
  }

  @Test func aNameSaidAtOnceIsNotAskedFor() throws {
    #expect(
      try guest.says(.said(.accountLogin, text: "hoa")) == .asked(.secret(.password(user: "hoa"))))
  }

  @Test func insteadOfANameOneMayGiveUp() throws {
    _ = try guest.says(.said(.accountLogin))
    #expect(try guest.says(.cancel, "thôi") == .talked(.cancelled))
    #expect(!guest.awaitsSecret)
  }

  @Test("A password is taken to the letter", arguments: ["thôi", "không", "có", "2", "", "hủy"])
  func whatLooksLikeAnAnswer(line: String) throws {
    _ = try guest.says(.said(.accountLogin, text: "hoa"))
    #expect(try guest.saysSecret(line) == .logIn(user: "hoa", password: line, newPassword: nil))
    // Also when it was read as a message by mistake.
    _ = try guest.says(.said(.accountLogin, text: "hoa"))
    #expect(
      try guest.says(.cancel, line) == .logIn(user: "hoa", password: line, newPassword: nil))
  }

  @Test func afterAOneTimeCodeThePasswordIsSetTwice() throws {
    _ = try guest.says(.said(.accountLogin, text: "hoa"))
    _ = try guest.saysSecret("CODE")
    #expect(
      try guest.needsNewPassword(user: "hoa", password: "CODE") == .asked(.secret(.newPassword)))
    #expect(guest.awaitsSecret)
    #expect(try guest.saysSecret("mật khẩu mới") == .asked(.secret(.newPasswordAgain)))
    #expect(
      try guest.saysSecret("mật khẩu mới")
        == .logIn(user: "hoa", password: "CODE", newPassword: "mật khẩu mới"))
  }

  @Test func twoThatDifferEndTheDialog() throws {
    _ = try guest.needsNewPassword(user: "hoa", password: "CODE")
    _ = try guest.saysSecret("mật khẩu mới")
    #expect(try guest.saysSecret("mật khẩu cũ") == .talked(.passwordsDiffer))
    #expect(!guest.awaitsSecret)
    #expect(try guest.saysSecret("x") == .talked(.nothingPending))
  }

  @Test func changingThePasswordAsksForTheOldOne() throws {
    let hoa = Talker(.hoa, in: office)
    #expect(
      try hoa.says(.said(.accountPassword, .act)) == .asked(.secret(.password(user: "hoa"))))
    #expect(try hoa.saysSecret("cũ") == .asked(.secret(.newPassword)))
    #expect(try hoa.saysSecret("mới") == .asked(.secret(.newPasswordAgain)))
    #expect(try hoa.saysSecret("mới") == .logIn(user: "hoa", password: "cũ", newPassword: "mới"))
  }

  @Test func nothingOfADialogSurvivesAnothersLogin() throws {
    let talker = Talker(.lan, in: office)
    let hoa = SubjectSlot.person(candidates: [office.person(.hoa).id], asWritten: "Hoa")
    _ = try talker.says(.said(.registrationCreate, honours: ["LDTT"], subject: hoa))
    talker.logsIn(as: .binh)
    #expect(try talker.says(.yes) == .talked(.nothingPending))
    #expect(talker.topic == nil)
    #expect(
      try talker.says(.said(.statusMine, .act)) != .talked(.nothingPending))
    #expect(try office.honours(of: .hoa) == [])
  }
}
