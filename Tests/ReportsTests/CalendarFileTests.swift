import CivilTime
import Reports
import TestSupport
import Testing

@Suite struct CalendarFileTests {
  /// The lines of a file, as they stand in it.
  private func lines(
    _ events: [CalendarEvent], name: String = "Thi đua", refreshHours: Int? = nil
  ) -> [String] {
    let file = CalendarFile(
      name: name, events: events, stamp: "2022-01-10 08:00:00", refreshHours: refreshHours)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    return text.split(separator: "\r\n").map(String.init)
  }

  private func lines(_ event: CalendarEvent, startingWith start: String) -> [String] {
    lines([event]).filter { $0.hasPrefix(start) }
  }

  private func event(
    _ time: CalendarEvent.Time = .day("2022-01-14"), summary: String = "Đăng ký",
    description: String? = nil, alarms: [CalendarAlarm] = [], isCancelled: Bool = false
  ) -> CalendarEvent {
    CalendarEvent(
      uid: "registration.duong-hoa-2022@thidua", sequence: 2, time: time, summary: summary,
      description: description, alarms: alarms, isCancelled: isCancelled)
  }

  @Test func aWholeFile() {
    let milestone = event(
      summary: "Hạn đăng ký thi đua", description: "Trước 15/01/2022; nộp ở UBND xã",
      alarms: [CalendarAlarm(daysBefore: 1, at: TimeOfDay(milliseconds: 8 * 3_600_000))])
    #expect(
      lines([milestone], name: "Thi đua, xã Dương Hòa", refreshHours: 12) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//thi-dua//thidua//VI", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", "NAME:Thi đua\\, xã Dương Hòa", "X-WR-CALNAME:Thi đua\\, xã Dương Hòa",
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh", "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "BEGIN:VEVENT", "UID:registration.duong-hoa-2022@thidua", "DTSTAMP:20220110T010000Z",
        "SEQUENCE:2", "DTSTART;VALUE=DATE:20220114", "DTEND;VALUE=DATE:20220115",
        "TRANSP:TRANSPARENT", "SUMMARY:Hạn đăng ký thi đua",
        "DESCRIPTION:Trước 15/01/2022\\; nộp ở UBND xã", "STATUS:CONFIRMED",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT16H", "DESCRIPTION:Hạn đăng ký thi đua",
        "END:VALARM", "END:VEVENT", "END:VCALENDAR",
      ])
  }

  @Test func aFileWithoutEvents() {
    #expect(lines([]).first == "BEGIN:VCALENDAR")
    #expect(lines([]).last == "END:VCALENDAR")
  }

  @Test(
    "Days end with the day after the last; moments are in UTC",
    arguments: [
      (
        .day("2022-12-31"), ["DTSTART;VALUE=DATE:20221231", "DTEND;VALUE=DATE:20230101"]
      ),
      (
        .moments(from: "2022-01-10 08:00:00", to: "2022-01-10 11:30:00"),
        ["DTSTART:20220110T010000Z", "DTEND:20220110T043000Z"]
      ),
      // Before seven in the morning it is still the day before in UTC.
      (
        .moments(from: "2022-01-01 06:59:59", to: "2022-01-01 06:59:59"),
        ["DTSTART:20211231T235959Z"]
      ),
    ] as [(CalendarEvent.Time, [String])])
  func times(time: CalendarEvent.Time, expected: [String]) {
    let event = event(time)
    #expect(lines(event, startingWith: "DTSTART") + lines(event, startingWith: "DTEND") == expected)
  }

  @Test func spansIncludeTheirLastDay() throws {
    let span = try #require(DateSpan("2022-11-15", "2022-11-22"))
    #expect(
      lines(event(.days(span)), startingWith: "DT").dropFirst() == [
        "DTSTART;VALUE=DATE:20221115", "DTEND;VALUE=DATE:20221123",
      ])
  }

  @Test(arguments: [
    (CalendarAlarm(minutesBefore: 0), "PT0M"), (CalendarAlarm(minutesBefore: 30), "-PT30M"),
    (CalendarAlarm(minutesBefore: 90), "-PT1H30M"), (CalendarAlarm(minutesBefore: 1440), "-P1D"),
    (CalendarAlarm(daysBefore: 7, at: .midnight), "-P7D"),
    (CalendarAlarm(daysBefore: 7, at: TimeOfDay(milliseconds: 27_000_000)), "-P6DT16H30M"),
    (CalendarAlarm(daysBefore: 0, at: TimeOfDay(milliseconds: 27_000_000)), "PT7H30M"),
  ])
  func alarms(_ alarm: CalendarAlarm, _ trigger: String) {
    #expect(lines(event(alarms: [alarm]), startingWith: "TRIGGER") == ["TRIGGER:" + trigger])
  }

  @Test func aCancelledEventRemindsNobody() {
    let alarm = CalendarAlarm(minutesBefore: 30)
    let cancelled = event(alarms: [alarm], isCancelled: true)
    #expect(lines(cancelled, startingWith: "STATUS") == ["STATUS:CANCELLED"])
    #expect(lines(cancelled, startingWith: "BEGIN:VALARM").isEmpty)
    #expect(lines(event(alarms: [alarm, alarm]), startingWith: "BEGIN:VALARM").count == 2)
  }

  @Test(
    "Text cannot end its line",
    arguments: [
      ("a; b, c\\d", "a\\; b\\, c\\\\d"), ("một\nhai", "một\\nhai"), ("một\r\nhai", "một\\nhai"),
      ("một\rhai\u{2028}ba", "một\\nhai\\nba"), ("a\u{0}b\u{7}c\u{7F}d\u{9B}e", "abcde"),
      ("x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "x\\nEND:VEVENT\\nBEGIN:VEVENT"), ("a\tb", "a\tb"),
      ("“Nghĩ: làm = ăn” \"thật\"", "“Nghĩ: làm = ăn” \"thật\""), ("", ""),
    ])
  func escaping(_ text: String, _ expected: String) {
    #expect(lines(event(summary: text), startingWith: "SUMMARY") == ["SUMMARY:" + expected])
  }

  @Test(
    "Lines hold 75 octets, whole characters, and join to what was written",
    arguments: [
      String(repeating: "a", count: 67), String(repeating: "a", count: 68),
      String(repeating: "ẵ", count: 200), String(repeating: "đổi mới, ", count: 60),
      String(repeating: "a", count: 66) + "ế" + String(repeating: "🇻🇳", count: 30),
    ])
  func folding(_ text: String) throws {
    let bytes = CalendarFile(name: "n", events: [event(summary: text)], stamp: "2022-01-10 08:00")
      .bytes
    var rest = bytes[...]
    var unfolded: [[UInt8]] = []
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[..<end].dropLast()
      #expect(rest[..<end].last == 0x0D)
      #expect(line.count <= 75)
      #expect(String(validating: line, as: UTF8.self) != nil)
      if line.first == 0x20, let last = unfolded.popLast() {
        unfolded.append(last + line.dropFirst())
      } else {
        unfolded.append(Array(line))
      }
      rest = rest[rest.index(after: end)...]
    }
    #expect(rest.isEmpty)
    let escaped = text.split(separator: ",", omittingEmptySubsequences: false)
      .joined(separator: "\\,")
    #expect(unfolded.contains(Array("SUMMARY:\(escaped)".utf8)))
  }

  @Test func onlyLongLinesAreFolded() {
    // "SUMMARY:" takes eight of the 75 octets.
    #expect(lines(event(summary: String(repeating: "a", count: 67)), startingWith: " ").isEmpty)
    #expect(
      lines(event(summary: String(repeating: "a", count: 68)), startingWith: " ") == [" a"])
  }
}
