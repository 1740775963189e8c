import ArgumentParser
import Glibc

@main
struct Thidua: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thidua",
    abstract: "Trợ lý trò chuyện cho phong trào thi đua và khen thưởng.",
    discussion: """
      Bắt đầu nhanh: bash deploy/run
      Mã thoát: 0 xong · 64 sai cách dùng · 65 dữ liệu sai · 69 chưa phục vụ được · \
      74 lỗi đọc ghi · 77 không được phép · 78 cấu hình sai
      """,
    subcommands: [
      ServeCommand.self, ChatCommand.self, ParseCommand.self, IntentsCommand.self,
      CampaignCommand.self, PeopleCommand.self, AccountCommand.self, RemindersCommand.self,
      ReportCommand.self,
    ])

  /// As the argument parser's own, with its English frame in Vietnamese.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let words = UsageWording.vietnamese(fullMessage(for: error))
      if !words.isEmpty { code.isSuccess ? Console.line(words) : Console.note(words) }
      Glibc.exit(code.rawValue)
    }
  }
}
