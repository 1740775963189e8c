package import Mail
import SecureSockets

/// The mail program of the system, `/usr/sbin/sendmail` or one that is called like it.
///
/// It is started for each message as `sendmail -i -f FROM -- TO`, by no shell, with the message as
/// its input, and no more of an environment than a `PATH`.
package struct SendmailProgram: MailTransport {
  /// Of sysexits.h: the system is at fault (EX_SOFTWARE to EX_IOERR, EX_CONFIG), or it says itself that
  /// later will do (EX_TEMPFAIL). The message is not to blame.
  private static let systemFailures: Set<Int32> = [70, 71, 72, 73, 74, 75, 78]

  private let path: String
  private let patience: Duration

  /// - Parameters:
  ///   - path: absolute.
  ///   - patience: for each message; a program that takes longer is killed.
  package init(path: String, patience: Duration = .seconds(60)) {
    self.path = path
    self.patience = patience
  }

  /// One after the other. A message is refused if the program ends with another status than 0 and
  /// 75; if it cannot be started, is killed or does not read all of it, it is for later.
  package func deliver(_ messages: [MailMessage]) -> [MailOutcome] {
    messages.map(deliver)
  }

  private func deliver(_ message: MailMessage) -> MailOutcome {
    let arguments = ["-i", "-f", message.from.description, "--", message.to.description]
    let end: ChildProgram.End
    do throws(SocketError) {
      // Programs are given the system's line ends and make the network's of them.
      end = try ChildProgram.run(
        path, arguments, input: message.bytes.filter { $0 != 0x0D }, patience: patience)
    } catch {
      return .later(.connection(error.description))
    }
    let problem = MailProblem.program(status: end.status, saying: end.errors)
    switch end.status {
    case 0: return end.tookAll ? .accepted : .later(problem)
    case ..<0: return .later(problem)
    case let status where SendmailProgram.systemFailures.contains(status): return .later(problem)
    default: return .refused(problem)
    }
  }
}
