import ArgumentParser
import CampaignReading
import CampaignStore
import Campaigns
import ChatServer
import CivilTime
import SecureSockets

struct ServeCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Chạy máy chủ.",
    discussion: """
      In một dòng “listening chat HOST:PORT” khi đã nhận kết nối. SIGTERM: trả lời xong các yêu \
      cầu đang mở rồi dừng. SIGHUP: đọc lại chứng thư và intents/; nếu hỏng thì giữ bản cũ.
      """)

  @OptionGroup var store: StoreArguments

  @Option(
    name: .long, help: ArgumentHelp("Tệp cấu hình (mẫu: deploy/thidua.yaml).", valueName: "tệp"))
  var config: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Địa chỉ cho trò chuyện; cổng 0 lấy cổng trống.", valueName: "host:port"))
  var chat: String?

  @Option(
    name: .long, help: ArgumentHelp("Bắt đầu đồng hồ ở thời điểm này.", valueName: "thời điểm"))
  var now: Instant?

  @Option(name: .long, help: ArgumentHelp("Đồng hồ chạy nhanh gấp mấy lần.", valueName: "lần"))
  var speed = 1

  func validate() throws {
    guard (1...1_000_000).contains(speed) else {
      throw ValidationError("--speed nhận số nguyên từ 1 đến 1000000.")
    }
  }

  func perform() throws {
    ProcessSignal.prepareProcess(toTake: Server.signals)
    try DescriptorLimit.raise()
    let (config, chat) = (config, chat)
    let readOptions: @Sendable () throws -> ServerOptions = {
      var options = try config.map { try ConfigurationFile.read($0) } ?? ServerOptions()
      if let chat { try options.setChat(chat) }
      return options
    }
    let host = try readOptions().chatHost
    let installation = try Installation.find()
    let honours = try installation.honours()
    let calendar = try installation.calendar()
    let reminderRules = try installation.reminderRules()
    let language = try Language(
      intents: installation.intents, memory: LearnedFile.memory(of: installation.intents))
    let driver = try store.open()
    let files = try CertificateFiles.prepare(in: store.data, for: host, installation)
    // Last, so that whoever gives `--now` finds the server at that moment and not seconds later.
    let clock = ServerClock(startingAt: now, speed: speed)
    let year = clock.now().date.year
    if calendar.isProvisional(year) {
      Console.note(
        "lịch nghỉ năm \(year) chưa có thông báo trong deploy/holidays, đang tính theo luật")
    }
    try CampaignOffice(driver, honours: honours).loadIfEmpty(
      installation.campaignFiles, at: clock.now())
    let server = try Server(
      readOptions, files: files, clock: clock, driver: driver,
      source: KnowledgeSource(
        honours: honours, calendar: calendar, reminderRules: reminderRules),
      language: language)
    try server.run { address in Console.line("listening chat \(address)") }
  }
}

extension ServerOptions {
  /// `HOST:PORT`, `HOST` or `[IPv6]:PORT`.
  fileprivate mutating func setChat(_ text: String) throws {
    guard let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") else {
      chatHost = text
      return
    }
    guard let port = UInt16(text[text.index(after: colon)...]) else {
      throw CommandFailure(.wrongUsage, "--chat nhận HOST:PORT; không hiểu “\(text)”.")
    }
    chatHost = text[..<colon].trimmingBrackets
    chatPort = port
  }
}

extension Substring {
  fileprivate var trimmingBrackets: String {
    hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : String(self)
  }
}
