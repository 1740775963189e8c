import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct AccountTableTests {
  let office: Office
  let accounts: AccountTable

  init() throws {
    office = try Office()
    accounts = AccountTable(office.session)
  }

  @Test func anAccountHasACodeOrAPassword() throws {
    let person = office.person(.hoa).id
    let opened = AccountRow(
      username: "hoa", person: person, code: "#1", codeExpires: "2022-01-17 09:00")
    try accounts.add(opened, at: office.now)
    #expect(try accounts.account("hoa") == opened)
    try accounts.setPassword("#2", for: "hoa")
    #expect(
      try accounts.account("hoa") == AccountRow(username: "hoa", person: person, password: "#2"))
    try accounts.setCode("#3", expires: "2022-02-01 09:00", for: "hoa")
    #expect(
      try accounts.account("hoa")
        == AccountRow(
          username: "hoa", person: person, code: "#3", codeExpires: "2022-02-01 09:00"))
    #expect(try accounts.account("binh") == nil)
  }

  @Test func aNameIsTakenOnce() throws {
    let row = AccountRow(username: "hoa", person: office.person(.hoa).id)
    try accounts.add(row, at: office.now)
    #expect(throws: StoreError.self) { try accounts.add(row, at: office.now) }
  }

  @Test func accountsAreListedByOrganization() throws {
    for (user, cast) in [("z", Cast.hoa), ("a", .binh), ("x", .strangerMember)] {
      try accounts.add(AccountRow(username: user, person: office.person(cast).id), at: office.now)
    }
    #expect(try accounts.accounts(of: "duong-hoa").map(\.username) == ["a", "z"])
    #expect(try accounts.accounts(of: "hong-phong").map(\.username) == ["x"])
  }

  @Test func locksAreSeenAndLifted() throws {
    try accounts.add(
      AccountRow(username: "hoa", person: office.person(.hoa).id), at: office.now)
    try accounts.setLocked(true, "hoa")
    #expect(try accounts.locked() == ["hoa"])
    #expect(try accounts.account("hoa")?.isLocked == true)
    try accounts.setLocked(false, "hoa")
    #expect(try accounts.locked() == [])
  }

  @Test func failuresAreCountedForAnyName() throws {
    #expect(try accounts.failures(of: "nobody") == nil)
    for moment: Instant in ["2022-01-10 09:00", "2022-01-10 09:01"] {
      try accounts.recordFailure(of: "nobody", at: moment)
    }
    try accounts.recordFailure(of: "hoa", at: "2022-01-10 09:02")
    #expect(
      try accounts.failures(of: "nobody") == LoginFailures(count: 2, lastAt: "2022-01-10 09:01"))
    try accounts.forgetFailures(before: "2022-01-10 09:02")
    #expect(try accounts.failures(of: "nobody") == nil)
    #expect(try accounts.failures(of: "hoa")?.count == 1)
    try accounts.clearFailures(of: "hoa")
    #expect(try accounts.failures(of: "hoa") == nil)
  }
}
