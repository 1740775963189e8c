import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct RegistrationRulesTests {
  let rules = RegistrationRules(of: Plans.duongHoa, honours: Honours.catalogue)

  // MARK: When

  @Test(
    "Registration is admitted to the last millisecond, then by the secretary with a reason",
    arguments: [
      ("2021-11-02 00:00", false, nil, .admitted(reason: nil)),
      ("2022-01-14 23:59:59.999", false, nil, .admitted(reason: nil)),
      ("2022-01-15 00:00", false, nil, .passed(speakerAccepts: false)),
      // A reason does not help whoever may not accept.
      ("2022-01-15 00:00", false, "ốm", .passed(speakerAccepts: false)),
      ("2022-01-15 00:00", true, nil, .passed(speakerAccepts: true)),
      ("2022-01-15 00:00", true, "ốm", .admitted(reason: "ốm")),
      // In time nothing is late, whatever was said.
      ("2022-01-14 23:59:59.999", true, "ốm", .admitted(reason: nil)),
      // A reason says something.
      ("2022-01-15 00:00", true, "", .passed(speakerAccepts: true)),
      ("2022-01-15 00:00", true, " \u{00a0}\t", .passed(speakerAccepts: true)),
    ] as [(Instant, Bool, String?, Admission)])
  func admission(
    at now: Instant, mayAcceptLate: Bool, reason: String?, expected: Admission
  ) {
    let admission = Admission {
      () throws(Refusal) in
      try rules.admit(at: now, mayAcceptLate: mayAcceptLate, lateReason: reason)
    }
    #expect(admission == expected)
  }

  @Test(
    "A window that has not opened admits nobody",
    arguments: [
      ("2022-01-02 23:59:59.999", false), ("2022-01-03 00:00", true), ("2022-01-14 12:00", true),
    ] as [(Instant, Bool)])
  func windows(at now: Instant, isOpen: Bool) {
    let rules = RegistrationRules(
      of: Plans.duongHoa(registrationOpens: "2022-01-03"), honours: Honours.catalogue)
    for mayAcceptLate in [false, true] {
      let admission = Admission {
        () throws(Refusal) in
        try rules.admit(at: now, mayAcceptLate: mayAcceptLate, lateReason: "ốm")
      }
      #expect(admission == (isOpen ? .admitted(reason: nil) : .notOpenYet("2022-01-03")))
    }
  }

  @Test func aPlanWithoutTheDutySaysSo() {
    let rules = RegistrationRules(of: Plans.hongPhong, honours: Honours.catalogue)
    #expect(throws: Refusal.wrongState(.noRegistrationDuty(campaign: "90 năm Đảng bộ tỉnh"))) {
      try rules.admit(at: "2023-04-01 08:00", mayAcceptLate: true, lateReason: "ốm")
    }
  }

  @Test func theRefusalNamesTheDutyAndWhoStillAccepts() {
    #expect(
      throws: Refusal.deadlinePassed(
        PassedDeadline(
          campaign: "duong-hoa-2022", milestone: .registration,
          title: "đăng ký danh hiệu thi đua năm 2022", lastValidDay: "2022-01-14",
          acceptsLate: [.secretary], speakerAccepts: false))
    ) {
      try rules.admit(at: "2022-01-15 00:00", mayAcceptLate: false, lateReason: nil)
    }
  }

  // MARK: What

  @Test(
    "An honour must exist on the day, for that kind of subject, in law and in the plan",
    arguments: [
      ("LDTT", .person, "2022-01-10", nil),
      ("CSTDCS", .person, "2022-01-10", nil),
      ("CSTDT", .person, "2022-01-10", nil),
      ("TTLDTT", .collective, "2022-01-10", nil),
      ("GDVH", .household, "2022-01-10", nil),
      // Another kind of subject: the law's source says so.
      ("LDTT", .collective, "2022-01-10", wrongKind("LDTT", .collective, law2003 + ", Điều 24")),
      ("LDTT", .household, "2024-01-10", wrongKind("LDTT", .household, law2022 + ", Điều 24")),
      ("TTLDTT", .person, "2022-01-10", wrongKind("TTLDTT", .person, law2003 + ", Điều 28")),
      ("GDVH", .person, "2022-01-10", wrongKind("GDVH", .person, "NĐ 122/2018/NĐ-CP")),
      // Not yet, or not at all.
      (
        "XPTTTB", .collective, "2022-01-10",
        .notInForce(honour: "Xã, phường, thị trấn tiêu biểu", on: "2022-01-10")
      ),
      ("XPTTTB", .collective, "2024-01-30", nil),
      ("LDTT", .person, "2004-06-30", .notInForce(honour: "Lao động tiên tiến", on: "2004-06-30")),
      ("NOBEL", .person, "2022-01-10", .notInForce(honour: "NOBEL", on: "2022-01-10")),
      ("", .person, "2022-01-10", .notInForce(honour: "", on: "2022-01-10")),
      // In the plan, but not to be registered beforehand.
      (
        "GKX", .person, "2022-01-10",
        .notInPlan(honour: "Giấy khen của Chủ tịch UBND cấp xã", campaign: "thi đua năm 2022")
      ),
    ] as [(HonourCode, SubjectKind, CivilDate, Refusal.Ineligibility?)])
  func eligibility(
    code: HonourCode, kind: SubjectKind, day: CivilDate, reason: Refusal.Ineligibility?
  ) {
    do throws(Refusal) {
      try rules.check(code, for: kind, on: day)
      #expect(reason == nil)
    } catch {
      #expect(error == reason.map { .notEligible($0) })
    }
  }

  @Test func aPlanMayOfferAnHonourToFewerKindsThanTheLaw() {
    let narrow = Plans.campaign(
      "x", of: Plans.duongHoaCommune, title: "hẹp",
      Period(first: "2022-01-01", last: "2022-12-31", wording: ""),
      milestones: Plans.duongHoa.milestones,
      honours: [
        CampaignHonour(
          code: "GKX", kinds: [.household], registrable: true, conferredBy: "",
          proposedUpward: false, criteria: [], source: "mục V")
      ])
    let rules = RegistrationRules(of: narrow, honours: Honours.catalogue)
    #expect(
      throws: Refusal.notEligible(
        .wrongKind(
          honour: "Giấy khen của Chủ tịch UBND cấp xã", given: .person, allowed: [.household],
          source: "mục V"))
    ) { try rules.check("GKX", for: .person, on: "2022-01-10") }
    #expect(
      throws: Refusal.notEligible(
        .notInPlan(honour: "Lao động tiên tiến", campaign: "hẹp"))
    ) { try rules.check("LDTT", for: .person, on: "2022-01-10") }
  }
}

/// What became of asking for admission, short enough for a table.
enum Admission: Hashable, Sendable {
  case admitted(reason: String?)
  case passed(speakerAccepts: Bool)
  case notOpenYet(CivilDate)
  case refused(Refusal)

  init(_ admit: () throws(Refusal) -> String?) {
    do throws(Refusal) {
      self = .admitted(reason: try admit())
    } catch {
      switch error {
      case .deadlinePassed(let passed): self = .passed(speakerAccepts: passed.speakerAccepts)
      case .notOpenYet(_, let opens): self = .notOpenYet(opens)
      default: self = .refused(error)
      }
    }
  }
}

private let law2003 = "Luật Thi đua, khen thưởng 15/2003/QH11"
private let law2022 = "Luật 06/2022/QH15"

private func wrongKind(
  _ code: HonourCode, _ given: SubjectKind, _ source: String
) -> Refusal.Ineligibility? {
  Honours.catalogue[code].map {
    .wrongKind(honour: $0.name, given: given, allowed: $0.kinds, source: source)
  }
}
