import Mail
import Testing

@testable import MailDelivery

/// Programs of the shell stand in for sendmail.
@Suite struct SendmailProgramTests {
  @Test func theProgramIsGivenAddressesAndMessage() throws {
    let folder = try TemporaryFolder()
    let program = try folder.program(
      "sendmail",
      "printf '<%s>' \"$@\" > \(folder.path)/arguments; env > \(folder.path)/environment; "
        + "cat > \(folder.path)/message; echo noise")
    let message = try Samples.message(text: ".\nKính gửi")
    #expect(SendmailProgram(path: program).deliver([message]) == [.accepted])
    #expect(
      folder.read("arguments") == "<-i><-f><nhac@thi-dua.example><--><hoa@so.example>")
    let written = String(decoding: message.bytes, as: UTF8.self)
    #expect(folder.read("message") == written.replacing("\r\n", with: "\n"))
    // PWD and the like are the shell's own.
    #expect(folder.read("environment")?.contains("HOME=") == false)
  }

  @Test(arguments: [
    ("cat >/dev/null; exit 0", MailOutcome.accepted),
    (
      "cat >/dev/null; echo queue is full >&2; exit 75",
      .later(.program(status: 75, "queue is full"))
    ),
    ("cat >/dev/null; exit 67", .refused(.program(status: 67, ""))),
    ("printf 'a\\n\\033[2J  b\\n' >&2; exit 1", .refused(.program(status: 1, "a [2J b"))),
    ("kill -TERM $$", .later(.program(status: -15, ""))),
  ])
  func anEnd(_ script: String, _ outcome: MailOutcome) throws {
    let folder = try TemporaryFolder()
    let program = try folder.program("sendmail", script)
    #expect(try SendmailProgram(path: program).deliver([Samples.message()]) == [outcome])
  }

  @Test func everyMessageHasItsOwnOutcome() throws {
    let folder = try TemporaryFolder()
    let program = try folder.program(
      "sendmail", "cat >/dev/null; case $5 in an*) exit 75;; binh*) exit 67;; esac")
    let messages = try ["hoa", "an", "binh", "hoa"].map {
      try Samples.message(to: "\($0)@so.example")
    }
    #expect(
      SendmailProgram(path: program).deliver(messages) == [
        .accepted, .later(.program(status: 75, "")), .refused(.program(status: 67, "")), .accepted,
      ])
  }

  @Test func aProgramThatIsNotThereIsToldInTheKernelsWords() throws {
    let outcomes = try SendmailProgram(path: "/nonexistent/sendmail").deliver([Samples.message()])
    #expect(
      outcomes == [.later(.connection("start /nonexistent/sendmail: No such file or directory"))])
  }

  @Test(arguments: [
    ("cat >/dev/null; exec sleep 600", ""), ("exec sleep 600", ""),
    ("cat >/dev/null; printf x >&2; exec yes >/dev/null", "x"),
    ("exec tr '\\0' x </dev/zero >&2", String(repeating: "x", count: ChildProgram.errorsLimit)),
  ])
  func aProgramThatNeverEndsIsKilled(_ script: String, _ words: String) throws {
    let folder = try TemporaryFolder()
    let program = try folder.program("sendmail", script)
    let outcomes = try SendmailProgram(path: program, patience: .milliseconds(500))
      .deliver([Samples.message()])
    #expect(outcomes == [.later(.program(status: -9, words))])
  }

  @Test func whatALargeMessageIsNotReadOfIsNotAccepted() throws {
    let folder = try TemporaryFolder()
    let program = try folder.program("sendmail", "exit 0")
    let large = try Samples.message(text: String(repeating: "x", count: 1_000_000))
    let outcomes = SendmailProgram(path: program).deliver([large])
    #expect(outcomes == [.later(.program(status: 0, ""))])
  }

  @Test func aLargeMessageGoesThroughWhileTheProgramTalks() throws {
    let folder = try TemporaryFolder()
    let program = try folder.program(
      "sendmail", "head -c 1000000 /dev/zero | tr '\\0' x >&2; wc -c > \(folder.path)/size")
    let large = try Samples.message(text: String(repeating: "x", count: 1_000_000))
    #expect(SendmailProgram(path: program).deliver([large]) == [.accepted])
    let size = large.bytes.count { $0 != 0x0D }
    #expect(folder.read("size") == "\(size)\n")
  }

  @Test func whatItLeavesRunningIsNotWaitedFor() throws {
    let folder = try TemporaryFolder()
    let program = try folder.program("sendmail", "cat >/dev/null; sleep 5 & exit 0")
    let message = try Samples.message()
    let spent = ContinuousClock().measure {
      #expect(SendmailProgram(path: program).deliver([message]) == [.accepted])
    }
    #expect(spent < .seconds(4))
  }
}
