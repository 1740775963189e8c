import Campaigns
import CivilTime
import TestSupport
import Testing
import Understanding
import Vietnamese

@testable import Conversation

/// What people write about their reminders, and what it changes.
@Suite struct SettingReaderTests {
  private static func time(_ hour: Int32, _ minute: Int32 = 0) -> TimeOfDay {
    TimeOfDay(milliseconds: (hour * 60 + minute) * 60_000)
  }

  private static func quiet(_ from: TimeOfDay, _ to: TimeOfDay) -> ReminderSettingChange {
    .quiet(QuietHours(start: from, end: to))
  }

  @Test(
    arguments: [
      ("đừng nhắc tôi từ 21h đến 6h", [], quiet(time(21), time(6))),
      // An hour of the small ones, after the evening, is of the next morning.
      ("giờ yên lặng từ 22h tới 5h", [], quiet(time(22), time(5))),
      ("khung giờ không làm phiền 12h đến 13h30", [], quiet(time(12), time(13, 30))),
      ("nghỉ trưa từ 11 giờ rưỡi tới 1 giờ đừng nhắc", ["noon"], quiet(time(11, 30), time(13))),
      ("sau 20h đừng nhắc", [], quiet(time(20), time(6))),
      ("ban đêm đừng nhắc tôi", ["night"], quiet(time(21), time(6))),
      ("chỉ nhắc trong giờ hành chính", ["office"], quiet(time(17), time(7, 30))),
      ("bỏ giờ yên lặng", ["no_quiet"], .quiet(nil)),
      ("gửi bản nhắc mỗi ngày lúc 7h", ["daily"], .hour(time(7))),
      ("tắt nhắc việc", ["off"], .turn(on: false)),
      ("bật lại nhắc việc", ["on"], .turn(on: true)),
      ("gửi nhắc qua email hoa@xa.gov.vn.", ["mail"], .mail("hoa@xa.gov.vn")),
      ("tắt email", ["off", "mail"], .mail(nil)),
    ] as [(String, [String], ReminderSettingChange)])
  func meaning(message: String, topics: [String], wanted: ReminderSettingChange) {
    guard case .change(let change) = read(message, topics) else {
      Issue.record("\(message)")
      return
    }
    #expect(change == wanted)
  }

  @Test func lengthsAndDays() {
    var slots = Slots()
    slots.duration = .init(5, .days)
    guard case .change(.daysAhead(5)) = read("nhắc trước 5 ngày cho mọi hạn", [], slots),
      case .change(.pause(through: "2022-01-14")) = read("ngưng nhắc 5 ngày", ["off"], slots)
    else {
      Issue.record("a length")
      return
    }
    slots = Slots()
    slots.date = .day("2022-01-20")
    guard
      case .change(.pause(through: "2022-01-20")) = read("tạm dừng nhắc đến 20/1", ["off"], slots)
    else {
      Issue.record("a day")
      return
    }
  }

  @Test func whatIsNotSaidIsAsked() {
    guard case .show = read("cài đặt nhắc nhở", []),
      case .mailWithoutAddress = read("nhắc tôi qua email", ["mail"])
    else {
      Issue.record("asked")
      return
    }
  }

  private func read(
    _ message: String, _ topics: [String], _ slots: Slots = Slots()
  ) -> SettingReader.Meaning {
    SettingReader(
      message: message, slots: slots,
      words: WordReading(
        names: { _, _ in topics }, read: { _ in .nothing }, changes: { _ in false }),
      now: "2022-01-10 09:00"
    ).read()
  }
}
