import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

/// Files: what is said of them, what clients get, and what stands in them.
@Suite struct ExportRepliesTests {
  private let campaign = "thi đua năm 2022"

  private func list(_ kind: ExportKind, isEmpty: Bool = false) -> TableExport.List {
    func some<Entry>(_ entries: [Entry]) -> [Entry] { isEmpty ? [] : entries }
    return switch kind {
    case .summary:
      .summary(
        Summary(
          campaign: campaign, unit: nil, day: Samples.now.date, people: 20,
          registrations: some([.init(name: "Lao động tiên tiến", count: 12)]), registeredPeople: 12,
          pledges: 4, works: 5, worksDone: 2, dossiers: some([.init(state: .draft, count: 2)]),
          awards: [],
          byUnit: some([
            .init(unit: "thôn Hộ", registrations: 7, works: 1, dossiers: 0, awards: 0)
          ])))
    case .registrations:
      .registrations(
        RegistrationList(
          campaign: campaign, unit: nil,
          entries: some([
            RegistrationEntry(
              registration: Samples.registration, subject: Samples.hoa,
              honour: "Lao động tiên tiến")
          ])))
    case .missing:
      .missing(
        MissingList(
          campaign: campaign, unit: "thôn Buồng Tằm", milestone: Samples.milestone,
          people: some([Samples.hoa]), done: 2))
    case .pledges:
      .pledges(
        PledgeList(
          campaign: campaign, unit: nil, signed: some([Samples.pledge]),
          missing: some([Samples.unit])))
    case .works:
      .works(
        WorkList(
          campaign: campaign, unit: nil, minimum: Samples.minimum, works: some([Samples.work()]),
          below: [], day: Samples.now.date))
    case .targets:
      .targets(
        AttainmentList(
          campaign: campaign, unit: nil,
          figures: some([
            Samples.figure(
              Samples.insurance, 93_500,
              byUnit: [
                .init(unit: "thôn Hộ", reported: .init(thousandths: 90_000, day: "2022-11-09"))
              ])
          ]), silent: 1))
    case .dossiers:
      .dossiers(DossierList(campaign: campaign, unit: nil, dossiers: some([Samples.returned])))
    case .awards:
      .awards(
        AwardList(
          campaign: campaign, year: nil, unit: nil, awards: some([Samples.award, Samples.revoked])))
    }
  }

  private func outcome(
    _ kind: ExportKind, _ format: TableFormat = .csv, isEmpty: Bool = false
  ) -> Outcome {
    .export(
      TableExport(
        campaign: "duong-hoa-2022", format: format, list: list(kind, isEmpty: isEmpty)))
  }

  private func rows(_ kind: ExportKind) throws -> [String] {
    let file = try #require(outcome(kind).file(at: Samples.now))
    #expect(file.text.unicodeScalars.first == "\u{FEFF}")
    return file.text.split(separator: "\r\n").dropFirst().map(String.init)
  }

  // MARK: Tables

  @Test(
    "Cells are words that a person can read",
    arguments: [
      (
        .summary,
        [
          "1;Số người;;20", "2;Số người đã đăng ký;;12", "3;Đăng ký;Lao động tiên tiến;12",
          "4;Giao ước thi đua;;4", #"5;"Công trình, phần việc, mô hình, sự kiện";;5"#,
          #"6;"Công trình, phần việc, mô hình, sự kiện";hoàn thành;2"#, "7;Hồ sơ;đang lập;2",
          "8;thôn Hộ;đăng ký;7", "9;thôn Hộ;công trình;1", "10;thôn Hộ;hồ sơ;0",
          "11;thôn Hộ;khen thưởng;0",
        ]
      ),
      (
        .registrations,
        ["1;Nguyễn Thị Hoa;cá nhân;thôn Buồng Tằm;Lao động tiên tiến;10/01/2022;"]
      ),
      (.missing, ["1;Nguyễn Thị Hoa;cá nhân;thôn Buồng Tằm;14/01/2022"]),
      (
        .pledges,
        [
          "1;Nguyễn Thị Hoa;cá nhân;thôn Buồng Tằm;đã ký;10/01/2022;không để ai bỏ học;",
          "2;thôn Buồng Tằm;tập thể;;chưa ký;;;",
        ]
      ),
      (.works, ["1;thôn Buồng Tằm;công trình;đường hoa;50;31/12/2022;;"]),
      (
        .targets,
        [
          #"1;Bảo hiểm y tế;từ 93 %;chung;"93,5 %";đạt;10/11/2022"#,
          "2;Bảo hiểm y tế;từ 93 %;thôn Hộ;90 %;;09/11/2022",
        ]
      ),
      (
        .dossiers,
        [
          #"1;Nguyễn Thị Hoa;cá nhân;thôn Buồng Tằm;Chiến sĩ thi đua cơ sở;2022;trả lại để bổ sung;cán bộ đơn vị;"bổ sung chậm nhất thứ Sáu, 18/11/2022, còn 2 ngày";Biên bản họp xét;thiếu biên bản;"#
        ]
      ),
      (
        .awards,
        [
          "1;Nguyễn Thị Hoa;cá nhân;thôn Buồng Tằm;Chiến sĩ thi đua cơ sở;2022;12/QĐ-UBND;12/12/2022;Chủ tịch UBND xã;",
          #"2;Nguyễn Thị Hoa;cá nhân;thôn Buồng Tằm;Chiến sĩ thi đua cơ sở;2022;12/QĐ-UBND;12/12/2022;Chủ tịch UBND xã;"đã thu hồi ngày 20/12/2022, lý do: khai sai thành tích""#,
        ]
      ),
    ] as [(ExportKind, [String])])
  func cells(kind: ExportKind, expected: [String]) throws {
    #expect(try rows(kind) == expected)
  }

  @Test(
    "Every table is told of and shown, as CSV and as a page", arguments: ExportKind.allCases)
  func told(kind: ExportKind) throws {
    for isEmpty in [false, true] {
      let csv = outcome(kind, isEmpty: isEmpty)
      let answer = csv.answer(at: Samples.now)
      let file = try #require(csv.file(at: Samples.now))
      let lines = answer.text.split(separator: "\n")
      let end = ": \(file.count) dòng, tệp \(file.name), mở bằng Excel."
      let first = try #require(lines.first)
      #expect(first.hasSuffix(end))
      expectVietnamese(String(first.dropLast(end.count)))
      // The file follows the sentence, without the mark that begins it.
      #expect(lines.count == file.count + 2)
      #expect(lines[1].hasPrefix("STT;"))
      let page = try #require(outcome(kind, .html, isEmpty: isEmpty).file(at: Samples.now))
      #expect(page.count == file.count)
      #expect(page.name.hasSuffix(".html"))
      #expect(page.type == "text/html; charset=utf-8")
      #expect(page.text.contains("Số liệu lúc 09:00 thứ Tư, 16/11/2022."))
    }
  }

  @Test func whatClientsGet() throws {
    let data = outcome(.registrations).answer(at: Samples.now).data
    #expect(data.members.map(\.key) == ["campaign", "what", "format", "count", "file"])
    #expect(data["what"] == "registrations")
    #expect(data["format"] == "csv")
    #expect(data["count"] == 1)
    let file = try #require(data["file"])
    #expect(file["name"] == "duong-hoa-2022-dang-ky.csv")
    #expect(file["type"] == "text/csv; charset=utf-8; header=present")
    #expect(
      file["content"]?.stringValue
        == "\u{FEFF}STT;\"Họ và tên, đơn vị\";Đối tượng;Thuộc đơn vị;Danh hiệu;Ngày đăng ký;Lý do trễ hạn\r\n1;Nguyễn Thị Hoa;cá nhân;thôn Buồng Tằm;Lao động tiên tiến;10/01/2022;\r\n"
    )
  }

  /// What is no text goes in base64, and a chat shows the rows all the same.
  @Test func aWorkbookForClientsAndForThoseWhoOnlyRead() throws {
    let answer = outcome(.registrations, .xlsx).answer(at: Samples.now)
    let file = try #require(answer.data["file"])
    #expect(file["name"] == "duong-hoa-2022-dang-ky.xlsx")
    #expect(file["encoding"] == "base64")
    // "PK", as every archive begins.
    #expect(file["content"]?.stringValue?.hasPrefix("UEsDB") == true)
    #expect(answer.text.split(separator: "\n").dropFirst().first?.hasPrefix("STT;") == true)
    #expect(answer.text.contains("Nguyễn Thị Hoa"))
    #expect(outcome(.registrations).answer(at: Samples.now).data["file"]?["encoding"] == "utf-8")
  }

  @Test(arguments: [(59, true), (60, false)])
  func aLongFileIsNotShown_butItIsSaidHowToGetIt(rows: Int, isShown: Bool) throws {
    let people = MissingList(
      campaign: campaign, unit: nil, milestone: Samples.milestone,
      people: Array(repeating: Samples.hoa, count: rows), done: 0)
    let answer = Outcome.export(
      TableExport(campaign: "duong-hoa-2022", format: .csv, list: .missing(people))
    ).answer(at: Samples.now)
    #expect(answer.text.contains("Nguyễn Thị Hoa") == isShown)
    #expect(
      answer.text.contains(
        "thidua report export --campaign duong-hoa-2022 --what missing --format csv --output duong-hoa-2022-chua-dang-ky.csv"
      ) != isShown)
    #expect(answer.data["file"]?["content"]?.stringValue?.contains("Nguyễn Thị Hoa") == true)
  }

  @Test func otherAnswersAreNoFiles() {
    #expect(Outcome.acknowledged(count: 0).file(at: Samples.now) == nil)
  }

  // MARK: Calendars

  private func calendar(_ moves: Int = 0, personal: [DutyCalendar.Personal] = []) -> Outcome {
    .calendar(
      DutyCalendar(
        campaign: nil, owner: "Nguyễn Thị Hoa",
        duties: Plans.duongHoa.milestones.map {
          DutyCalendar.Duty(
            campaign: "duong-hoa-2022", campaignTitle: "thi đua năm 2022", milestone: $0,
            moves: moves)
        }, personal: personal))
  }

  private func lines(_ outcome: Outcome, _ starts: [String]) throws -> [String] {
    try unfolded(outcome).filter { line in starts.contains { line.hasPrefix($0) } }
  }

  private func unfolded(_ outcome: Outcome) throws -> [String] {
    try #require(outcome.file(at: Samples.now)).text.split(separator: "\r\n")
      .reduce(into: []) { lines, line in
        if line.hasPrefix(" "), let last = lines.popLast() {
          lines.append(last + line.dropFirst())
        } else {
          lines.append(String(line))
        }
      }
  }

  @Test func milestonesAreWholeDays_windowsSpans_withTwoAlarms() throws {
    #expect(
      try lines(calendar(), ["UID", "SEQ", "DTSTART", "DTEND", "TRIGGER"]) == [
        "UID:registration.duong-hoa-2022@thidua", "SEQUENCE:0", "DTSTART;VALUE=DATE:20220114",
        "DTEND;VALUE=DATE:20220115", "TRIGGER:-P2DT16H", "TRIGGER:-PT16H",
        "UID:council.duong-hoa-2022@thidua", "SEQUENCE:0", "DTSTART;VALUE=DATE:20221115",
        "DTEND;VALUE=DATE:20221123", "TRIGGER:-P2DT16H", "TRIGGER:-PT16H",
      ])
  }

  @Test func aMovedMilestoneKeepsItsNameAndRaisesItsNumber() throws {
    #expect(
      try lines(calendar(2), ["UID", "SEQ"]) == [
        "UID:registration.duong-hoa-2022@thidua", "SEQUENCE:2",
        "UID:council.duong-hoa-2022@thidua", "SEQUENCE:2",
      ])
    let text = try unfolded(calendar(2)).joined(separator: "\n")
    #expect(text.contains("Đã thay đổi so với kế hoạch"))
    // The plan's own words about the day are no longer true.
    #expect(!text.contains("15/01/2022"))
  }

  @Test func personalRemindersAreMoments() throws {
    let personal = [
      DutyCalendar.Personal(entry: Samples.reminder, moves: 0),
      DutyCalendar.Personal(entry: Samples.beforeDuty, moves: 1),
    ]
    let outcome = Outcome.calendar(
      DutyCalendar(campaign: nil, owner: "Nguyễn Thị Hoa", duties: [], personal: personal))
    #expect(
      try lines(outcome, ["UID", "SEQ", "DTSTART", "DTEND", "TRIGGER", "SUMMARY"]) == [
        "UID:reminder-5@thidua", "SEQUENCE:0", "DTSTART:20221117T010000Z",
        "SUMMARY:Nhắc việc: nộp hồ sơ", "TRIGGER:PT0M",
        "UID:reminder-6@thidua", "SEQUENCE:1", "DTSTART:20220111T010000Z",
        "SUMMARY:Nhắc việc: trước hạn đăng ký danh hiệu thi đua năm 2022", "TRIGGER:PT0M",
      ])
  }

  @Test func whatIsDoneIsCancelled_andWhatWaitsHasADayOfItsOwn() throws {
    let due = CaseDue(
      kind: .appraise, campaign: "duong-hoa-2022", campaignTitle: "thi đua năm 2022", record: 31,
      about: "Nguyễn Thị Hoa", dossier: nil, honour: "Lao động tiên tiến", due: "2022-11-18",
      isOversight: false)
    let outcome = Outcome.calendar(
      DutyCalendar(
        campaign: nil, owner: "Đỗ Minh Thư",
        duties: [
          DutyCalendar.Duty(
            campaign: "duong-hoa-2022", campaignTitle: "thi đua năm 2022",
            milestone: Samples.milestone.milestone, moves: 1, isSettled: true)
        ], cases: [.init(due: due, changes: 3)], personal: []))
    #expect(
      try lines(outcome, ["UID", "SEQ", "DTSTART", "STATUS", "SUMMARY", "TRIGGER"]) == [
        "UID:registration.duong-hoa-2022@thidua", "SEQUENCE:1", "DTSTART;VALUE=DATE:20220114",
        "SUMMARY:Ngày cuối: đăng ký danh hiệu thi đua năm 2022", "STATUS:CANCELLED",
        "UID:appraise-31@thidua", "SEQUENCE:3", "DTSTART;VALUE=DATE:20221118",
        "SUMMARY:Ngày cuối: thẩm định hồ sơ Lao động tiên tiến của Nguyễn Thị Hoa",
        "STATUS:CONFIRMED", "TRIGGER:-PT16H",
      ])
  }

  @Test func calendarsAreToldOf() throws {
    let answer = calendar().answer(at: Samples.now)
    let first = try #require(answer.text.split(separator: "\n").first)
    #expect(first.hasPrefix("Lịch thi đua của Nguyễn Thị Hoa: 2 sự kiện, tệp thi-dua-lich.ics."))
    expectVietnamese(String(first))
    #expect(answer.data["count"] == 2)
    #expect(answer.data["campaign"] == .null)
    #expect(answer.data["file"]?["type"] == "text/calendar; charset=utf-8; method=PUBLISH")
    let none = Outcome.calendar(
      DutyCalendar(campaign: "duong-hoa-2022", owner: nil, duties: [], personal: []))
    #expect(none.answer(at: Samples.now).data["count"] == 0)
  }
}

extension ExportedFile {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
