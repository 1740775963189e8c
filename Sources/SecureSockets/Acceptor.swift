import CLinux
import Glibc

/// Takes the connections of one listener and deals them out to the loops.
///
/// One socket and one acceptor rather than a socket for each loop (SO_REUSEPORT): the kernel
/// chooses among several sockets by a hash, so that four connections meet on one of two loops
/// every eighth time, and a loop that is busy keeps its clients waiting while the other sleeps.
/// Here the loop with the fewest connections gets the next one. The hand-over, one wake-up for a
/// batch, is lost beside the 400 µs of a handshake; and limit, pause and stop are in one place.
final class Acceptor {
  /// Accepted in one turn; epoll tells of the rest in the next.
  private static let batch = 64
  /// Until a process without descriptors looks again.
  private static let pause = Duration.milliseconds(100)

  let listener: Listener
  private let loops: [LoopLink]
  private let key: UInt64
  private unowned let loop: EventLoop
  private var lastChoice = 0
  private var spare = SpareDescriptor()
  private var isStopped = false

  init(_ listener: Listener, among loops: [LoopLink], key: UInt64, on loop: EventLoop) {
    self.listener = listener
    self.loops = loops
    self.key = key
    self.loop = loop
    resume()
  }

  func happened() {
    var batches = [[LoopCommand]](repeating: [], count: loops.count)
    for _ in 0..<Acceptor.batch {
      guard let socket = next() else { break }
      let choice = choose()
      loops[choice].connectionGiven()
      batches[choice].append(.adopt(socket))
    }
    for (index, batch) in batches.enumerated() where !loops[index].commands.put(contentsOf: batch) {
      // That loop has ended: the process is stopping.
      for case .adopt(let socket) in batch { abandon(socket) }
    }
  }

  func stop() {
    guard !isStopped else { return }
    isStopped = true
    if let descriptor = listener.descriptor { loop.poller.remove(descriptor) }
    listener.closeDescriptor()
  }

  func abandon(_ socket: AcceptedSocket) {
    close(socket.descriptor)
    socket.listener.left()
  }

  /// The next connection that may stay; `nil` if there is none now.
  private func next() -> AcceptedSocket? {
    while let listening = listener.descriptor {
      var storage = sockaddr_storage()
      let descriptor = Acceptor.accept(listening, &storage)
      guard descriptor >= 0 else {
        if acceptFailed(listening, code: errno) { continue }
        return nil
      }
      let admission = listener.entered()
      guard admission != .none, let peer = SocketAddress(storage) else {
        if admission != .none { listener.left() }
        close(descriptor)
        continue
      }
      return AcceptedSocket(
        descriptor: descriptor, peer: peer, listener: listener,
        isOverLimit: admission == .farewell)
    }
    return nil
  }

  /// Whether to try again at once.
  private func acceptFailed(_ listening: Int32, code: Int32) -> Bool {
    switch code {
    case EINTR, ECONNABORTED, EPROTO: return true
    case EAGAIN: return false
    case EMFILE, ENFILE:
      // A level-triggered listener would report the same client for ever. The spare descriptor
      // lets it in to be turned away; without one the door stays shut for a while.
      switch spare.turnAway(from: listening) {
      case .client:
        listener.turnedAwayWithoutDescriptor()
        return true
      // The kernel looks for a descriptor first and for a client only then.
      case .nobodyThere: return false
      case .noSpare:
        pause()
        return false
      }
    default:
      // ENOBUFS, ENOMEM: the kernel is short of memory.
      pause()
      return false
    }
  }

  private func pause() {
    if let descriptor = listener.descriptor { loop.poller.remove(descriptor) }
    loop.wake(at: loop.now + Acceptor.pause) { [weak self] in self?.resume() }
  }

  private func resume() {
    guard !isStopped, let descriptor = listener.descriptor else { return }
    do throws(SocketError) {
      try loop.poller.add(descriptor, .reading, key: key)
    } catch {
      pause()
    }
  }

  /// The loop with the fewest connections; among equals the one after the last choice.
  private func choose() -> Int {
    var best = (lastChoice + 1) % loops.count
    var fewest = loops[best].load
    for offset in 2..<max(2, loops.count + 1) {
      let candidate = (lastChoice + offset) % loops.count
      let load = loops[candidate].load
      if load < fewest { (best, fewest) = (candidate, load) }
    }
    lastChoice = best
    return best
  }

  private static func accept(_ listening: Int32, _ storage: inout sockaddr_storage) -> Int32 {
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    return withUnsafeMutableBytes(of: &storage) { bytes in
      accept4(listening, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, &length, flags)
    }
  }
}

/// A descriptor kept for the day when there are none.
struct SpareDescriptor: ~Copyable {
  enum TurnedAway { case client, nobodyThere, noSpare }

  private var descriptor = SpareDescriptor.reserve()

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Gives up the spare, takes the first client in line with it, closes that, and reserves
  /// again. `noSpare` if another thread was quicker to take what was given up.
  mutating func turnAway(from listening: Int32) -> TurnedAway {
    if descriptor < 0 { descriptor = SpareDescriptor.reserve() }
    guard descriptor >= 0 else { return .noSpare }
    close(descriptor)
    let client = accept(listening, nil, nil)
    let code = errno
    if client >= 0 { close(client) }
    descriptor = SpareDescriptor.reserve()
    if client >= 0 { return .client }
    return code == EAGAIN ? .nobodyThere : .noSpare
  }

  private static func reserve() -> Int32 { open("/dev/null", O_RDONLY | O_CLOEXEC) }
}
