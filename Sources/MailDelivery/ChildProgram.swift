import Glibc
import SecureSockets

/// A program that is given bytes to read, and is waited for.
enum ChildProgram {
  struct End {
    /// The exit status; negative if a signal ended it.
    var status: Int32
    /// The first `errorsLimit` bytes of what it wrote to its standard error.
    var errors: [UInt8]
    /// Whether all of the input went to it.
    var tookAll: Bool
  }

  static let errorsLimit = 400
  /// The end of a child cannot be waited for together with its pipes, so it is looked for.
  private static let napMilliseconds: Int32 = 10

  /// Runs it to its end, or kills it once `patience` is over. Its output is dropped.
  ///
  /// What it leaves running in the background is not waited for.
  static func run(
    _ path: String, _ arguments: [String], input: [UInt8], patience: Duration
  ) throws(SocketError) -> End {
    let deadline = MonotonicTime.current() + patience
    let input = (bytes: input, channel: try Channel())
    let errors = try Channel()
    let pid = try spawn(path, arguments, input: input.channel.theirs, errors: errors.theirs)
    input.channel.closeTheirs()
    errors.closeTheirs()
    var rest = input.bytes[...]
    var words: [UInt8] = []
    while true {
      let status = ended(pid, WNOHANG)
      errors.read(into: &words, limit: errorsLimit)
      if let status {
        return End(status: status, errors: words, tookAll: rest.isEmpty)
      }
      guard MonotonicTime.current() < deadline else { return killed(pid, words) }
      if !rest.isEmpty { rest = input.channel.write(rest) }
      if rest.isEmpty { input.channel.closeOurs() }
      Channel.wait(reading: errors, writing: input.channel, milliseconds: napMilliseconds)
    }
  }

  private static func killed(_ pid: pid_t, _ words: [UInt8]) -> End {
    kill(pid, SIGKILL)
    let status = ended(pid, 0) ?? -SIGKILL
    return End(status: status, errors: words, tookAll: false)
  }

  /// `nil` while it runs.
  private static func ended(_ pid: pid_t, _ options: Int32) -> Int32? {
    var raw: Int32 = 0
    while true {
      let waited = waitpid(pid, &raw, options)
      if waited == 0 { return nil }
      if waited == pid { return raw & 0x7F == 0 ? raw >> 8 & 0xFF : -(raw & 0x7F) }
      // ECHILD: somebody else took its status, and nobody knows what became of it.
      if errno != EINTR { return -SIGKILL }
    }
  }

  /// Starts it with two of its ends as input and standard error.
  static func spawn(
    _ path: String, _ arguments: [String], input: Int32, errors: Int32
  ) throws(SocketError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    // The server blocks and ignores signals, which a child would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var environment = [
      strdup("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"), nil,
    ]
    defer { for word in words + environment { free(word) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, &attributes, &words, &environment)
    guard code == 0 else { throw SocketError("start", path, code: code) }
    return pid
  }
}
