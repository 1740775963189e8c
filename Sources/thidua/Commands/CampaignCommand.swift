import Actions
import ArgumentParser
import CampaignStore
import Campaigns
import ChatServer
import CivilTime
import Replies
import StoreOnSQLite

struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "Kế hoạch thi đua: nạp, liệt kê, xem, kiểm tra.",
    subcommands: [Load.self, List.self, Show.self, Check.self])

  struct Load: Command {
    static let configuration = CommandConfiguration(
      abstract: "Nạp tệp kế hoạch; tất cả hoặc không tệp nào.")
    @OptionGroup var store: StoreArguments
    @Argument(help: ArgumentHelp("Tệp kế hoạch.", valueName: "tệp")) var files: [String]

    func perform() throws {
      let office = CampaignOffice(try store.open(), honours: try Installation.find().honours())
      for campaign in try office.load(files, at: ServerClock().now()) {
        Console.line("đã nạp \(campaign.id) (\(campaign.organization.name): \(campaign.title))")
      }
    }
  }

  struct List: Command {
    static let configuration = CommandConfiguration(abstract: "Liệt kê kế hoạch đã nạp.")
    @OptionGroup var store: StoreArguments

    func perform() throws {
      for campaign in try StoredDirectory.read(store).campaigns {
        Console.line("\(campaign.id)\t\(campaign.organization.id)\t\(campaign.title)")
      }
    }
  }

  struct Show: Command {
    static let configuration = CommandConfiguration(abstract: "Xem một kế hoạch đã nạp.")
    @OptionGroup var store: StoreArguments
    @Argument(help: ArgumentHelp("Mã kế hoạch.", valueName: "mã")) var id: String

    func perform() throws {
      let directory = try StoredDirectory.read(store)
      let campaign = try ChosenCampaign.named(id, in: directory)
      let now = ServerClock().now()
      let entries = campaign.milestones.map { MilestoneEntry($0, at: now) }
      let outcomes: [Outcome] = [
        .campaign(CampaignFacts(of: campaign, on: now.date, showsFindings: true)),
        .deadlines(campaign: campaign.title, entries),
        .movements(campaign: campaign.title, campaign.movements),
        .waves(campaign: campaign.title, campaign.waves, campaign.rounds),
        .targets(campaign: campaign.title, campaign.targets),
        try store.open().openReading().withSnapshot {
          try Clerk(directory, on: $0, for: .guest, at: now).answer(.quota(id))
        },
        .contacts(campaign: campaign.title, campaign.posts, campaign.reports),
      ]
      Console.line(outcomes.map { $0.answer(at: now).text }.joined(separator: "\n\n"))
    }
  }

  struct Check: Command {
    static let configuration = CommandConfiguration(
      abstract: "Kiểm tra tệp kế hoạch; nêu từng lỗi với tệp và dòng.")
    @Argument(help: ArgumentHelp("Tệp kế hoạch.", valueName: "tệp")) var files: [String]

    func perform() throws {
      let honours = try Installation.find().honours()
      for entry in try CampaignFiles.read(files, honours: honours) {
        Console.line("\(entry.campaign.id): đúng")
      }
    }
  }
}
