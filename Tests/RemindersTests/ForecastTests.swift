import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// "`reminders preview` shows them all beforehand": the forecast is what is sent, to the letter.
@Suite struct ForecastTests {
  @Test(
    "For random registrations the forecast equals the real sending, day by day",
    arguments: 0..<12 as Range<UInt64>)
  func forecastEqualsSending(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let office = try Office(
      at: "2021-12-20 09:00",
      campaigns: [
        Plans.duongHoa(registrationEnds: randomDay(&random)), Plans.hongPhong,
      ], calendar: randomCalendar(&random))
    for cast in [Cast.hoa, .binh, .lan, .minh, .son] where Bool.random(using: &random) {
      try office.perform(office.register("LDTT", for: cast), as: cast)
      if Int.random(in: 0..<4, using: &random) == 0 {
        try office.perform(office.withdraw(for: cast), as: cast)
      }
    }
    let start = office.now
    let ledger = try DutyLedger(
      of: office.directory.campaigns, in: office.directory, on: office.session)
    let forecast = ReminderForecast(directory: office.directory, ledger: ledger)
      .reminders(of: office.directory.campaigns, after: start)

    var sent: [PlannedReminder] = []
    _ = try office.sendReminders(servingSince: start)
    // Past the last of both plans.
    while office.now < "2023-07-01 08:00" {
      office.clock.now = try office.nextReminders()
      sent += try office.sendReminders(servingSince: start).compactMap { push in
        push.digest.map {
          PlannedReminder(at: push.createdAt, recipient: push.recipient, digest: $0)
        }
      }
    }
    #expect(!sent.isEmpty)
    #expect(forecast == sent)
  }

  @Test func theForecastForOnePersonIsThatPersonsShare() throws {
    let office = try Office(at: "2021-12-20 09:00")
    let forecast = ReminderForecast(directory: office.directory, ledger: DutyLedger())
    let all = forecast.reminders(of: office.directory.campaigns, after: office.now)
    for cast in Cast.people {
      let own = forecast.reminders(
        of: office.directory.campaigns, after: office.now, to: office.person(cast))
      #expect(own == all.filter { $0.recipient == office.person(cast).id })
    }
  }

  @Test func aForecastEndsWhereItIsToldTo() throws {
    let office = try Office(at: "2022-01-07 08:00")
    let forecast = ReminderForecast(directory: office.directory, ledger: DutyLedger())
    let days = Set(
      forecast.reminders(
        of: office.directory.campaigns, after: office.now, through: "2022-01-13 08:00"
      ).map(\.at.date.iso))
    // After its start and up to its end.
    #expect(days.sorted() == ["2022-01-11", "2022-01-13"])
  }

  private func randomDay(_ random: inout SeededGenerator) -> CivilDate {
    CivilDate("2022-01-10").adding(days: Int.random(in: 0..<30, using: &random))
  }

  /// A few days off, Tết among them, and a worked Saturday.
  private func randomCalendar(_ random: inout SeededGenerator) -> WorkingCalendar {
    let offDays = (0..<6).map { _ in randomDay(&random).adding(days: -5) }
    return WorkingCalendar(
      holidays: Dictionary(offDays.map { ($0, "nghỉ") }, uniquingKeysWith: { first, _ in first }),
      extraWorkingDays: ["2022-01-15"])
  }
}
