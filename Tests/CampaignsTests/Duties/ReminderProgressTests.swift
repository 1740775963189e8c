import Campaigns
import CivilTime
import TestSupport
import Testing

/// Who has been reminded up to when, against a list of all people.
@Suite struct ReminderProgressTests {
  private let monday: Instant = "2022-01-10 08:00"
  private let tuesday: Instant = "2022-01-11 08:00"
  private let wednesday: Instant = "2022-01-12 08:00"

  @Test func aRoundGoesFromTheFirstToTheLast() throws {
    var progress = ReminderProgress(through: monday)
    #expect(progress.firstStretch(before: monday) == nil)
    #expect(try #require(progress.firstStretch(before: tuesday)).people == 0..<PersonID.max)
    progress.advance(0..<300, to: tuesday)
    #expect(!progress.isEven)
    #expect(progress.newest == tuesday)
    #expect(try #require(progress.firstStretch(before: tuesday)).people == 300..<PersonID.max)
    progress.advance(300..<PersonID.max, to: tuesday)
    #expect(progress == ReminderProgress(through: tuesday))
  }

  @Test func anOvertakenRoundKeepsItsMarks() throws {
    var progress = ReminderProgress(through: monday)
    progress.advance(0..<300, to: tuesday)
    progress.advance(0..<100, to: wednesday)
    #expect(progress.steps.map(\.from) == [0, 100, 300])
    let next = try #require(progress.firstStretch(before: wednesday))
    #expect(next.people == 100..<300)
    #expect(next.through == tuesday)
    progress.advance(next.people, to: wednesday)
    #expect(progress.steps.map(\.through) == [wednesday, monday])
  }

  @Test func aClockSetBackLevelsWhatLiesBeyond() {
    var progress = ReminderProgress(through: monday)
    progress.advance(0..<300, to: wednesday)
    progress.setBack(to: tuesday)
    #expect(progress.steps.map(\.through) == [tuesday, monday])
    progress.setBack(to: monday)
    #expect(progress == ReminderProgress(through: monday))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func itAgreesWithAList(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var progress = ReminderProgress(through: monday)
    var list = [Instant](repeating: monday, count: 40)
    for _ in 0..<30 {
      let ends = [Int.random(in: 0..<40, using: &random), .random(in: 0...40, using: &random)]
        .sorted()
      let end = monday.adding(milliseconds: .random(in: 0..<4, using: &random))
      if ends[0] < ends[1] {
        let upper = ends[1] == 40 ? PersonID.max : PersonID(ends[1])
        progress.advance(PersonID(ends[0])..<upper, to: end)
        for index in ends[0]..<ends[1] { list[index] = end }
      }
      #expect(list.indices.map { through($0, in: progress) } == list)
      let neighbours = zip(progress.steps, progress.steps.dropFirst())
      #expect(neighbours.allSatisfy { $0.through != $1.through })
      #expect(progress.newest == list.max())
    }
  }

  private func through(_ index: Int, in progress: ReminderProgress) -> Instant? {
    progress.steps.last { $0.from <= PersonID(index) }?.through
  }
}
