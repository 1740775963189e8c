import Actions
import ArgumentParser
import CampaignReading
import CampaignStore
import ChatServer
import CivilTime
import Wire

struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Người, đơn vị, vai trò.", subcommands: [Import.self])

  struct Import: Command {
    static let configuration = CommandConfiguration(
      abstract: "Nạp tệp CSV name,unit,role[,username]; tất cả hoặc không dòng nào.",
      discussion: """
        Nạp lại tệp mới hơn: người cùng tên, cùng đơn vị được cập nhật vai trò; người chỉ đổi \
        đơn vị được chuyển đơn vị; người không còn trong tệp được giữ nguyên. Cột username mở \
        tài khoản và in mã một lần.
        """)
    @OptionGroup var store: StoreArguments
    @Option(name: .long, help: ArgumentHelp("Mã tổ chức.", valueName: "mã")) var organization:
      String?
    @Flag(name: .long, help: "In kết quả dạng JSON.") var json = false
    @Argument(help: ArgumentHelp("Tệp CSV.", valueName: "tệp")) var file: String

    func perform() throws {
      let rows = try PeopleFile.read(InputFile.read(file), name: file)
      let driver = try store.open()
      let organization = try organization ?? OnlyOrganization.find(driver)
      let entries = rows.map {
        PeopleOffice.Entry(
          line: $0.line, name: $0.name, unit: $0.unit, role: $0.role, username: $0.username)
      }
      let now = ServerClock().now()
      let prepared = try PeopleOffice.prepare(entries, at: now)
      let result = try driver.transaction { session in
        try PeopleOffice(on: session, at: now).add(prepared, to: organization)
      }
      report(result, organization)
    }

    private func report(_ result: PeopleOffice.Result, _ organization: String) {
      if json {
        let value: JSONValue = [
          "organization": .string(organization), "added": .integer(Int64(result.added)),
          "updated": .integer(Int64(result.updated)),
          "codes": .array(
            result.codes.map {
              [
                "user": .string($0.username), "code": .string($0.code.text),
                "expires": .string($0.code.expires.iso),
              ]
            }),
        ]
        Console.line(value.description)
        return
      }
      Console.line("\(organization): thêm \(result.added) người, cập nhật \(result.updated) người")
      for account in result.codes {
        Console.line(
          "  \(account.username)  mã một lần \(account.code.text), dùng trước \(account.code.expires.date.iso)"
        )
      }
    }
  }
}
