import Actions
import ArgumentParser
import CampaignStore
import Campaigns
import ChatServer
import CivilTime
import Replies
import StoreOnSQLite

extension RemindersCommand {
  struct Calendar: Command {
    static let configuration = CommandConfiguration(
      abstract: "Các mốc thành tệp lịch (.ics) cho điện thoại, máy tính.",
      discussion: """
        Với --person: những mốc người ấy còn phải làm và lời nhắc riêng của người ấy, như khi người \
        ấy hỏi “cho tôi file lịch”. Không có --person: mọi mốc.
        """)
    @OptionGroup var store: StoreArguments
    @Option(name: .long, help: ArgumentHelp("Chỉ một kế hoạch.", valueName: "mã")) var campaign:
      String?
    @Option(name: .long, help: ArgumentHelp("Lịch của ai.", valueName: "họ tên")) var person:
      String?
    @Option(name: .long, help: ArgumentHelp("Đơn vị của người ấy.", valueName: "đơn vị"))
    var unit: String?
    @Option(name: .long, help: ArgumentHelp("Tệp cần ghi; không có thì in ra.", valueName: "tệp"))
    var output: String?

    func perform() throws {
      let directory = try StoredDirectory.read(store)
      let campaigns = try ChosenCampaign.all(campaign, in: directory)
      let owner = try person.map { try self.owner($0.canonical, of: campaigns, directory) }
      let now = ServerClock().now()
      let outcome = try store.open().openReading().withSnapshot { session -> Outcome in
        if let owner {
          try Clerk(directory, on: session, for: .person(owner), at: now)
            .answer(.calendar(campaign))
        } else {
          .calendar(
            try DutyCalendar(of: campaigns, chosen: campaign, owner: nil, on: session) { _, _ in
              .open
            })
        }
      }
      guard let file = outcome.file(at: now) else { return }
      try OutputFile.put(file, at: output)
    }

    private func owner(
      _ name: String, of campaigns: [Campaign], _ directory: Directory
    ) throws -> Person {
      let organizations = Set(campaigns.map(\.organization.id))
      let found = directory.people.values.filter { person in
        person.name == name && organizations.contains(person.organization)
          && (unit == nil || directory.unitName(of: person) == unit?.canonical)
      }
      guard let only = found.first else {
        throw CommandFailure(.badData, "Không có ai tên “\(name)” ở đó.")
      }
      guard found.count == 1 else { throw AccountFault.severalPeople(name, count: found.count) }
      return only
    }
  }
}
