import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Role × act × concern, as the column "who" of the intent catalogue says.
///
/// Columns of the grids, from left to right: nobody in particular · the speaker · the speaker's
/// household · Bình and his unit thôn Buồng Tằm · Minh and his unit thôn Hộ · a member and a unit
/// of xã Hồng Phong · somebody not yet found · a number that nobody has.
@Suite struct PermissionTableTests {
  let office: Office

  init() throws { office = try Office() }

  @Test(
    "Registering, changing, withdrawing: for oneself; officers for their unit; the secretary",
    arguments: [
      (.hoa, "y yy .. .. .. . ."), (.lan, "y yy yy .. .. y ."), (.son, "y yy .. yy .. y ."),
      (.secretary, "y yy yy yy .. y ."), (.council, "y yy .. .. .. . ."),
      (.chair, "y yy .. .. .. . ."), (.admin, "y yy .. .. .. . ."),
      (.strangerMember, "y yy .. .. y. . ."), (.strangerOfficer, "y yy .. .. yy y ."),
      (.strangerSecretary, "y yy .. .. yy y ."),
    ] as [(Cast, String)])
  func changingRegistrations(cast: Cast, grid: String) {
    for act in [Act.registrationCreate, .registrationChange, .registrationWithdraw] {
      expect(act, by: cast, grid, otherwise: .selfUnitOrSecretary)
    }
  }

  @Test(
    "Lists: officers of their unit; secretary and chair of all",
    arguments: [
      (.hoa, ". .. .. .. .. . ."), (.minh, ". .. .. .. .. . ."),
      (.lan, "y yy yy .. .. y ."), (.son, "y yy .. yy .. y ."),
      (.secretary, "y yy yy yy .. y ."), (.council, ". .. .. .. .. . ."),
      (.chair, "y yy yy yy .. y ."), (.admin, ". .. .. .. .. . ."),
      (.strangerMember, ". .. .. .. .. . ."), (.strangerOfficer, "y yy .. .. yy y ."),
      (.strangerSecretary, "y yy .. .. yy y ."),
    ] as [(Cast, String)])
  func lists(cast: Cast, grid: String) {
    for act in [Act.registrationList, .registrationMissing] {
      expect(act, by: cast, grid, otherwise: .unitOfficerOr([.secretary, .chair]))
    }
  }

  @Test(
    "Another's status: officers of their unit; secretary, council and chair of all",
    arguments: [
      (.hoa, ". .. .. .. .. . ."), (.lan, "y yy yy .. .. y ."), (.son, "y yy .. yy .. y ."),
      (.secretary, "y yy yy yy .. y ."), (.council, "y yy yy yy .. y ."),
      (.chair, "y yy yy yy .. y ."), (.admin, ". .. .. .. .. . ."),
      (.strangerOfficer, "y yy .. .. yy y ."), (.strangerSecretary, "y yy .. .. yy y ."),
    ] as [(Cast, String)])
  func statusOfOthers(cast: Cast, grid: String) {
    expect(
      .statusOf, by: cast, grid, otherwise: .unitOfficerOr([.secretary, .council, .chair]))
  }

  @Test(arguments: [Act.undo, .statusMine, .reminders, .calendar])
  func oneselfIsForEveryoneLoggedIn(act: Act) {
    for cast in Cast.people { #expect(refusal(of: act, by: cast, .nobody) == nil) }
    #expect(refusal(of: act, by: .guest, .nobody) == .notLoggedIn)
  }

  @Test(
    "Tables as files: secretary and chair",
    arguments: [
      (.hoa, ". .. .. .. .. . ."), (.lan, ". .. .. .. .. . ."), (.council, ". .. .. .. .. . ."),
      (.admin, ". .. .. .. .. . ."), (.secretary, "y yy yy yy .. y ."),
      (.chair, "y yy yy yy .. y ."), (.strangerSecretary, "y yy .. .. yy y ."),
    ] as [(Cast, String)])
  func files(cast: Cast, grid: String) {
    expect(.export, by: cast, grid, otherwise: .roles([.secretary, .chair]))
  }

  @Test(arguments: [Act.publicFacts, .account])
  func factsAreForEveryone(act: Act) {
    for cast in Cast.allCases { #expect(refusal(of: act, by: cast, .nobody) == nil) }
  }

  @Test func aGuestDoesNothingElse() {
    for act in Act.allCases where act != .publicFacts && act != .account {
      for (_, concern) in concerns(of: .hoa) {
        #expect(refusal(of: act, by: .guest, concern) == .notLoggedIn)
      }
    }
  }

  @Test func aRefusalIsTheSameWhetherOrNotThereIsSuchAPerson() {
    for act in Act.allCases {
      for cast in [Cast.hoa, .admin, .strangerMember, .strangerOfficer, .strangerSecretary] {
        let refusals = [
          office.subject(.binh), office.household(.minh), .person(99_999), .household(of: 99_999),
          .unit(99_999),
        ].map { refusal(of: act, by: cast, .subject($0)) }
        #expect(Set(refusals).count == 1, "\(act) by \(cast)")
      }
    }
  }

  @Test func anOfficerWithoutAUnitActsForHimselfOnly() throws {
    try office.move(.lan, to: nil)
    expect(
      .registrationCreate, by: .lan, "y yy .. .. .. y .", otherwise: .selfUnitOrSecretary)
    expect(
      .registrationList, by: .lan, ". .. .. .. .. . .",
      otherwise: .unitOfficerOr([.secretary, .chair]))
  }

  @Test(
    "The slips of a plan are shown to those who settle them, in their own organization",
    arguments: Cast.allCases)
  func findings(cast: Cast) {
    let permissions = PermissionTable(office.directory)
    let sees = permissions.seesFindings(office.speaker(cast), of: "duong-hoa")
    #expect(sees == [.secretary, .chair, .admin].contains(cast))
  }

  @Test(arguments: Cast.allCases)
  func onlyTheSecretaryAcceptsLate(cast: Cast) {
    let mayAccept = PermissionTable(office.directory).mayAcceptLate(office.speaker(cast))
    #expect(mayAccept == [.secretary, .strangerSecretary].contains(cast))
  }

  // MARK: Reading the grids

  private func expect(
    _ act: Act, by cast: Cast, _ grid: String, otherwise permitted: Refusal.Permitted,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let cells = grid.filter { $0 != " " }
    for ((name, concern), cell) in zip(concerns(of: cast), cells) {
      let expected: Refusal? = cell == "y" ? nil : .notPermitted(permitted)
      #expect(
        refusal(of: act, by: cast, concern) == expected, "\(act) by \(cast) for \(name)",
        sourceLocation: sourceLocation)
    }
  }

  private func concerns(of cast: Cast) -> [(String, Concern)] {
    [
      ("nobody", .nobody),
      ("self", .subject(office.subject(cast))),
      ("own household", .subject(office.household(cast))),
      ("Bình", .subject(office.subject(.binh))),
      ("Buồng Tằm", .unit(office.unit("thôn Buồng Tằm"))),
      ("Minh's household", .subject(office.household(.minh))),
      ("thôn Hộ", .subject(.unit(office.unit("thôn Hộ")))),
      ("stranger", .subject(office.subject(.strangerMember))),
      ("strangers' unit", .unit(office.unit("thôn Còn Quyền"))),
      ("somebody", .somebodyElse),
      ("no such number", .subject(.person(99_999))),
    ]
  }

  private func refusal(of act: Act, by cast: Cast, _ concern: Concern) -> Refusal? {
    PermissionTable(office.directory)
      .refusal(of: act, to: office.speaker(cast), concerning: concern)
  }
}
