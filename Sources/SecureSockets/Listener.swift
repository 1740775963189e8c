import CLinux
import Glibc
import Synchronization

/// A door: an address that is listened on, its TLS context, its limits.
///
/// Bound and listening from `init` on, so the kernel lets clients connect; they are served once
/// the listener is given to `EventLoopGroup.accept`.
package final class Listener: Sendable {
  /// How many connections may be open at once, and what those beyond are told.
  package struct Capacity: Sendable {
    /// Served in full.
    package var connections: Int
    /// This many beyond them get their handshake, `farewell` and a goodbye; the rest is closed
    /// without a word, which costs next to nothing.
    package var reserve: Int
    /// A complete line, its end included.
    package var farewell: [UInt8]

    package init(connections: Int = 20_000, reserve: Int = 64, farewell: [UInt8] = []) {
      self.connections = connections
      self.reserve = reserve
      self.farewell = farewell
    }
  }

  /// What has happened at the door since the start.
  package struct Counts: Hashable, Sendable {
    /// Connections open now, those in the handshake and in the reserve included.
    package var open: Int
    package var accepted: Int
    /// Turned away at the limit, with the farewell or without.
    package var overLimit: Int
    /// Turned away because the process had no file descriptor left.
    package var withoutDescriptor: Int
  }

  /// For logs and for `LoopHandler.accepted`: `chat`, `irc`.
  package let name: String
  /// Where it listens, with the port that the kernel chose for port 0.
  package let address: SocketAddress
  package let tls: ReloadableTLSContext
  package let limits: ConnectionLimits
  package let capacity: Capacity

  private struct State {
    var descriptor: Int32?
    var acceptor: LoopLink?
  }

  private let state: Mutex<State>
  private let open = Atomic<Int>(0)
  private let accepted = Atomic<Int>(0)
  private let overLimit = Atomic<Int>(0)
  private let withoutDescriptor = Atomic<Int>(0)

  /// `host`: an IPv4 or IPv6 address or `localhost`; `::` takes both families.
  package init(
    name: String, host: String, port: UInt16, tls: ReloadableTLSContext,
    capacity: Capacity = Capacity(), limits: ConnectionLimits = ConnectionLimits()
  ) throws(SocketError) {
    self.name = name
    self.tls = tls
    self.capacity = capacity
    self.limits = limits
    guard let wanted = SocketAddress(host, port: port) else {
      throw SocketError("listen", "\(host):\(port)", code: EADDRNOTAVAIL)
    }
    let descriptor = try Listener.open(wanted)
    state = Mutex(State(descriptor: descriptor, acceptor: nil))
    do throws(SocketError) {
      address = try SocketAddress.local(of: descriptor)
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  deinit { closeDescriptor() }

  package var counts: Counts {
    Counts(
      open: open.load(ordering: .relaxed), accepted: accepted.load(ordering: .relaxed),
      overLimit: overLimit.load(ordering: .relaxed),
      withoutDescriptor: withoutDescriptor.load(ordering: .relaxed))
  }

  /// From any thread: no connection is accepted after this, and once the loop has taken note the
  /// port is free. Connections that are open go on.
  package func stopAccepting() {
    let acceptor = state.withLock { $0.acceptor }
    if acceptor?.commands.put(.stopAccepting(self)) != true { closeDescriptor() }
  }

  /// `nil` once it does not listen any more.
  var descriptor: Int32? { state.withLock { $0.descriptor } }

  func willBeServed(by link: LoopLink) {
    state.withLock { $0.acceptor = link }
  }

  /// By the accepting loop, or by anyone when there is none.
  func closeDescriptor() {
    let descriptor = state.withLock { state in
      defer { state.descriptor = nil }
      return state.descriptor
    }
    if let descriptor { Glibc.close(descriptor) }
  }

  enum Admission { case served, farewell, none }

  /// Somebody came in. Unless the answer is `none`, `left` must follow one day.
  func entered() -> Admission {
    accepted.add(1, ordering: .relaxed)
    let count = open.add(1, ordering: .relaxed).newValue
    if count <= capacity.connections { return .served }
    overLimit.add(1, ordering: .relaxed)
    if count <= capacity.connections + capacity.reserve { return .farewell }
    left()
    return .none
  }

  func left() {
    open.subtract(1, ordering: .relaxed)
  }

  func turnedAwayWithoutDescriptor() {
    withoutDescriptor.add(1, ordering: .relaxed)
  }

  private static func open(_ address: SocketAddress) throws(SocketError) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.family, kind, 0)
    guard descriptor >= 0 else { throw SocketError("socket", address.description) }
    // Linux hands NODELAY and KEEPALIVE down to the accepted sockets: two calls saved for each.
    set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
    set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1)
    set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    if address.family == AF_INET6 {
      set(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, address.isAnyV6 ? 0 : 1)
    }
    do throws(SocketError) {
      let status = address.withSockaddr { Glibc.bind(descriptor, $0, $1) }
      guard status == 0 else { throw SocketError("bind", address.description) }
      guard listen(descriptor, 4096) == 0 else {
        throw SocketError("listen", address.description)
      }
    } catch {
      Glibc.close(descriptor)
      throw error
    }
    return descriptor
  }

  private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }
}
