import Wire

/// One installation: a data folder of its own, and the program to work on it.
///
/// Servers that were started belong to it and are ended with it.
final class World {
  let folder: TemporaryFolder
  var data: String { folder.path + "/data" }
  private var servers: [RunningServer] = []

  /// An empty store with these campaigns.
  init(campaigns: [String] = ["duong-hoa-2022"]) throws {
    folder = try TemporaryFolder()
    if !campaigns.isEmpty {
      try run(["campaign", "load"] + campaigns.map(Checkout.campaignFile) + ["--data", data])
        .requireDone()
    }
  }

  /// With these campaigns, and these people in one organization; `codes` has their one-time codes.
  convenience init(
    campaigns: [String] = ["duong-hoa-2022"], organization: String = "duong-hoa", people: [Member]
  ) throws {
    try self.init(campaigns: campaigns)
    try enter(people, organization: organization)
  }

  /// One-time codes that the program gave out, by user name.
  private(set) var codes: [String: String] = [:]

  /// `thidua people import`.
  func enter(_ people: [Member], organization: String) throws {
    let lines = ["name,unit,role,username"] + people.map(\.line)
    let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "people.csv")
    let ended = try run([
      "people", "import", "--organization", organization, "--data", data, "--json", file,
    ]).requireDone()
    for code in try ended.json()["codes"]?.arrayValue ?? [] { note(code) }
  }

  /// `thidua account add` or `reset`, with `--json`.
  func account(_ act: String, _ user: String, _ options: [String] = []) throws {
    note(
      try run(["account", act, user, "--data", data, "--json"] + options).requireDone().json())
  }

  private func note(_ code: JSONValue) {
    if let user = code["user"]?.stringValue { codes[user] = code["code"]?.stringValue }
  }

  /// Asks again and again until it is so; throws once patience is over.
  func until(_ isSo: () throws -> Bool) throws {
    let patience = Patience()
    while !(try isSo()) {
      if patience.isOver { throw TimedOut() }
    }
  }

  /// Runs a command to its end.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Ended {
    let process = try ChildProcess(arguments, environment: environment)
    try process.type(Array(input.utf8))
    process.endInput()
    let status = try process.ended()
    return Ended(
      arguments: arguments, status: status, output: process.output.rest,
      errors: process.errors.rest)
  }

  /// Starts the server; returns once it says that it listens.
  ///
  /// - Parameter configuration: lines of a configuration file.
  func serve(
    now: String? = nil, speed: Int? = nil, configuration: String? = nil, port: UInt16 = 0,
    environment: [String: String] = [:]
  ) throws -> RunningServer {
    var arguments = ["serve", "--data", data, "--chat", "127.0.0.1:\(port)"]
    if let now { arguments += ["--now", now + "+07:00"] }
    if let speed { arguments += ["--speed", "\(speed)"] }
    if let configuration {
      arguments += ["--config", try folder.write(configuration, to: "thidua.yaml")]
    }
    let process = try ChildProcess(arguments, environment: environment)
    let server = try RunningServer(process)
    servers.append(server)
    return server
  }
}

/// A line of a people file.
struct Member {
  let name: String
  let unit: String
  let role: String
  let user: String

  init(_ user: String, _ name: String, _ unit: String, _ role: String = "member") {
    self.user = user
    self.name = name
    self.unit = unit
    self.role = role
  }

  var line: String { [name, unit, role, user].joined(separator: ",") }
}

/// What came of a command.
struct Ended {
  let arguments: [String]
  let status: Int32
  let output: String
  let errors: String

  @discardableResult
  func requireDone() throws -> Ended {
    if status != 0 { throw CommandFailed(ended: self) }
    return self
  }

  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The one line of JSON that was printed.
  func json() throws -> JSONValue {
    try JSONReader.read(output.trimmingLineEnd)
  }
}

struct CommandFailed: Error, CustomStringConvertible {
  let ended: Ended

  var description: String {
    "thidua \(ended.arguments.joined(separator: " ")) ended with \(ended.status): \(ended.errors)"
  }
}

extension String {
  var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
