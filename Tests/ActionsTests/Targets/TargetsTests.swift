import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct TargetsTests {
  let office: Office

  init() throws { office = try Office(at: "2022-06-01 09:00", campaigns: [Plans.everything()]) }

  private func statement(
    _ about: String, _ thousandths: Int64, isShare: Bool, unit: String? = nil
  ) -> Change {
    .reportFigure(
      Office.campaign,
      FigureStatement(
        about: about, unit: unit.map { office.unit($0) }, thousandths: thousandths,
        isShare: isShare))
  }

  private func attainment(_ about: String? = nil) throws -> AttainmentList {
    guard
      case .attainment(let list) = try office.answer(
        .attainment(Office.campaign, about: about, nil), as: .hoa)
    else { throw NotAsWanted() }
    return list
  }

  @Test(
    "Found by its words, by an abbreviation, without marks",
    arguments: ["bảo hiểm y tế", "BHYT", "bao hiem y te", "tham gia bảo hiểm y tế"])
  func found(words: String) throws {
    try office.perform(statement(words, 93_500, isShare: true), as: .secretary)
    let figure = try #require(try attainment("bảo hiểm y tế").figures.first)
    #expect(figure.reported == .init(thousandths: 93_500, day: "2022-06-01"))
    #expect(figure.figure.isMet(by: 93_500))
  }

  @Test func aFigureOfTheSameDayCorrectsTheFirst_aLaterOneComesAfterIt() throws {
    try office.perform(statement("ngân sách", 100_000_000_000, isShare: false), as: .secretary)
    try office.perform(statement("ngân sách", 120_000_000_000, isShare: false), as: .secretary)
    office.clock.now = "2022-07-01 09:00"
    let performed = try office.perform(
      statement("ngân sách", 300_000_000_000, isShare: false), as: .secretary)
    guard case .figureReported(let entry, _, _, let before)? = performed.made else {
      throw NotAsWanted()
    }
    #expect(before?.thousandths == 120_000_000_000)
    #expect(entry.reported == .init(thousandths: 300_000_000_000, day: "2022-07-01"))
    #expect(try office.contents()["record"].count { $0.contains("figure") } == 2)
    #expect(try office.contents()["record_version"].count == 3, "the first figure stays")
  }

  @Test func unitsAddUpWhereFiguresDo() throws {
    try office.perform(statement("ngân sách", 100, isShare: false), as: .lan)
    try office.perform(statement("ngân sách", 250, isShare: false), as: .son)
    let budget = try #require(try attainment("ngân sách").figures.first)
    #expect(budget.byUnit.map(\.unit) == ["thôn Buồng Tằm", "thôn Hộ"])
    #expect(budget.reported?.thousandths == 350)
    try office.perform(statement("BHYT", 90_000, isShare: true), as: .lan)
    #expect(try attainment("BHYT").figures.first?.reported == nil, "shares do not")
  }

  @Test func whatDoesNotFitStaysAtTheGreatest() throws {
    try office.perform(statement("ngân sách", .max, isShare: false), as: .lan)
    try office.perform(statement("ngân sách", 250, isShare: false), as: .son)
    #expect(try attainment("ngân sách").figures.first?.reported?.thousandths == .max)
  }

  @Test func oneOfSeveralFiguresIsNamed() throws {
    guard
      case .wrongState(.target(.whichFigure(_, let labels)))? = try office.refusal(
        of: statement("học sinh ra lớp", 98_000, isShare: true), as: .secretary)
    else { throw NotAsWanted() }
    #expect(labels == ["tiểu học", "trung học cơ sở"])
    try office.perform(
      statement("học sinh trung học cơ sở ra lớp", 98_000, isShare: true), as: .secretary)
    #expect(try attainment().figures.map(\.figure.label) == ["trung học cơ sở"])
    #expect(try attainment().silent == 3)
  }

  @Test func refusals() throws {
    let report = statement("BHYT", 93_000, isShare: true)
    #expect(
      try office.refusal(of: report, as: .hoa) == .notPermitted(.roles([.officer, .secretary])))
    #expect(
      try office.refusal(of: statement("BHYT", 93_000, isShare: false), as: .secretary)
        == .wrongState(
          .target(.wrongMeasure(target: "Người dân tham gia bảo hiểm y tế", unit: "%"))))
    #expect(
      try office.refusal(of: statement("xuất khẩu gạo", 1, isShare: false), as: .secretary)
        == .wrongState(.target(.unknown(asWritten: "xuất khẩu gạo"))))
    #expect(
      try office.refusal(
        of: statement("BHYT", 93_000, isShare: true, unit: "thôn Hộ"), as: .lan)
        == .notPermitted(.selfUnitOrSecretary))
  }
}
