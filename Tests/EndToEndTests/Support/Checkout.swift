import Glibc

/// Where the checkout and its built program lie.
enum Checkout {
  /// The folder of `Package.swift`.
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")

  /// `THIDUA_BINARY`, else the program that was built beside the test bundle.
  static let program: String = {
    if let path = getenv("THIDUA_BINARY") { return String(cString: path) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bundle = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = bundle.lastIndex(of: "/").map { bundle[..<$0] } ?? "."
    return folder + "/thidua"
  }()

  static let campaigns = [
    "duong-hoa-2022", "hong-phong-2023", "my-thanh-2015", "nhon-hung-2024", "quy-hop-2023",
  ]

  /// Messages that test how well the assistant understands.
  static let utterances = root + "/Tests/Data/utterances"

  static func campaignFile(_ id: String) -> String { root + "/deploy/campaigns/\(id).yaml" }
}
