import Glibc

@testable import MailDelivery
@testable import SecureSockets

/// A real mail server of the system's packages, on a port of its own, as the user who tests.
final class MailServer {
  static let isInstalled: Bool = {
    let end = try? ChildProgram.run(
      python, ["-c", "import aiosmtpd"], input: [], patience: .seconds(30))
    return end?.status == 0
  }()
  static let missing = "needs a mail server to talk to: apt-get install python3-aiosmtpd"

  let port: UInt16
  let fingerprint: CertificateFingerprint
  let folder: TemporaryFolder
  private let pid: pid_t
  private let input: Channel

  /// The system's own: a python of somebody's own would not find the system's packages.
  private static let python = "/usr/bin/python3"
  private static let script =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/") + "/Data/mail/server.py"

  init(_ options: String...) throws {
    folder = try TemporaryFolder()
    let certificate = try SelfSignedCertificate(
      commonName: "mail.example", names: ["localhost", "127.0.0.1"], validFrom: 1_600_000_000,
      validUntil: 4_000_000_000)
    try certificate.write(
      certificateFile: folder.path + "/cert.pem", keyFile: folder.path + "/key.pem")
    fingerprint = certificate.certificate.fingerprint
    input = try Channel()
    let errors = try Channel()
    pid = try ChildProgram.spawn(
      MailServer.python, [MailServer.script, folder.path] + options, input: input.theirs,
      errors: errors.theirs)
    input.closeTheirs()
    errors.closeTheirs()
    port = try MailServer.port(errors)
  }

  /// It also ends with its input, should the test process be killed.
  deinit {
    kill(pid, SIGTERM)
    while waitpid(pid, nil, 0) < 0, errno == EINTR {}
  }

  /// What it understood of the `number`th message that it accepted; `nil` if there is none.
  func received(_ number: Int) -> String? { folder.read("\(number).txt") }

  private static func port(_ errors: Channel) throws -> UInt16 {
    let deadline = MonotonicTime.current() + .seconds(30)
    var said: [UInt8] = []
    while MonotonicTime.current() < deadline {
      errors.read(into: &said, limit: 4_096)
      let text = String(decoding: said, as: UTF8.self)
      if text.hasSuffix("\n"), let last = text.split(separator: " ").last,
        let port = UInt16(last.dropLast())
      {
        return port
      }
      if !errors.isOpen { break }
      Channel.wait(reading: errors, writing: nil, milliseconds: 100)
    }
    throw NotStarted(words: String(decoding: said, as: UTF8.self))
  }

  struct NotStarted: Error { let words: String }
}
