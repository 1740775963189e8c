import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct WorkTests {
  private static let either = WorkMinimum(
    groups: [.init(kinds: [.model, .work, .task], atLeast: 1)], owedBy: "mỗi thôn", source: "III.2")
  private static let both = WorkMinimum(
    groups: [.init(kinds: [.work, .task], atLeast: 1), .init(kinds: [.event], atLeast: 1)],
    owedBy: "mỗi đơn vị", source: "IV.1")

  private func works(_ kinds: [WorkKind]) -> [Work] {
    kinds.map { Work(kind: $0, title: "x", due: nil) }
  }

  @Test(
    "Hồng Phong: a model or a work or a task",
    arguments: [
      ([], 1), ([.model], 0), ([.work], 0), ([.task, .task], 0), ([.event], 1),
    ] as [([WorkKind], Int)])
  func or(kinds: [WorkKind], lacking: Int) {
    #expect(Self.either.shortfall(of: works(kinds), counting: { _ in true }).count == lacking)
  }

  @Test(
    "Quỳ Hợp: a work or task, and an event",
    arguments: [
      ([], 2), ([.work], 1), ([.event], 1), ([.task, .event], 0), ([.work, .task], 1),
      ([.model, .event], 1),
    ] as [([WorkKind], Int)])
  func and(kinds: [WorkKind], lacking: Int) {
    #expect(Self.both.shortfall(of: works(kinds), counting: { _ in true }).count == lacking)
  }

  @Test func onlyCompleteOnesCountWhereCompletionIsAskedFor() {
    let done = Work(kind: .work, title: "x", due: nil).reported(100, on: "2023-04-18")
    let half = Work(kind: .event, title: "y", due: nil).reported(50, on: "2023-04-18")
    #expect(
      Self.both.shortfall(of: [done, half], counting: \.isComplete)
        == [.init(kinds: [.event], lacking: 1)])
  }

  @Test(
    "Done before 19 April: the 18th is the last day",
    arguments: [("2023-04-17", true), ("2023-04-18", true), ("2023-04-19", false)]
      as [(CivilDate, Bool)])
  func inTime(day: CivilDate, isInTime: Bool) {
    let work = Work(kind: .work, title: "x", due: "2023-04-18").reported(100, on: day)
    #expect(work.isComplete)
    #expect(work.isInTime == isInTime)
  }

  @Test func theFirstDayOfCompletionStays_andACorrectionTakesItAway() {
    let work = Work(kind: .work, title: "x", due: nil).reported(100, on: "2023-04-01")
    #expect(work.reported(100, on: "2023-04-05").completedOn == "2023-04-01")
    #expect(work.reported(90, on: "2023-04-05").completedOn == nil)
  }
}
