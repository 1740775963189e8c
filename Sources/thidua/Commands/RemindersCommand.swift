import ArgumentParser
import CampaignStore
import Campaigns
import ChatServer
import CivilTime
import Replies
import StoreOnSQLite
import Vietnamese
import Wire

struct RemindersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reminders", abstract: "Lời nhắc.", subcommands: [Preview.self, Calendar.self])

  struct Preview: Command {
    static let configuration = CommandConfiguration(
      abstract: "Mọi lời nhắc sẽ được gửi: cho ai, khi nào, vì sao.",
      discussion: "Tính theo việc đã làm đến lúc này; ai làm xong sớm hơn sẽ không bị nhắc nữa.")
    @OptionGroup var store: StoreArguments
    @Option(name: .long, help: ArgumentHelp("Chỉ một kế hoạch.", valueName: "mã")) var campaign:
      String?
    @Option(name: .long, help: ArgumentHelp("Từ ngày (YYYY-MM-DD).", valueName: "ngày")) var from:
      CivilDate?
    @Option(name: .long, help: ArgumentHelp("Đến hết ngày (YYYY-MM-DD).", valueName: "ngày"))
    var to: CivilDate?
    @Flag(name: .long, help: "In kết quả dạng JSON.") var json = false

    func perform() throws {
      let directory = try StoredDirectory.read(store)
      let campaigns = try ChosenCampaign.all(campaign, in: directory)
      let (ledger, settings) = try store.open().openReading().withSnapshot {
        (
          try DutyLedger(of: campaigns, in: directory, on: $0),
          try ReminderSettingsTable($0).all()
        )
      }
      let start =
        from.map { Instant($0).adding(milliseconds: -1) } ?? Instant(milliseconds: .min / 2)
      let reminders = ReminderForecast(
        directory: directory, ledger: ledger, settings: settings
      ).reminders(
        of: campaigns, after: start, through: to.map { Instant($0, .endOfDay) })
      for reminder in reminders { show(reminder, directory) }
      if !json { Console.line("\(reminders.count) lời nhắc") }
    }

    private func show(_ reminder: PlannedReminder, _ directory: Directory) {
      guard let person = directory.people[reminder.recipient] else { return }
      let answer = PushContent.reminder(reminder.digest).answer(
        at: reminder.at, in: .conversation)
      if json {
        var line: JSONObject = [
          "at": .string(reminder.at.iso), "person": .string(person.name),
          "role": .string(person.role.rawValue),
          "unit": directory.unitName(of: person).map { .string($0) } ?? .null,
          "organization": .string(person.organization), "text": .string(answer.text),
        ]
        for member in answer.data.members { line[member.key] = member.value }
        Console.line(JSONValue.object(line).description)
      } else {
        Console.line("\(reminder.at.vietnamese)  \(person.name)")
        Console.line("  " + answer.text.split(separator: "\n").joined(separator: "\n  "))
      }
    }
  }
}
