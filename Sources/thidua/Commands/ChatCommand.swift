import ArgumentParser
import ChatClient
import Glibc

struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Trò chuyện với máy chủ trong cửa sổ dòng lệnh.")

  @Argument(help: ArgumentHelp("Máy chủ.", valueName: "host[:port]")) var server = "127.0.0.1:7697"
  @Option(name: .long, help: ArgumentHelp("Tên đăng nhập.", valueName: "tên")) var user: String?

  func run() throws {
    let ending = ChatClient(user: user, environment: Environment.all).run(server: server)
    if ending.rawValue != 0 { throw ExitCode(ending.rawValue) }
  }
}

private enum Environment {
  static var all: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return variables
  }
}
