import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct DossierTests {
  private let terms = AppraisalTerms(
    of: DossierRequirements(
      papers: [
        .init(kind: .proposal, title: "tờ trình"), .init(kind: .minutes, title: "biên bản họp xét"),
      ], note: nil, source: "mục IV", appraisalDays: 5, completionDays: 3),
    calendar: WorkingCalendar(holidays: ["2023-04-03": "nghỉ bù"]))
  private let dossier = Dossier(honour: "GKX", year: 2023)

  private func paper(_ kind: DocumentKind, _ note: String? = nil) -> Dossier.Paper {
    Dossier.Paper(kind: kind, note: note, addedOn: "2023-03-20")
  }

  // MARK: Papers

  @Test func whatIsMissingIsWhatThePlanAsksForAndNothingElse() throws {
    let plan = DossierRequirements(
      papers: [
        .init(kind: .proposal, title: "tờ trình"), .init(kind: .minutes, title: "biên bản họp xét"),
      ], note: nil, source: "mục IV")
    #expect(dossier.missing(of: plan).map(\.title) == ["tờ trình", "biên bản họp xét"])
    let one = try #require(dossier.adding(paper(.minutes)))
    #expect(one.missing(of: plan).map(\.title) == ["tờ trình"])
    let both = try #require(one.adding(paper(.proposal)))
    #expect(both.missing(of: plan).isEmpty)
    #expect(dossier.missing(of: nil).isEmpty)
  }

  @Test func aPaperHandedInAgainTakesThePlaceOfTheOldOne() throws {
    let first = try #require(dossier.adding(paper(.minutes, "số 1")))
    let second = try #require(first.adding(paper(.minutes, "số 2")))
    #expect(second.papers.map(\.note) == ["số 2"])
    let others = try #require(second.adding(paper(.other, "ảnh"))?.adding(paper(.other, "đĩa")))
    #expect(others.papers.map(\.note) == ["số 2", "ảnh", "đĩa"])
  }

  @Test func nothingIsAddedWhileItIsAppraised() throws {
    let submitted = try #require(dossier.submitted(on: "2023-03-20", terms))
    #expect(submitted.adding(paper(.minutes)) == nil)
    #expect(submitted.submitted(on: "2023-03-21", terms) == nil)
  }

  // MARK: The clock

  @Test func appraisalEndsAfterItsWorkingDays() throws {
    // Five working days after Monday 20 March: Tuesday to Monday.
    let submitted = try #require(dossier.submitted(on: "2023-03-20", terms))
    #expect(submitted.clock == .running(due: "2023-03-27"))
    #expect(submitted.receivedOn == "2023-03-20")
  }

  @Test func itStopsWhileTheDossierIsReturnedAndGoesOnWithWhatIsLeft() throws {
    let submitted = try #require(dossier.submitted(on: "2023-03-20", terms))
    // Wednesday: two working days are gone, three are left.
    let returned = try #require(
      submitted.returned(on: "2023-03-22", because: "thiếu biên bản", terms))
    #expect(returned.clock == .stopped(left: 3))
    #expect(returned.returned?.completeBy == "2023-03-27")
    #expect(returned.returned?.reason == "thiếu biên bản")
    // Handed in again on Friday 31 March; Monday 3 April is a day off.
    let again = try #require(returned.submitted(on: "2023-03-31", terms))
    #expect(again.clock == .running(due: "2023-04-06"))
    #expect(again.receivedOn == "2023-03-20", "the day of the first hand-in counts")
    #expect(again.returned == nil)
  }

  @Test func anOverdueAppraisalHasADayLeftOnceItComesBack() throws {
    let submitted = try #require(dossier.submitted(on: "2023-03-20", terms))
    let returned = try #require(submitted.returned(on: "2023-04-20", because: "muộn", terms))
    #expect(returned.clock == .stopped(left: 0))
    #expect(returned.submitted(on: "2023-04-21", terms)?.clock == .running(due: "2023-04-24"))
  }

  @Test func acceptingStopsIt() throws {
    let accepted = try #require(dossier.submitted(on: "2023-03-20", terms)?.accepted())
    #expect(accepted.clock == .notRunning)
    #expect(accepted.state == .accepted)
  }

  @Test func withoutTermsOfThePlanItIsTwentyDaysAndFive() {
    let usual = AppraisalTerms(of: nil, calendar: WorkingCalendar())
    #expect(usual.appraisalDays == 20)
    #expect(usual.completionDays == 5)
  }

  // MARK: Chains of titles

  private func rule(_ years: Int) -> HonourRule {
    HonourRule(
      validFrom: "2014-06-01", validTo: nil, source: "Điều 22", decidedBy: "Chủ tịch UBND tỉnh",
      conditions: [], alternatives: [],
      prerequisites: [.init(honour: "CSTDCS", consecutiveYears: years)], councilThreshold: 90)
  }

  @Test(
    arguments: [
      ([2020, 2021, 2022], nil), ([2021, 2022, 2023], nil), ([2019, 2020, 2021, 2022], nil),
      ([2020, 2022], [2021]), ([2019, 2020, 2021], [2022]), ([], [2020, 2021, 2022]),
    ] as [([Int], [Int]?)])
  func threeYearsInARow(awarded: [Int], missing: [Int]?) {
    let broken = rule(3).brokenChains(
      for: 2023, awarded: ["CSTDCS": Set(awarded)], name: { $0 })
    let wanted = missing.map {
      [DossierWarning.brokenChain(honour: "CSTDCS", needed: 3, missingYears: $0, source: "Điều 22")]
    }
    #expect(broken == wanted ?? [])
  }
}
