import CampaignReading
import Campaigns
import Foundation
import Testing

/// A duty of each wave or of each yearly round stands in the file once (`each`).
@Suite struct RepeatedMilestoneTests {
  /// With two dated waves, one without dates, and two rounds.
  static let text = SmallCampaign.text.replacingOccurrences(
    of: """
        - {name: Đợt 1, first: 2026-01-05, last: 2026-06-30, occasions: [30/4]}
      rounds:
        - {year: 2026, first: 2026-01-05, last: 2026-12-31}

      """,
    with: """
        - {name: Đợt 1, first: 2026-01-05, last: 2026-06-30}
        - {name: Đợt đặc biệt}
        - {name: Đợt 2, first: 2026-07-01, last: 2027-12-30}
      rounds:
        - {year: 2026, first: 2026-01-05, last: 2026-12-31}
        - {year: 2027, first: 2027-01-01, last: 2027-12-31}

      """
  ).replacingOccurrences(of: "last: 2026-12-31, wording", with: "last: 2027-12-31, wording")

  static let wave = """
      - id: review
        each: wave
        kind: review
        title: sơ kết {wave}
        wording: khi {wave} kết thúc
        owed_by: {posts: [secretary]}
        source: mục II

    """
  static let round = wave.replacingOccurrences(of: "wave", with: "round")
    .replacingOccurrences(of: "{round}", with: "năm {year}")

  static func read(_ milestone: String, in text: String = text) throws(ReadingFaults) -> Campaign {
    try CampaignFile.read(
      text.replacingOccurrences(of: "milestones:\n", with: "milestones:\n" + milestone),
      name: "thu.yaml", honours: nil)
  }

  @Test func oneForTheEndOfEachWaveWithDates() throws {
    let reviews = try Self.read(Self.wave).milestones(of: .review)
    #expect(reviews.map(\.id) == ["review-1", "review-2"])
    #expect(reviews.map(\.title) == ["sơ kết Đợt 1", "sơ kết Đợt 2"])
    #expect(reviews.map(\.wording) == ["khi Đợt 1 kết thúc", "khi Đợt 2 kết thúc"])
    #expect(reviews.map(\.deadline.lastValidDay) == [day("2026-06-30"), day("2027-12-30")])
    #expect(reviews.map(\.owedBy) == [.posts([.secretary]), .posts([.secretary])])
    #expect(reviews.map(\.opens) == [nil, nil])
  }

  @Test func oneForTheEndOfEachRound() throws {
    let reviews = try Self.read(Self.round).milestones(of: .review)
    #expect(reviews.map(\.id) == ["review-2026", "review-2027"])
    #expect(reviews.map(\.title) == ["sơ kết năm 2026", "sơ kết năm 2027"])
    #expect(reviews.map(\.deadline.lastValidDay) == [day("2026-12-31"), day("2027-12-31")])
  }

  @Test func allStandInOrderOfTheirDays() throws {
    let milestones = try Self.read(Self.wave).milestones
    #expect(milestones.map(\.id) == ["registration", "review-1", "report", "review-2"])
  }

  @Test(arguments: [
    ("each: wave", "each: month", "không nhận giá trị “month”", "wave, round"),
    ("kind: review", "kind: registration", "“registration” không lặp lại", "council, report"),
    ("kind: review", "kind: work", "“work” không lặp lại", "council, report"),
    ("title: sơ kết {wave}", "title: sơ kết", "thiếu “{wave}”", "viết “{wave}”"),
    ("each: wave", "each: wave\n    opens: 2026-01-01", "khóa “opens” không có", "các khóa"),
    (
      "each: wave", "each: wave\n    last_valid_day: 2026-01-01", "“last_valid_day” không có",
      "các khóa"
    ),
  ])
  func oneFault(_ old: String, _ new: String, _ message: String, _ advice: String) {
    let found = faults { () throws(ReadingFaults) in
      _ = try Self.read(Self.wave.replacingOccurrences(of: old, with: new))
    }
    #expect(
      found.contains { $0.message.contains(message) && $0.advice.contains(advice) }, "\(found)")
  }

  @Test func wavesWithoutDatesRepeatNothing() {
    let text = SmallCampaign.text.replacingOccurrences(
      of: ", first: 2026-01-05, last: 2026-06-30, occasions: [30/4]}", with: "}")
    let found = faults { () throws(ReadingFaults) in _ = try Self.read(Self.wave, in: text) }
    #expect(found.map(\.message).contains { $0.contains("“waves” không có mục nào có ngày") })
  }

  @Test func anIdThatStandsThereByItselfIsNotMetAgain() {
    let text = Self.text.replacingOccurrences(of: "- id: report", with: "- id: review-2")
    let found = faults { () throws(ReadingFaults) in _ = try Self.read(Self.wave, in: text) }
    #expect(found.map(\.message).contains { $0.contains("“review-2” trùng") }, "\(found)")
  }
}
