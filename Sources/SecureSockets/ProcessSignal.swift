import CLinux
import Glibc

/// A signal to the process that a loop takes as an event.
package enum ProcessSignal: Sendable, CaseIterable {
  /// SIGTERM: stop, after what is open is answered.
  case terminate
  /// SIGINT: a person at the terminal.
  case interrupt
  /// SIGHUP: read certificates and settings anew.
  case hangUp

  var number: Int32 {
    switch self {
    case .terminate: SIGTERM
    case .interrupt: SIGINT
    case .hangUp: SIGHUP
    }
  }

  /// To be called at the start of `main`, before there is any other thread: a signal goes to
  /// whichever thread does not block it, and threads inherit what is blocked.
  package static func prepareProcess(toTake signals: some Sequence<ProcessSignal>) {
    block(signals)
    ignoreBrokenPipes()
  }

  /// A peer that is gone is an error of the write, not the end of the process.
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// In this thread and in those that it starts.
  static func block(_ signals: some Sequence<ProcessSignal>) {
    var set = mask(signals)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  fileprivate static func mask(_ signals: some Sequence<ProcessSignal>) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal.number) }
    return set
  }
}

/// A signalfd: blocked signals as something that can be read.
final class SignalDescriptor {
  let descriptor: Int32

  init(_ signals: some Sequence<ProcessSignal>) throws(SocketError) {
    var set = ProcessSignal.mask(signals)
    descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    guard descriptor >= 0 else { throw SocketError("signalfd") }
  }

  deinit { close(descriptor) }

  /// The next signal that came, if one did.
  func next() -> ProcessSignal? {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard read(descriptor, &information, size) == size else { return nil }
    return ProcessSignal.allCases.first { UInt32($0.number) == information.ssi_signo }
  }
}
