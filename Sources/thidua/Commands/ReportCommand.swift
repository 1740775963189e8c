import Actions
import ArgumentParser
import CampaignStore
import Campaigns
import ChatServer
import CivilTime
import Replies
import StoreOnSQLite

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Số liệu tổng hợp và danh sách thành tệp.",
    subcommands: [Export.self])

  struct Export: Command {
    static let configuration = CommandConfiguration(
      abstract: "Xuất một bảng ra tệp CSV, Excel hay trang web, hoặc các mốc ra tệp lịch.",
      discussion: """
        Bảng (--what): \(ExportKind.allCases.map(\.rawValue).joined(separator: ", ")).
        Đúng những dòng mà thư ký thấy khi hỏi trong cuộc trò chuyện. Tệp CSV có dấu chấm phẩy \
        giữa các cột và mở được bằng Excel.
        """)
    @OptionGroup var store: StoreArguments
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Kế hoạch nào; không cần khi chỉ có một.", valueName: "mã"))
    var campaign: String?
    @Option(name: .long, help: ArgumentHelp("Bảng nào.", valueName: "bảng"))
    var what = ExportKind.summary
    @Option(name: .long, help: ArgumentHelp("csv, xlsx, html hoặc ics.", valueName: "dạng"))
    var format = ReportFormat.csv
    @Option(name: .long, help: ArgumentHelp("Tệp cần ghi; không có thì in ra.", valueName: "tệp"))
    var output: String?

    func perform() throws {
      let directory = try StoredDirectory.read(store)
      let campaign = try ChosenCampaign.one(campaign, in: directory)
      let now = ServerClock().now()
      let outcome = try store.open().openReading().withSnapshot { session -> Outcome in
        switch format.table {
        case nil:
          .calendar(
            try DutyCalendar(of: [campaign], chosen: campaign.id, owner: nil, on: session) {
              _, _ in .open
            })
        case let table?:
          try Clerk(directory, on: session, for: .office(of: campaign.organization.id), at: now)
            .answer(.export(ExportRequest(what, of: campaign.id, as: table)))
        }
      }
      guard let file = outcome.file(at: now) else { return }
      try OutputFile.put(file, at: output)
    }
  }
}

/// In what a table or a calendar is written.
enum ReportFormat: String, ExpressibleByArgument {
  case csv, xlsx, html, ics

  /// `nil` for the calendar.
  fileprivate var table: TableFormat? {
    switch self {
    case .csv: .csv
    case .xlsx: .xlsx
    case .html: .html
    case .ics: nil
    }
  }
}

extension ExportKind: ExpressibleByArgument {
  // The argument parser would list them in English words.
  static var allValueStrings: [String] { [] }
}
