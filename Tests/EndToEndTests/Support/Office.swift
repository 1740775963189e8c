import Wire

/// The office of Dương Hòa on a Monday morning of the round: one server for all the tests that do
/// not mind each other. Each account is used by one test only.
struct Office: Sendable {
  let port: UInt16
  private let codes: [String: String]

  /// The accounts, all members of one unit.
  enum User: String, CaseIterable {
    case text, differing, changing, typo, junk, half, ended, held
  }

  private static let shared = Result { try Office() }

  static func open() throws -> Office { try shared.get() }

  private init() throws {
    let people = User.allCases.map {
      Member("u.\($0.rawValue.lowercased())", "Người \($0.rawValue)", "Văn phòng UBND xã")
    }
    let world = try World(people: people)
    port = try world.serve(now: "2022-01-10T08:30:00").port
    codes = world.codes
    // Kept for the other tests; its server and folder end with the test process (`Guardian`).
    _ = Unmanaged.passRetained(world)
  }

  func name(of user: User) -> String { "u.\(user.rawValue.lowercased())" }

  func code(of user: User) throws -> String {
    guard let code = codes[name(of: user)] else { throw ConnectionEnded() }
    return code
  }

  static let password = "một mật khẩu riêng"

  func textClient() throws -> TextClient { try TextClient(port: port) }
  func jsonClient() throws -> JSONClient { try JSONClient(port: port) }

  /// Logged in for the first time, with the password `Office.password` from now on.
  func jsonClient(as user: User) throws -> JSONClient {
    let client = try jsonClient()
    let reply = try client.logIn(name(of: user), try code(of: user), new: Office.password)
    guard reply.state == "done" else { throw WrongReply(wanted: "login", reply) }
    return client
  }

  /// Another connection of somebody who has logged in before.
  func jsonClient(again user: User) throws -> JSONClient {
    let client = try jsonClient()
    let reply = try client.logIn(name(of: user), Office.password)
    guard reply.state == "done" else { throw WrongReply(wanted: "login", reply) }
    return client
  }
}
