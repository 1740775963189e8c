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
    guard let home = candidates.first(where: { TextFile.exists($0 + "/intents/catalogue.yaml") })
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
    return TextFile.names(in: folder, ending: ".yaml").map { folder + "/" + $0 }
  }

  /// All files of `deploy/honours/`, in the order of their names.
  func honours() throws -> HonoursCatalogue {
    let folder = home + "/deploy/honours"
    return HonoursCatalogue(
      try TextFile.names(in: folder, ending: ".yaml").flatMap { name in
        try HonoursFile.read(TextFile.read(folder + "/" + name), name: name)
      })
  }

  /// All years of `deploy/holidays/`.
  func calendar() throws -> WorkingCalendar {
    let folder = home + "/deploy/holidays"
    let years = try TextFile.names(in: folder, ending: ".yaml").map { name in
      try HolidaysFile.read(TextFile.read(folder + "/" + name), name: name)
    }
    return WorkingCalendar(
      holidays: years.reduce(into: [:]) { $0.merge($1.holidays) { first, _ in first } },
      extraWorkingDays: years.reduce(into: []) { $0.formUnion($1.extraWorkingDays) })
  }

  private static var executableFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return "" }
    let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
