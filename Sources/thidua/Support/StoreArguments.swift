import ArgumentParser
import CampaignStore
import StoreOnSQLite

/// Which store a command works on.
struct StoreArguments: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Thư mục dữ liệu.", valueName: "thư mục"))
  var data = "data"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Cơ sở dữ liệu, sqlite:ĐƯỜNG_DẪN; mặc định nằm trong thư mục dữ liệu.", valueName: "URL"))
  var database: String?

  /// The store's driver, its tables brought up to date.
  func open() throws -> SQLiteDriver {
    let driver = try driver()
    try schema.apply(to: driver.openWriting())
    return driver
  }

  private func driver() throws -> SQLiteDriver {
    guard let database else { return SQLiteDriver(path: data + "/thidua.db") }
    guard database.hasPrefix("sqlite:"), database.count > "sqlite:".count else {
      throw CommandFailure(
        .wrongUsage, "--database nhận sqlite:ĐƯỜNG_DẪN; không hiểu “\(database)”.")
    }
    return SQLiteDriver(path: String(database.dropFirst("sqlite:".count)))
  }
}
