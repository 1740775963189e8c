import Glibc

/// The terminal in raw mode: every key comes at once, nothing is echoed, Ctrl-C and Ctrl-Z are
/// keys. There is at most one.
///
/// The former mode comes back on every way out that a program can see: at the end of this object,
/// at `exit`, on signals that end the process, and before a crash is reported.
final class RawTerminal {
  private let descriptor: Int32

  /// `nil` if the descriptor is no terminal.
  init?(_ descriptor: Int32) {
    guard isatty(descriptor) == 1, tcgetattr(descriptor, &saved.pointee.former) == 0 else {
      return nil
    }
    self.descriptor = descriptor
    saved.pointee.descriptor = descriptor
    saved.pointee.raw = Self.raw(saved.pointee.former)
    for signal in endingSignals { install(leaveAndFall, on: signal) }
    // These two only have to interrupt the waiting, so that the line is drawn anew.
    install({ _ in }, on: SIGWINCH)
    install({ _ in enterRawMode() }, on: SIGCONT)
    atexit { leaveRawMode() }
    enterRawMode()
  }

  deinit { leaveRawMode() }

  /// Columns; 80 if the terminal does not know.
  var width: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Gives the terminal back and stops the process until somebody continues it.
  func suspend() {
    leaveRawMode()
    kill(getpid(), SIGTSTP)
    enterRawMode()
  }

  private static func raw(_ former: termios) -> termios {
    var raw = former
    raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON)
    raw.c_cflag |= tcflag_t(CS8)
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    withUnsafeMutableBytes(of: &raw.c_cc) {
      $0[Int(VMIN)] = 1
      $0[Int(VTIME)] = 0
    }
    return raw
  }
}

private struct SavedTerminal {
  var descriptor: Int32 = -1
  var isRaw = false
  var former = termios()
  var raw = termios()
}

// Safe because the pointer never changes, and the value behind it is written by the client's only
// thread before the handlers that read it are installed; `isRaw` is one byte.
nonisolated(unsafe) private let saved: UnsafeMutablePointer<SavedTerminal> = {
  let pointer = UnsafeMutablePointer<SavedTerminal>.allocate(capacity: 1)
  pointer.initialize(to: SavedTerminal())
  return pointer
}()

/// Linux numbers its signals from 1 to 64.
private let signalCount = 65

// Safe for the same reason: filled while the handlers are installed, one place per signal.
nonisolated(unsafe) private let formerActions: UnsafeMutablePointer<sigaction> = {
  let pointer = UnsafeMutablePointer<sigaction>.allocate(capacity: signalCount)
  pointer.initialize(repeating: sigaction(), count: signalCount)
  return pointer
}()

private let endingSignals = [
  SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE,
]

private func install(_ handler: @escaping @convention(c) (Int32) -> Void, on signal: Int32) {
  var action = sigaction()
  action.__sigaction_handler.sa_handler = handler
  sigaction(signal, &action, formerActions + Int(signal))
}

/// Restores the terminal, then lets the signal do what it would have done without us.
private func leaveAndFall(_ signal: Int32) {
  // What the next program writes shall not begin behind the half-typed line.
  if saved.pointee.isRaw { writeSequence("\r\n") }
  leaveRawMode()
  sigaction(signal, formerActions + Int(signal), nil)
  // A fault repeats itself on return; a signal that was sent has to be sent again.
  let isFault = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE].contains(signal)
  if !isFault { raise(signal) }
}

// Both are called by signal handlers: nothing but tcsetattr and write, which may be.

private func enterRawMode() {
  tcsetattr(saved.pointee.descriptor, TCSADRAIN, &saved.pointee.raw)
  saved.pointee.isRaw = true
  writeSequence("\u{1B}[?2004h")
}

private func leaveRawMode() {
  guard saved.pointee.isRaw else { return }
  saved.pointee.isRaw = false
  writeSequence("\u{1B}[?2004l")
  tcsetattr(saved.pointee.descriptor, TCSADRAIN, &saved.pointee.former)
}

/// Switches the marks around pasted text on and off.
private func writeSequence(_ sequence: StaticString) {
  _ = write(saved.pointee.descriptor, sequence.utf8Start, sequence.utf8CodeUnitCount)
}
