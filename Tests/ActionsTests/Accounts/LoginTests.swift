import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Logging in: a one-time code becomes a password; wrong ones are slowed down, then locked out;
/// nothing tells whether an account exists.
@Suite struct LoginTests {
  let office: Office
  let desk: LoginDesk

  init() throws {
    office = try Office(at: "2022-01-10 09:00")
    desk = LoginDesk(office)
  }

  // MARK: The one-time code

  @Test func theCodeAsksForAPasswordOfOnesOwn_andThenIsUsedUp() throws {
    let code = try desk.open("hoa", for: .hoa)
    #expect(try desk.logIn("hoa", code) == .needsNewPassword)
    #expect(
      try desk.logIn("hoa", code, newPassword: "mật khẩu riêng")
        == .welcome(.hoa, newPassword: true))
    #expect(try desk.logIn("hoa", "mật khẩu riêng") == .welcome(.hoa, newPassword: false))
    #expect(try desk.logIn("hoa", code) == .wrong)
    #expect(try desk.logIn("hoa", code, newPassword: "mật khẩu khác") == .wrong)
  }

  @Test func aCodeIsGoodForSevenDays() throws {
    let code = try desk.open("hoa", for: .hoa)
    office.clock.now = "2022-01-17 08:59:59.999"
    #expect(try desk.logIn("hoa", code) == .needsNewPassword)
    office.clock.now = "2022-01-17 09:00"
    #expect(try desk.logIn("hoa", code, newPassword: "mật khẩu riêng") == .codeExpired)
    // Whoever does not have the code is not told that it expired.
    #expect(try desk.logIn("hoa", "khác") == .wrong)
  }

  @Test func ofTwoWhoUseTheCodeAtOnceOneIsWelcome() throws {
    let code = try desk.open("hoa", for: .hoa)
    let first = try desk.verified("hoa", code, newPassword: "mật khẩu một")
    let second = try desk.verified("hoa", code, newPassword: "mật khẩu hai")
    #expect(try desk.conclude(first) == .welcome(.hoa, newPassword: true))
    #expect(try desk.conclude(second) == .wrong)
    #expect(try desk.logIn("hoa", "mật khẩu một") == .welcome(.hoa, newPassword: false))
  }

  @Test func aCodeIsThreeGroupsOfFourWithoutLookAlikes() throws {
    let codes = try (1...3).map { try desk.open("user\($0)", for: .hoa) }
    for code in codes {
      let groups = code.split(separator: "-", omittingEmptySubsequences: false)
      #expect(groups.map(\.count) == [4, 4, 4])
      #expect(groups.joined().allSatisfy { "ABCDEFGHJKMNPQRSTVWXYZ23456789".contains($0) })
    }
    #expect(Set(codes).count == codes.count)
  }

  // MARK: The password rule

  @Test(
    arguments: [
      ("1234567", false), ("12345678", true), ("mật khẩu", true), ("", false),
      ("        ", true), ("CODE", false),
      (String(repeating: "x", count: 512), true), (String(repeating: "x", count: 513), false),
      // In characters, not bytes, at the lower end.
      ("ếếếếếếế", false), ("ếếếếếếếế", true),
    ] as [(String, Bool)])
  func aPasswordHasEightCharactersAndIsNotTheCode(password: String, isAllowed: Bool) throws {
    #expect(PasswordRule.allows(password, insteadOf: "CODE-CODE-CODE") == isAllowed)
  }

  @Test func aWeakPasswordChangesNothing() throws {
    let code = try desk.open("hoa", for: .hoa)
    let before = try office.contents()
    #expect(try desk.logIn("hoa", code, newPassword: "ngắn") == .weakPassword)
    #expect(try desk.logIn("hoa", code, newPassword: code) == .weakPassword)
    #expect(try office.contents() == before)
    #expect(try desk.logIn("hoa", code) == .needsNewPassword)
  }

  @Test func aPasswordIsChangedWithTheOldOne() throws {
    try desk.give("hoa", password: "mật khẩu cũ", to: .hoa)
    #expect(
      try desk.logIn("hoa", "mật khẩu cũ", newPassword: "mật khẩu mới")
        == .welcome(.hoa, newPassword: true))
    #expect(try desk.logIn("hoa", "mật khẩu cũ") == .wrong)
    #expect(try desk.logIn("hoa", "mật khẩu mới") == .welcome(.hoa, newPassword: false))
    #expect(try desk.logIn("hoa", "đoán mò", newPassword: "mật khẩu khác") == .wrong)
  }

  // MARK: Wrong passwords

  @Test(arguments: ["hoa", "nobody"])
  func fiveWrongOnesLockTheName_knownOrNot(user: String) throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    for delay in [500, 1000, 2000, 4000, 4000] {
      let attempt = try desk.verified(user, "sai")
      guard case .wrong(let answerDelay) = try desk.result(of: attempt) else {
        Issue.record("not wrong")
        return
      }
      #expect(answerDelay == delay)
    }
    #expect(try desk.logIn(user, "sai") == .locked(seconds: 900))
    // Not even the right one, and a locked attempt does not prolong the lock.
    office.clock.advance(seconds: 600)
    #expect(try desk.logIn(user, "mật khẩu") == .locked(seconds: 300))
    office.clock.now = office.now.adding(milliseconds: 299_999)
    #expect(try desk.logIn(user, "mật khẩu") == .locked(seconds: 1))
  }

  @Test func theLockEnds_andTheRightPasswordForgetsTheFailures() throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    for _ in 1...5 { #expect(try desk.logIn("hoa", "sai") == .wrong) }
    office.clock.advance(seconds: 900)
    #expect(try desk.logIn("hoa", "mật khẩu") == .welcome(.hoa, newPassword: false))
    #expect(try office.contents()["login_failure"].isEmpty)
    #expect(try desk.logIn("hoa", "sai") == .wrong)
  }

  @Test func afterALockOneMoreWrongOneLocksAgain() throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    for _ in 1...5 { _ = try desk.logIn("hoa", "sai") }
    office.clock.advance(seconds: 900)
    #expect(try desk.logIn("hoa", "sai") == .wrong)
    #expect(try desk.logIn("hoa", "mật khẩu") == .locked(seconds: 900))
  }

  @Test func oneNamesFailuresAreNotAnothers() throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    for _ in 1...5 { _ = try desk.logIn("binh", "sai") }
    #expect(try desk.logIn("hoa", "mật khẩu") == .welcome(.hoa, newPassword: false))
  }

  @Test func namesTriedLongAgoAreForgotten() throws {
    _ = try desk.logIn("stranger", "sai")
    office.clock.advance(days: 1)
    office.clock.advance(seconds: 1)
    _ = try desk.logIn("another", "sai")
    #expect(try office.contents()["login_failure"].map { $0.prefix(7) } == ["another"])
  }

  @Test func failuresOfAnotherClockLockNobody() throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    for _ in 1...5 { _ = try desk.logIn("hoa", "sai") }
    // The server is started again with an earlier `--now`.
    office.clock.now = "2021-12-01 08:00"
    #expect(try desk.logIn("hoa", "mật khẩu") == .welcome(.hoa, newPassword: false))
  }

  // MARK: Locks by an administrator

  @Test func aLockedAccountIsToldSoOnlyToWhoHasThePassword() throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    try desk.manage { try $0.setLocked(true, "hoa") }
    #expect(try desk.logIn("hoa", "mật khẩu") == .lockedByAdministrator)
    #expect(try desk.logIn("hoa", "sai") == .wrong)
    try desk.manage { try $0.setLocked(false, "hoa") }
    #expect(try desk.logIn("hoa", "mật khẩu") == .welcome(.hoa, newPassword: false))
  }

  @Test func unlockingAlsoForgetsWrongPasswords() throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    for _ in 1...5 { _ = try desk.logIn("hoa", "sai") }
    try desk.manage { try $0.setLocked(false, "hoa") }
    #expect(try desk.logIn("hoa", "mật khẩu") == .welcome(.hoa, newPassword: false))
  }

  @Test func aResetPutsACodeInPlaceOfThePassword() throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    for _ in 1...5 { _ = try desk.logIn("hoa", "sai") }
    let code = try desk.manage { try $0.reset("hoa") }.text
    #expect(try desk.logIn("hoa", "mật khẩu") == .wrong)
    #expect(
      try desk.logIn("hoa", code, newPassword: "mật khẩu mới") == .welcome(.hoa, newPassword: true))
  }

  @Test func aLockBetweenCheckingAndWritingHolds() throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    let attempt = try desk.verified("hoa", "mật khẩu", newPassword: "mật khẩu mới")
    try desk.manage { try $0.setLocked(true, "hoa") }
    #expect(try desk.conclude(attempt) == .wrong)
  }

  @Test func guessesMadeMeanwhileLockARightOneToo() throws {
    try desk.give("hoa", password: "mật khẩu", to: .hoa)
    let right = try desk.verified("hoa", "mật khẩu")
    for _ in 1...5 { _ = try desk.logIn("hoa", "sai") }
    #expect(try desk.conclude(right) == .locked(seconds: 900))
  }

  // MARK: Names

  @Test func capitalsAndSpacesInTheNameAreForgiven() throws {
    try desk.give("hoa.nt", password: "mật khẩu", to: .hoa)
    for typed in ["hoa.nt", "Hoa.NT", " hoa.nt ", "HOA . NT\t"] {
      #expect(try desk.logIn(typed, "mật khẩu") == .welcome(.hoa, newPassword: false))
    }
  }

  @Test func passwordsAreTakenToTheLetter() throws {
    try desk.give("hoa", password: " Mật khẩu ", to: .hoa)
    for typed in ["Mật khẩu", " mật khẩu ", " Mat khau ", ""] {
      #expect(try desk.logIn("hoa", typed) != .welcome(.hoa, newPassword: false))
    }
    #expect(try office.contents()["account"].allSatisfy { !$0.contains("khẩu") })
  }
}

/// The three steps of a login as one, and results short enough for a table.
struct LoginDesk {
  let office: Office

  init(_ office: Office) { self.office = office }

  enum Result: Hashable {
    case welcome(Cast, newPassword: Bool)
    case wrong
    case locked(seconds: Int)
    case lockedByAdministrator, codeExpired, needsNewPassword, weakPassword
  }

  typealias Verified = (attempt: LoginAttempt, verdict: LoginVerdict)

  func logIn(_ user: String, _ password: String, newPassword: String? = nil) throws -> Result {
    try conclude(verified(user, password, newPassword: newPassword))
  }

  func verified(
    _ user: String, _ password: String, newPassword: String? = nil
  ) throws -> Verified {
    let attempt = try AccountDesk(on: office.session, at: office.now)
      .attempt(user: user, password: password, newPassword: newPassword)
    return (attempt, attempt.verify())
  }

  func result(of verified: Verified) throws -> LoginResult {
    try office.session.transaction { session in
      try AccountDesk(on: session, at: office.now).conclude(verified.attempt, verified.verdict)
    }
  }

  func conclude(_ verified: Verified) throws -> Result {
    switch try result(of: verified) {
    case .welcome(let id, _, let newPassword):
      let cast = Cast.people.first { office.person($0).id == id }
      return .welcome(try #require(cast), newPassword: newPassword)
    case .wrong: return .wrong
    case .locked(let seconds): return .locked(seconds: seconds)
    case .lockedByAdministrator: return .lockedByAdministrator
    case .codeExpired: return .codeExpired
    case .needsNewPassword: return .needsNewPassword
    case .weakPassword: return .weakPassword
    }
  }

  /// An account with a one-time code, as `account add` opens it.
  func open(_ user: String, for cast: Cast) throws -> String {
    try manage { office in
      try office.open(
        AccountRequest(
          username: user, organization: cast.organization.id, person: cast.name, unit: nil,
          role: nil))
    }.text
  }

  /// An account whose password is set already.
  func give(_ user: String, password: String, to cast: Cast) throws {
    let hash = try quickHash(of: password)
    try office.session.transaction { session in
      let accounts = AccountTable(session)
      try accounts.add(AccountRow(username: user, person: office.person(cast).id), at: office.now)
      try accounts.setPassword(hash, for: user)
    }
  }

  @discardableResult
  func manage<Value>(_ act: (AccountOffice) throws -> Value) throws -> Value {
    try office.session.transaction { session in
      try act(AccountOffice(on: session, at: office.now))
    }
  }
}
