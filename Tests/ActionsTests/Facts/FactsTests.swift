import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// What plans and the law say: for everyone, with the findings for those who settle them.
@Suite struct FactsTests {
  let office: Office

  init() throws { office = try Office(at: "2022-01-10 09:00") }

  @Test func guestsMayAskAllFacts() throws {
    let id = Office.campaign
    for question in [
      Question.campaigns(year: nil), .campaign(id), .deadlines(id, of: nil),
      .registrableHonours(id), .targets(id, about: nil), .movements(id), .waves(id), .contacts(id),
      .quota(id), .criteria(["LDTT"], id), .criteria(["LDTT"], nil), .requirements(id), .whoAmI,
    ] {
      #expect(try office.refusal(of: question, as: .guest) == nil)
    }
  }

  @Test func anUnknownCampaignIsRefusedByName() throws {
    for question in [
      Question.campaign("x"), .deadlines("x", of: nil), .registrableHonours("x"),
      .targets("x", about: nil), .movements("x"), .waves("x"), .contacts("x"), .quota("x"),
      .criteria(["LDTT"], "x"), .requirements("x"),
      .registrations("x", RegistrationFilter()), .missing("x", nil),
    ] {
      #expect(
        try office.refusal(of: question, as: .secretary) == .unknownCampaign(asWritten: "x"))
    }
  }

  @Test(
    arguments: [
      (.guest, false), (.hoa, false), (.lan, false), (.council, false), (.secretary, true),
      (.chair, true), (.admin, true), (.strangerSecretary, false),
    ] as [(Cast, Bool)])
  func findings(cast: Cast, areShown: Bool) throws {
    guard case .campaign(let facts) = try office.answer(.campaign(Office.campaign), as: cast)
    else { throw OtherAnswer() }
    #expect(facts.findings.isEmpty == !areShown)
  }

  @Test(
    "One's own campaigns first, running before upcoming before ended",
    arguments: [
      (.guest, "2022-01-10 09:00", ["duong-hoa-2022", "hong-phong-2023"]),
      (.guest, "2023-04-01 09:00", ["hong-phong-2023", "duong-hoa-2022"]),
      (.strangerMember, "2022-01-10 09:00", ["hong-phong-2023", "duong-hoa-2022"]),
      (.hoa, "2023-04-01 09:00", ["duong-hoa-2022", "hong-phong-2023"]),
    ] as [(Cast, Instant, [CampaignID])])
  func order(cast: Cast, now: Instant, expected: [CampaignID]) throws {
    office.clock.now = now
    #expect(try campaigns(year: nil, as: cast) == expected)
  }

  @Test(
    arguments: [
      (2021, ["duong-hoa-2022"]), (2022, ["duong-hoa-2022"]), (2023, ["hong-phong-2023"]),
      (2024, []),
    ] as [(Int, [CampaignID])])
  func ofAYear(year: Int, expected: [CampaignID]) throws {
    #expect(try campaigns(year: year, as: .guest) == expected)
  }

  @Test func deadlinesComeInOrderWithDaysLeft() throws {
    guard
      case .deadlines(_, let all) = try office.answer(
        .deadlines(Office.campaign, of: nil), as: .guest)
    else { throw OtherAnswer() }
    #expect(all.map(\.milestone.id) == ["registration", "council"])
    #expect(all.map(\.daysLeft) == [4, 316])
    #expect(all.map(\.isOpen) == [true, true])
  }

  @Test func aKindThePlanDoesNotHave() throws {
    guard
      case .deadlines(_, let none) = try office.answer(
        .deadlines(Office.campaign, of: .review), as: .guest)
    else { throw OtherAnswer() }
    #expect(none.isEmpty)
    #expect(
      try office.refusal(of: .deadlines("hong-phong-2023", of: .registration), as: .guest)
        == .wrongState(.noRegistrationDuty(campaign: "90 năm Đảng bộ tỉnh")))
  }

  @Test func whatCanBeRegistered_orElseBeAwarded() throws {
    func codes(_ id: CampaignID) throws -> [HonourCode] {
      guard
        case .registrableHonours(let offer) = try office.answer(
          .registrableHonours(id), as: .guest)
      else { throw OtherAnswer() }
      #expect((offer.registration == nil) == (id == "hong-phong-2023"))
      return offer.honours.map(\.code)
    }
    #expect(
      try codes("duong-hoa-2022") == ["LDTT", "CSTDCS", "CSTDT", "TTLDTT", "GDVH", "XPTTTB"])
    #expect(try codes("hong-phong-2023") == ["GKX"])
  }

  @Test(
    arguments: [
      ("2022-01-10 09:00", "Chủ tịch UBND cấp huyện"), ("2024-01-10 09:00", "Chủ tịch UBND cấp xã"),
    ] as [(Instant, String)])
  func criteriaAreThoseInForceToday(now: Instant, decidedBy: String) throws {
    office.clock.now = now
    guard
      case .criteria(let criteria) = try office.answer(
        .criteria(["CSTDCS", "CSTDT", "NOBEL"], Office.campaign), as: .guest)
    else { throw OtherAnswer() }
    #expect(
      criteria.map(\.name) == ["Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh", "NOBEL"])
    #expect(criteria.map { $0.rule?.decidedBy } == [decidedBy, "Chủ tịch UBND cấp tỉnh", nil])
    #expect(criteria[1].prerequisiteNames == ["Chiến sĩ thi đua cơ sở"])
    #expect(criteria.map { $0.plan?.code } == ["CSTDCS", "CSTDT", nil])
  }

  @Test(
    arguments: [
      ("bảo hiểm y tế", ["bhyt"]), ("bao hiem y te", ["bhyt"]), ("hộ nghèo", ["nghèo"]),
      // A figure's label counts; more than half of the words must be there.
      ("tiểu học", ["trường"]), ("bảo hiểm xe máy ô tô", ["bhyt", "nghèo", "trường"]),
      // Nothing fits, or nothing was asked: all of them.
      ("sân bay", ["bhyt", "nghèo", "trường"]), ("…!", ["bhyt", "nghèo", "trường"]),
      (nil, ["bhyt", "nghèo", "trường"]),
    ] as [(String?, [String])])
  func targetsAreFoundByTheirWords(about: String?, expected: [String]) throws {
    func target(_ id: String, _ title: String, labels: [String]) -> Target {
      Target(
        id: id, title: title,
        figures: labels.map {
          Target.Figure(
            label: $0, direction: .atLeast, thousandths: 93_000, upToThousandths: nil, unit: "%")
        }, note: nil)
    }
    let plan = Plans.campaign(
      "x", of: Plans.duongHoaCommune, title: "x",
      Period(first: "2022-01-01", last: "2022-12-31", wording: ""), milestones: [], honours: [],
      targets: [
        target("bhyt", "Tỷ lệ tham gia bảo hiểm y tế", labels: []),
        target("nghèo", "Giảm hộ nghèo, cận nghèo", labels: []),
        target("trường", "Huy động đến trường", labels: ["mẫu giáo", "tiểu học"]),
      ])
    let office = try Office(campaigns: [plan])
    guard case .targets(_, let found) = try office.answer(.targets("x", about: about), as: .guest)
    else { throw OtherAnswer() }
    #expect(found.map(\.id) == expected)
  }

  @Test(
    arguments: [
      (.guest, Identity(name: nil, unit: nil, organization: nil, role: .guest)),
      (
        .lan,
        Identity(
          name: "Lê Thị Lan", unit: "thôn Buồng Tằm", organization: "xã Dương Hòa", role: .officer)
      ),
      (.chair, Identity(name: "Võ Chủ", unit: nil, organization: "xã Dương Hòa", role: .chair)),
    ] as [(Cast, Identity)])
  func whoAmI(cast: Cast, identity: Identity) throws {
    #expect(try office.answer(.whoAmI, as: cast) == .identity(identity))
  }

  private func campaigns(year: Int?, as cast: Cast) throws -> [CampaignID] {
    guard case .campaigns(let entries) = try office.answer(.campaigns(year: year), as: cast) else {
      throw OtherAnswer()
    }
    return entries.map(\.id)
  }
}
