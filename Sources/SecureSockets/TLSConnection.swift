/// One TLS connection of a loop: sole owner of its socket and its TLS session.
///
/// Belongs to its loop's thread. After it is closed every call is harmless and does nothing.
///
/// Invariants:
/// - Handlers are told of the end once, from `settle`, never from inside a call of theirs.
/// - Nothing is read while `isBackedUp`, `isPaused` or after the peer's close_notify; so a
///   broken socket that is not read must be closed at once, or epoll would report it for ever.
/// - `touched` connections are settled at the end of the turn: flushed, closed, re-registered.
package final class TLSConnection {
  enum Phase { case handshaking, open, closing, closed }

  package let id: ConnectionID
  package let peer: SocketAddress
  /// By which door it came.
  package let listener: Listener

  let loop: EventLoop
  let descriptor: Int32
  let isOverLimit: Bool
  var session: TLSSession?
  var handler: (any ConnectionHandler)?

  var phase = Phase.handshaking
  var interest: Epoll.Interest = .reading
  var closeReason = CloseReason.requested
  var due = MonotonicTime.never
  var queuedDue = MonotonicTime.never

  // Unchecked is safe because all is used on the loop's thread only, and no access of one of
  // these calls anything that could come back to it. The checks would cost 4 % of a message.
  @exclusivity(unchecked) var out = OutBuffer()
  /// Between `pauseReading` and `resumeReading`.
  @exclusivity(unchecked) package internal(set) var isPaused = false
  /// More is unsent than the high-water mark: whoever produces much should stop until `drained`.
  @exclusivity(unchecked) package internal(set) var isBackedUp = false

  var isTouched = false
  var peerHasEnded = false
  var goodbyeIsSent = false
  var awaitsWritable = false
  var readAwaitsWritable = false
  var writeAwaitsReadable = false

  init(_ id: ConnectionID, _ socket: AcceptedSocket, _ session: TLSSession, on loop: EventLoop) {
    self.id = id
    self.session = session
    self.loop = loop
    peer = socket.peer
    listener = socket.listener
    descriptor = socket.descriptor
    isOverLimit = socket.isOverLimit
  }

  /// When `ConnectionHandler.deadlinePassed` shall be called, once; `nil` for never. Setting it
  /// again moves it; moving it later, as after each message, costs two stores.
  ///
  /// While the handshake lasts and after `closeAfterFlush` the deadline is the connection's own.
  package var deadline: MonotonicTime? {
    get { due == .never ? nil : due }
    set { if phase == .open { arm(newValue ?? .never) } }
  }

  /// Bytes sent by the upper room that the kernel has not taken yet.
  package var unsentCount: Int { out.count }

  /// Whether sending still makes sense: not closing and not closed.
  package var isOpen: Bool { phase == .open }

  /// `TLSv1.3` or `TLSv1.2`; empty once closed.
  package var tlsVersion: String { session?.version ?? "" }

  package var cipher: String { session?.cipher ?? "" }

  /// Whether the client resumed an earlier session.
  package var wasResumed: Bool { session?.wasResumed ?? false }

  /// What the client showed, if it was asked (`TLSContext.ClientCertificates`). Parsed at each
  /// call.
  package var peerCertificate: Certificate? { session?.peerCertificate }

  /// Sends the bytes at the end of this turn, after all that was sent before. Dropped unless
  /// `isOpen`. Copies.
  package func send(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { enqueue($0) }
  }

  package func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { enqueue($0) }
  }

  /// No `received` until `resumeReading`; the rest of the current read included, as far as it was
  /// not handed over.
  package func pauseReading() {
    guard !isPaused, phase == .open else { return }
    isPaused = true
    loop.touch(self)
  }

  package func resumeReading() {
    guard isPaused, phase == .open else { return }
    isPaused = false
    readingMayGoOn()
  }

  /// Sends what is unsent, says goodbye, waits for the peer's, closes; at the latest after
  /// `limits.linger`. Nothing is received and nothing more can be sent.
  package func closeAfterFlush() {
    guard phase == .open else { return }
    phase = .closing
    closeReason = peerHasEnded ? .peerEnded : .requested
    arm(loop.now + listener.limits.linger)
    loop.touch(self)
  }

  /// Closes at the end of this turn; what is unsent is lost.
  package func close() {
    finish(.requested)
  }

  /// The one way into `closed`. The first reason counts.
  func finish(_ reason: CloseReason) {
    guard phase != .closed else { return }
    phase = .closed
    closeReason = isOverLimit && reason == .requested ? .overLimit : reason
    loop.touch(self)
  }

  func arm(_ moment: MonotonicTime) {
    due = moment
    // An entry that comes out too early is put back; so only an earlier one needs another.
    if moment < queuedDue { loop.queueDeadline(of: self) }
  }
}
