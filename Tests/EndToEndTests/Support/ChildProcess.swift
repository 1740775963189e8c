import Glibc

/// A program, running: the built one.
///
/// Whoever starts one ends it: it is killed by its pid when this object goes, and by the guardian
/// should the whole test process die.
final class ChildProcess {
  let pid: pid_t
  let output: ByteStream
  let errors: ByteStream
  private var input: Int32
  private var status: Int32?

  /// - Parameters:
  ///   - environment: in place of the test's, apart from `PATH` and `THIDUA_HOME`.
  ///   - program: another than the one under test.
  init(
    _ arguments: [String], environment: [String: String] = [:], program: String = Checkout.program
  ) throws {
    let pipes = [try Pipe(), try Pipe(), try Pipe()]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, pipe) in pipes.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, pipe.theirs, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var variables = ["PATH": "/usr/bin:/bin", "THIDUA_HOME": Checkout.root]
    variables.merge(environment) { _, new in new }
    var words = CStrings([program] + arguments)
    var settings = CStrings(variables.map { "\($0.key)=\($0.value)" })
    defer {
      words.free()
      settings.free()
    }
    var pid: pid_t = 0
    let code = posix_spawn(
      &pid, program, &actions, &attributes, &words.pointers, &settings.pointers)
    for pipe in pipes { close(pipe.theirs) }
    input = pipes[0].ours
    output = ByteStream(pipes[1].ours)
    errors = ByteStream(pipes[2].ours)
    self.pid = pid
    guard code == 0 else {
      status = 0
      throw NotStarted(program: program, reason: String(cString: strerror(code)))
    }
    Guardian.shared.watch(pid)
  }

  deinit {
    endInput()
    if status == nil { kill() }
  }

  func signal(_ number: Int32) {
    if status == nil { Glibc.kill(pid, number) }
  }

  /// SIGKILL; returns when it is gone.
  func kill() {
    signal(SIGKILL)
    reap()
  }

  /// The exit status; 128 + the signal if one ended it. Throws, and kills, once patience is over.
  @discardableResult
  func ended(_ patience: Patience = Patience()) throws -> Int32 {
    if let status { return status }
    do {
      while !output.hasEnded || !errors.hasEnded { try readSome(patience) }
    } catch {
      kill()
      throw error
    }
    reap()
    return status ?? -1
  }

  /// Writes all of it while reading what the program says meanwhile.
  func type(_ bytes: [UInt8], _ patience: Patience = Patience()) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      try readSome(patience, orWrite: true)
      let count = rest.withUnsafeBytes {
        send(input, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
      }
      if count > 0 { rest = rest.dropFirst(count) }
      if count < 0, errno != EAGAIN, errno != EINTR { return }
    }
  }

  func endInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  private func readSome(_ patience: Patience, orWrite: Bool = false) throws {
    var wanted = [output, errors].map {
      pollfd(fd: $0.hasEnded ? -1 : $0.descriptor, events: Int16(POLLIN), revents: 0)
    }
    if orWrite { wanted.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
    let count = poll(&wanted, nfds_t(wanted.count), patience.milliseconds)
    if count <= 0, patience.isOver { throw TimedOut() }
    if wanted[0].revents != 0 { output.readSome() }
    if wanted[1].revents != 0 { errors.readSome() }
  }

  private func reap() {
    guard status == nil else { return }
    var raw: Int32 = 0
    while waitpid(pid, &raw, 0) < 0, errno == EINTR {}
    Guardian.shared.forget(pid)
    status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
  }
}

/// Words as C wants them, ended by a null pointer.
struct CStrings {
  var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ words: [String]) {
    pointers = words.map { strdup($0) }
    pointers.append(nil)
  }

  func free() {
    for pointer in pointers { Glibc.free(pointer) }
  }
}

struct NotStarted: Error {
  let program: String
  let reason: String
}

/// Two connected ends, ours and the child's; no other child can inherit them.
private struct Pipe {
  let ours: Int32
  let theirs: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw NotStarted(program: "socketpair", reason: String(cString: strerror(errno)))
    }
    (ours, theirs) = (ends[0], ends[1])
  }
}
