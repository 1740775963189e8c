import Actions
import ArgumentParser
import CampaignReading
import CampaignStore
import Campaigns
import ChatServer
import CivilTime
import StoreOnSQLite
import Wire

struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Tài khoản đăng nhập.",
    subcommands: [Add.self, Reset.self, Lock.self, Unlock.self, List.self])

  struct Add: Command {
    static let configuration = CommandConfiguration(
      abstract: "Mở tài khoản và in mã một lần.",
      discussion:
        "Người chưa có trong tổ chức được thêm vào. Mã đổi thành mật khẩu riêng ở lần đăng nhập đầu."
    )
    @OptionGroup var store: StoreArguments
    @Argument(help: ArgumentHelp("Tên đăng nhập.", valueName: "tên")) var user: String
    @Option(name: .long, help: ArgumentHelp("Mã tổ chức.", valueName: "mã")) var organization:
      String?
    @Option(name: .long, help: ArgumentHelp("Họ tên.", valueName: "họ tên")) var person: String
    @Option(name: .long, help: ArgumentHelp("Đơn vị.", valueName: "đơn vị")) var unit: String?
    @Option(
      name: .long,
      help: ArgumentHelp("member, officer, secretary, council, chair, admin.", valueName: "vai trò")
    )
    var role: String?
    @Flag(name: .long, help: "In kết quả dạng JSON.") var json = false

    func perform() throws {
      guard Username.isValid(user) else {
        throw CommandFailure(
          .wrongUsage, "Tên đăng nhập gồm 2–32 chữ thường không dấu, số, “.”, “-”, “_”.")
      }
      let driver = try store.open()
      let request = AccountRequest(
        username: user, organization: try organization ?? OnlyOrganization.find(driver),
        person: person.canonical, unit: unit?.canonical,
        role: try role.map { try RoleArgument.read($0) })
      let code = try driver.transaction { session in
        try AccountOffice(on: session, at: ServerClock().now()).open(request)
      }
      CodeReport.show(user, code, json: json)
    }
  }

  struct Reset: Command {
    static let configuration = CommandConfiguration(
      abstract: "Cấp mã một lần mới thay cho mật khẩu.")
    @OptionGroup var store: StoreArguments
    @Argument(help: ArgumentHelp("Tên đăng nhập.", valueName: "tên")) var user: String
    @Flag(name: .long, help: "In kết quả dạng JSON.") var json = false

    func perform() throws {
      let code = try store.open().transaction { session in
        try AccountOffice(on: session, at: ServerClock().now()).reset(user)
      }
      CodeReport.show(user, code, json: json)
    }
  }

  struct Lock: Command {
    static let configuration = CommandConfiguration(abstract: "Khóa tài khoản.")
    @OptionGroup var store: StoreArguments
    @Argument(help: ArgumentHelp("Tên đăng nhập.", valueName: "tên")) var user: String

    func perform() throws {
      try store.open().transaction { session in
        try AccountOffice(on: session, at: ServerClock().now()).setLocked(true, user)
      }
      Console.line("đã khóa \(user)")
    }
  }

  struct Unlock: Command {
    static let configuration = CommandConfiguration(abstract: "Mở khóa tài khoản.")
    @OptionGroup var store: StoreArguments
    @Argument(help: ArgumentHelp("Tên đăng nhập.", valueName: "tên")) var user: String

    func perform() throws {
      try store.open().transaction { session in
        try AccountOffice(on: session, at: ServerClock().now()).setLocked(false, user)
      }
      Console.line("đã mở khóa \(user)")
    }
  }

  struct List: Command {
    static let configuration = CommandConfiguration(abstract: "Liệt kê tài khoản của tổ chức.")
    @OptionGroup var store: StoreArguments
    @Option(name: .long, help: ArgumentHelp("Mã tổ chức.", valueName: "mã")) var organization:
      String?

    func perform() throws {
      let driver = try store.open()
      let organization = try organization ?? OnlyOrganization.find(driver)
      let directory = try StoredDirectory.read(store)
      let accounts = try driver.openReading().withSnapshot {
        try AccountTable($0).accounts(of: organization)
      }
      for account in accounts {
        let person = directory.people[account.person]
        let state =
          account.isLocked ? "khóa" : account.password == nil ? "chờ đăng nhập đầu" : "đang dùng"
        Console.line(
          [account.username, person?.name ?? "", person?.role.rawValue ?? "", state]
            .joined(separator: "\t"))
      }
    }
  }
}

private enum CodeReport {
  static func show(_ user: String, _ code: OneTimeCode, json: Bool) {
    if json {
      let value: JSONValue = [
        "user": .string(user), "code": .string(code.text), "expires": .string(code.expires.iso),
      ]
      Console.line(value.description)
    } else {
      Console.line("\(user): mã một lần \(code.text), dùng trước \(code.expires.iso)")
    }
  }
}

private enum RoleArgument {
  static func read(_ text: String) throws -> Role {
    guard let role = Role(word: text), role != .guest else {
      throw CommandFailure(
        .wrongUsage,
        "Không có vai trò “\(text)”; chọn một trong: member, officer, secretary, council, chair, admin."
      )
    }
    return role
  }
}
