import Campaigns
import CivilTime
import TestSupport
import Testing

@testable import Understanding

/// "xuất danh sách đăng ký ra csv", "cho tôi file lịch".
///
/// In these readings words name what they are: the lists of the language are tested with it.
@Suite struct ExportDialogTests {
  let office: Office

  init() throws { office = try Office(at: "2022-01-10 09:00") }

  private func asks(
    _ cast: Cast, _ text: String? = nil, _ format: FileFormat? = nil, unit: UnitSlot? = nil
  ) throws -> Said {
    var reading = Reading.said(
      .reportExport, .act, unit: unit, campaigns: [Office.campaign], text: text)
    reading.slots.format = format
    return try Talker(cast, in: office).says(reading)
  }

  private func table(_ said: Said) -> TableExport? {
    if case .done(.export(let export)) = said { export } else { nil }
  }

  @Test(
    "What is named comes, the summary where nothing is",
    arguments: [
      (nil, nil, .summary, .csv), ("của cả xã", .csv, .summary, .csv),
      ("registrations", nil, .registrations, .csv), ("dossiers", .html, .dossiers, .html),
      ("missing", .csv, .missing, .csv), ("awards", nil, .awards, .csv),
    ] as [(String?, FileFormat?, ExportKind, TableFormat)])
  func tables(text: String?, format: FileFormat?, kind: ExportKind, as table: TableFormat) throws {
    for cast in [Cast.secretary, .chair] {
      let export = try self.table(asks(cast, text, format))
      #expect(export?.list.kind == kind)
      #expect(export?.format == table)
    }
  }

  @Test func aUnitNarrowsIt() throws {
    let said = try asks(.secretary, "missing", unit: office.named(unit: "thôn Hộ"))
    guard case .missing(let list)? = table(said)?.list else { throw NotAsWanted() }
    #expect(list.unit == "thôn Hộ")
    #expect(
      try asks(.secretary, "missing", unit: .named([], "thôn Mây"))
        == .refused(.unknownSubject(asWritten: "thôn Mây")))
  }

  @Test(arguments: [Cast.hoa, .lan, .council, .admin])
  func othersAreRefused_whateverTheyName(cast: Cast) throws {
    for format in [nil, FileFormat.csv, .html, .xlsx] {
      for text in [nil, "registrations"] {
        #expect(
          try asks(cast, text, format, unit: .named([], "thôn Mây"))
            == .refused(.notPermitted(.roles([.secretary, .chair]))))
      }
    }
  }

  @Test(
    arguments: [(nil, .csv), (.csv, .csv), (.xlsx, .xlsx), (.html, .html)]
      as [(FileFormat?, TableFormat)])
  func formats(said: FileFormat?, made: TableFormat) throws {
    #expect(try table(asks(.secretary, "awards", said))?.format == made)
  }

  @Test(
    "A calendar is for everyone, by its format or by what is named",
    arguments: [
      (nil, .ics), ("calendar", nil), ("calendar", .csv), ("registrations", .ics),
    ] as [(String?, FileFormat?)])
  func calendars(text: String?, format: FileFormat?) throws {
    for cast in [Cast.hoa, .lan, .secretary, .council] {
      guard case .done(.calendar(let calendar)) = try asks(cast, text, format) else {
        throw NotAsWanted()
      }
      #expect(calendar.owner == cast.name)
      #expect(calendar.campaign == Office.campaign)
    }
    #expect(try asks(.guest, text, format) == .refused(.notLoggedIn))
  }

  @Test func theOrderItselfCanNameIt_butNotAgainstTheWordsThatFollow() throws {
    func outcome(text: String?, _ message: String) throws -> Said {
      try Talker(.secretary, in: office).says(
        .said(.reportExport, .act, campaigns: [Office.campaign], text: text), message)
    }
    guard case .done(.calendar) = try outcome(text: nil, "calendar") else { throw NotAsWanted() }
    #expect(try table(outcome(text: nil, "works"))?.list.kind == .works)
    #expect(try table(outcome(text: "awards", "works"))?.list.kind == .awards)
    #expect(try table(outcome(text: "gì đó", "works"))?.list.kind == .works)
  }

  @Test func aCalendarIsOfAllCampaignsUnlessOneIsNamed() throws {
    var reading = Reading.said(.reportExport, .act)
    reading.slots.format = .ics
    guard case .done(.calendar(let calendar)) = try Talker(.hoa, in: office).says(reading) else {
      throw NotAsWanted()
    }
    #expect(calendar.campaign == nil)
  }
}

private struct NotAsWanted: Error {}
