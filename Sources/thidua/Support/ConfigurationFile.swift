import ChatServer
import Yams

/// `thidua.yaml`: every option is explained in `deploy/thidua.yaml`.
enum ConfigurationFile {
  /// Throws `CommandFailure` with status 78 that names the line.
  static func read(_ path: String) throws -> ServerOptions {
    var options = ServerOptions()
    let text = try InputFile.read(path)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw CommandFailure(.badConfiguration, "\(path): \(error)")
    }
    guard let node else { return options }
    guard let mapping = node.mapping else {
      throw CommandFailure(.badConfiguration, "\(path): cần các dòng dạng “tên: giá trị”.")
    }
    var mail = MailConfiguration()
    for (key, value) in mapping {
      let place = "\(path):\(key.mark?.line ?? 0)"
      if try mail.set(key.string ?? "", value, place) { continue }
      try set(key.string ?? "", value, in: &options, place)
    }
    options.mail = try mail.service(path)
    return options
  }

  private static func set(
    _ key: String, _ value: Node, in options: inout ServerOptions, _ place: String
  ) throws {
    func number(_ range: ClosedRange<Int>) throws -> Int {
      guard let number = value.int, range.contains(number) else {
        throw CommandFailure(
          .badConfiguration,
          "\(place): “\(key)” cần số nguyên từ \(range.lowerBound) đến \(range.upperBound).")
      }
      return number
    }
    switch key {
    case "chat_host":
      guard let host = value.string, !host.isEmpty else {
        throw CommandFailure(.badConfiguration, "\(place): “chat_host” cần một địa chỉ.")
      }
      options.chatHost = host
    case "chat_port": options.chatPort = UInt16(try number(0...65_535))
    case "loops": options.loops = try number(1...64)
    case "maximum_connections": options.maximumConnections = try number(1...1_000_000)
    case "pending_lines": options.pendingLines = try number(1...65_536)
    case "guest_idle_seconds": options.guestIdle = .seconds(try number(1...86_400))
    case "member_idle_seconds": options.memberIdle = .seconds(try number(1...31_536_000))
    case "handshake_seconds": options.handshake = .seconds(try number(1...300))
    case "drain_seconds": options.drain = .seconds(try number(0...300))
    case "password_threads": options.passwordThreads = try number(1...64)
    default:
      throw CommandFailure(
        .badConfiguration, "\(place): không có tùy chọn “\(key)”; xem deploy/thidua.yaml.")
    }
  }
}
