import Campaigns
import CivilTime
import TestSupport
import Testing

/// One message per person, however many duties; told from the directory and the ledger alone.
@Suite struct ReminderDispatchTests {
  /// Two campaigns of one commune whose duties end on the same day.
  let village: Village

  init() throws { village = try Village() }

  @Test func twoDutiesOfOneDayAreOneMessage() throws {
    let digests = village.digests(at: "2022-01-14 08:00")
    #expect(digests.map(\.recipient.name) == ["An", "Bình", "Thư"])
    let an = try #require(digests.first).digest
    #expect(an.duties.map(\.campaign) == ["a", "b"])
    #expect(an.day == "2022-01-14")
    #expect(!an.isLate)
  }

  @Test func aDutyThatIsDoneIsLeftOut() throws {
    let digests = village.digests(
      at: "2022-01-14 08:00", done: ["a": [.person(1)], "b": [.person(1), .person(2)]])
    #expect(digests.map(\.recipient.name) == ["Bình", "Thư"])
    #expect(digests.first?.digest.duties.map(\.campaign) == ["a"])
    let list = try #require(digests.last?.digest.missing)
    #expect(list.map(\.names) == [["Bình"]])
  }

  @Test func whoIsMissingIsToldToTheSecretaryOnly() {
    let digests = village.digests(at: "2022-01-15 08:00")
    #expect(digests.map(\.recipient.name) == ["Thư"])
    #expect(digests.first?.digest.duties == [])
    #expect(digests.first?.digest.missing.map(\.count) == [2, 2])
  }

  @Test func nobodyMissingIsNoMessage() {
    let everyone: Set<Subject> = [.person(1), .person(2)]
    #expect(
      village.digests(at: "2022-01-15 08:00", done: ["a": everyone, "b": everyone]).isEmpty)
  }

  @Test func afterAnOutageSeveralDaysBecomeOneMessageThatIsLate() throws {
    let digests = village.digests(
      from: "2021-12-31 08:00", at: "2022-01-13 09:30", servingSince: "2022-01-13 09:30")
    let an = try #require(digests.first { $0.recipient.name == "An" }).digest
    #expect(an.isLate)
    #expect(an.day == "2022-01-13")
    #expect(an.duties.count == 2)
  }

  @Test func aMessageThatHoldsSomethingOfTodayIsNotLate() throws {
    let digests = village.digests(
      from: "2022-01-11 08:00", at: "2022-01-13 08:00", servingSince: "2022-01-13 07:00")
    #expect(digests.first?.digest.isLate == false)
  }

  @Test func theOrderOfTheOccasionsDoesNotMatter() {
    let (start, now): (Instant, Instant) = ("2022-01-11 08:00", "2022-01-14 08:00")
    for servingSince: Instant in ["2022-01-11 07:00", "2022-01-13 07:00", "2022-01-14 09:00"] {
      func digests(reversed: Bool) -> Set<ReminderDigest> {
        Set(
          village.digests(from: start, at: now, servingSince: servingSince, reversed: reversed)
            .map(\.digest).map {
              ReminderDigest(
                day: $0.day, isLate: $0.isLate,
                duties: $0.duties.sorted { $0.campaign < $1.campaign },
                missing: $0.missing.sorted { $0.duty.campaign < $1.duty.campaign })
            })
      }
      #expect(digests(reversed: true) == digests(reversed: false))
    }
  }

  @Test func whatCanNoLongerBeDoneIsNotRemindedOf() {
    let digests = village.digests(
      from: "2022-01-13 08:00", at: "2022-01-15 00:00", servingSince: "2022-01-15 00:00")
    #expect(digests.map(\.recipient.name) == ["Thư"])
    #expect(digests.first?.digest.duties == [])
    #expect(digests.first?.digest.missing.count == 2)
  }

  @Test func aLongListShowsItsFirstFiftyNamesAndTheWholeCount() throws {
    let crowd = try Village(members: (1...73).map { "Người \($0)" })
    let digests = crowd.digests(at: "2022-01-15 08:00")
    let list = try #require(digests.first?.digest.missing.first)
    #expect(list.names.count == 50)
    #expect(list.names.first == "Người 1")
    #expect(list.count == 73)
  }

  @Test func lateUnitsAreNamedWithoutAnOfficerToo_butNotTheOfficesOfThoseWhoAsk() throws {
    let organization = Plans.duongHoaCommune
    let work = Milestone(
      id: "work", kind: .work, title: "làm công trình", wording: "", opens: nil,
      deadline: Deadline(lastValidDay: "2022-01-14"), owedBy: .units, source: "")
    let roles: [(Role, UnitID)] = [(.officer, 1), (.member, 2), (.secretary, 3), (.officer, 4)]
    let directory = Directory(
      version: 1, organizations: [organization],
      campaigns: [
        Plans.campaign(
          "a", of: organization, title: "a",
          Period(first: "2022-01-01", last: "2022-12-31", wording: ""), milestones: [work],
          honours: [])
      ], honours: Honours.catalogue, calendar: WorkingCalendar(),
      reminderRules: try FiveCampaigns.reminderRules(),
      units: roles.map { Unit(id: $1, organization: organization.id, name: "thôn \($1)") },
      people: roles.map { role, unit in
        Person(
          id: unit, organization: organization.id, name: "Người \(unit)", unit: unit, role: role)
      })
    let occasions = directory.reminderPlan(.standard).occasions(of: directory.campaigns[0])
      .filter { $0.at.date == "2022-01-14" }
    let digests = ReminderDispatch(
      directory: directory, ledger: DutyLedger(settled: ["a": [.unit(4, milestone: "work")]])
    ).digests(for: occasions, at: "2022-01-14 08:00", servingSince: "2021-01-01 00:00")
    #expect(digests.map(\.recipient.name) == ["Người 1", "Người 3"])
    let list = try #require(digests.last?.digest.missing.first)
    #expect(list.names == ["thôn 1", "thôn 2"])
    #expect(list.areUnits)
  }
}

/// A commune with two campaigns, some members and the secretary Thư.
struct Village {
  let directory: Directory

  init(members: [String] = ["An", "Bình"]) throws {
    let organization = Plans.duongHoaCommune
    let people = members.enumerated().map { index, name in
      Person(
        id: PersonID(index + 1), organization: organization.id, name: name, unit: nil,
        role: .member)
    }
    let secretary = Person(
      id: 1000, organization: organization.id, name: "Thư", unit: nil, role: .secretary)
    let campaigns = ["a", "b"].map { id in
      Plans.campaign(
        id, of: organization, title: id,
        Period(first: "2022-01-01", last: "2022-12-31", wording: ""),
        milestones: [
          Milestone(
            id: "registration", kind: .registration, title: "đăng ký", wording: "", opens: nil,
            deadline: Deadline(lastValidDay: "2022-01-14"), owedBy: .persons([.member]), source: "")
        ], honours: [])
    }
    directory = Directory(
      version: 1, organizations: [organization], campaigns: campaigns,
      honours: Honours.catalogue, calendar: WorkingCalendar(),
      reminderRules: try FiveCampaigns.reminderRules(), units: [],
      people: people + [secretary])
  }

  /// What goes out for the occasions from `start` (otherwise from `now`) up to `now`.
  func digests(
    from start: Instant? = nil, at now: Instant, servingSince: Instant = "2021-01-01 00:00",
    done: [CampaignID: Set<Subject>] = [:], reversed: Bool = false
  ) -> [(recipient: Person, digest: ReminderDigest)] {
    let plan = directory.reminderPlan(.standard)
    let occasions = directory.campaigns.flatMap { plan.occasions(of: $0) }
      .filter { start ?? now <= $0.at && $0.at <= now }.sorted {
        reversed ? $0.at > $1.at : $0.at < $1.at
      }
    return ReminderDispatch(directory: directory, ledger: DutyLedger(registered: done))
      .digests(for: occasions, at: now, servingSince: servingSince)
  }
}
