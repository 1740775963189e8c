import Glibc

/// Bytes in and out.
extension TLSConnection {
  var wantsToRead: Bool {
    switch phase {
    case .handshaking: true
    case .open: !isPaused && !isBackedUp && !peerHasEnded
    // To take the peer's goodbye, and lest the kernel answers what nobody reads with a reset
    // that destroys our last words on the way.
    case .closing: !peerHasEnded
    case .closed: false
    }
  }

  /// Reads what there is, at most four buffers of it in one turn, and hands it up.
  func receive() {
    readAwaitsWritable = false
    for _ in 0..<4 {
      guard phase == .open, wantsToRead, let session else { return }
      let (count, end) = fill(loop.readBuffer, from: session)
      if count > 0 {
        let filled = UnsafeBufferPointer(rebasing: loop.readBuffer[..<count])
        handler?.received(filled.span)
      }
      guard understand(end), session.hasPending else { return }
    }
    loop.readAgain(self)
  }

  /// Whatever is inside OpenSSL would not make the socket readable.
  func readingMayGoOn() {
    loop.touch(self)
    if session?.hasPending == true { loop.readAgain(self) }
  }

  func enqueue(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard phase == .open, !bytes.isEmpty else { return }
    out.append(bytes, from: &loop.spareBuffers)
    loop.touch(self)
    guard out.count > listener.limits.highWater else { return }
    flush()
    if out.count > listener.limits.bound {
      finish(.outBufferFull)
    } else {
      isBackedUp = isBackedUp || out.count > listener.limits.highWater
    }
  }

  func flush() {
    guard let session else { return }
    while !out.isEmpty, !awaitsWritable, !writeAwaitsReadable {
      switch out.withUnsent({ session.write($0) }) {
      case .done(let count): out.consume(count, into: &loop.spareBuffers)
      case .wantsWrite: awaitsWritable = true
      case .wantsRead: writeAwaitsReadable = true
      case .ended: return finish(.peerEnded)
      case .failed(let error): return finish(.failed(error))
      }
    }
  }

  /// One step of `closeAfterFlush`: out with what is unsent, then goodbye, then wait for the
  /// peer's.
  func leave() {
    flush()
    guard phase == .closing, let session else { return }
    if out.isEmpty, !goodbyeIsSent { sayGoodbye(session) }
    discardIncoming(session)
    if goodbyeIsSent, peerHasEnded { finish(closeReason) }
  }

  /// Frees the session and closes the socket. A goodbye that is still owed is said if that is
  /// possible without waiting.
  func release() {
    if let session, !goodbyeIsSent, owesGoodbye { _ = session.shutDown() }
    session = nil
    out.drop(into: &loop.spareBuffers)
    Glibc.close(descriptor)
  }

  private var owesGoodbye: Bool {
    switch closeReason {
    case .requested, .peerEnded, .loopEnded: handler != nil
    case .failed, .handshakeFailed, .handshakeTimedOut, .outBufferFull, .overLimit: false
    }
  }

  private func sayGoodbye(_ session: TLSSession) {
    switch session.shutDown() {
    case .done, .wantsRead, .ended:
      goodbyeIsSent = true
      shutdown(descriptor, Int32(SHUT_WR))
    case .wantsWrite: awaitsWritable = true
    case .failed(let error): finish(.failed(error))
    }
  }

  private func discardIncoming(_ session: TLSSession) {
    for _ in 0..<16 {
      guard phase == .closing, !peerHasEnded else { return }
      switch session.read(into: loop.readBuffer) {
      case .done: continue
      case .wantsRead, .wantsWrite: return
      case .ended: peerHasEnded = true
      // A peer that answers our goodbye by hanging up is no failure.
      case .failed(let error): finish(goodbyeIsSent ? closeReason : .failed(error))
      }
    }
    loop.touch(self)
  }

  /// Reads record after record while there is room for a whole one, and no further than what
  /// OpenSSL already holds: epoll tells of the rest.
  private func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from session: TLSSession
  ) -> (count: Int, end: TLSSession.Step) {
    let record = 16_384
    var count = 0
    var step: TLSSession.Step
    repeat {
      step = session.read(into: UnsafeMutableBufferPointer(rebasing: buffer[count...]))
      guard case .done(let more) = step else { break }
      count += more
    } while buffer.count - count >= record && session.hasPending
    return (count, step)
  }

  /// What ended a read; `true` if the next one can follow at once.
  private func understand(_ end: TLSSession.Step) -> Bool {
    switch end {
    case .done: return true
    case .wantsRead: break
    case .wantsWrite: readAwaitsWritable = true
    case .ended:
      peerHasEnded = true
      if phase == .open { handler?.peerEnded(self) }
    case .failed(let error): finish(.failed(error))
    }
    loop.touch(self)
    return false
  }
}
