import CampaignReading
import Campaigns
import Glibc

/// Where the program's own files lie: `intents/` and `deploy/`.
///
/// `THIDUA_HOME`, else the working folder, else a folder above the program: the first that holds
/// `intents/catalogue.yaml`.
struct Installation {
  let home: String

  static func find() throws -> Installation {
    var candidates: [String] = []
    if let home = getenv("THIDUA_HOME") { candidates.append(String(cString: home)) }
    candidates.append(".")
    var folder = executableFolder
    while !folder.isEmpty {
      candidates.append(folder)
      folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }
    guard let home = candidates.first(where: { InputFile.exists($0 + "/intents/catalogue.yaml") })
    else {
      throw CommandFailure(
        .badConfiguration,
        "Không tìm thấy thư mục intents/. Chạy trong thư mục của Thi đua, hoặc đặt THIDUA_HOME.")
    }
    return Installation(home: home)
  }

  var intents: String { home + "/intents" }
  var campaignFiles: [String] {
    let folder = home + "/deploy/campaigns"
    return InputFile.names(in: folder, ending: ".yaml").map { folder + "/" + $0 }
  }

  func honours() throws -> HonoursCatalogue {
    try HonoursFolder.read(home + "/deploy/honours")
  }

  func calendar() throws -> WorkingCalendar {
    try HolidaysFolder.read(home + "/deploy/holidays")
  }

  func reminderRules() throws -> ReminderRules {
    let name = ReminderRulesFile.name
    return try ReminderRulesFile.read(try TextFile.read("\(home)/deploy/\(name)", name: name))
  }

  private static var executableFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return "" }
    let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
