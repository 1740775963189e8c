/// What the loop tells a connection.
extension TLSConnection {
  func happened(_ event: Epoll.Event) {
    if event.isWritable {
      awaitsWritable = false
      loop.touch(self)
    }
    if event.isReadable, writeAwaitsReadable {
      writeAwaitsReadable = false
      loop.touch(self)
    }
    switch phase {
    case .handshaking: continueHandshake()
    case .open: openHappened(event)
    case .closing: loop.touch(self)
    case .closed: break
    }
    // Nobody will read the error from a socket that is not being read.
    if event.isBroken, !wantsToRead { finish(peerHasEnded ? .peerEnded : .failed(.cutOff)) }
  }

  /// The entry of this connection came out of the loop's queue.
  func deadlineCame() {
    queuedDue = .never
    guard due <= loop.now else {
      if due != .never { loop.queueDeadline(of: self) }
      return
    }
    due = .never
    switch phase {
    case .handshaking: finish(.handshakeTimedOut)
    case .open: handler?.deadlinePassed()
    case .closing: finish(closeReason)
    case .closed: break
    }
  }

  /// Brings the connection in order at the end of a turn: everything out, registration as it
  /// should be, or gone.
  func settle() {
    isTouched = false
    switch phase {
    case .handshaking, .closed: break
    case .open:
      flush()
      if phase == .open, isBackedUp, out.count <= listener.limits.lowWater {
        isBackedUp = false
        readingMayGoOn()
        handler?.drained()
      }
    case .closing: leave()
    }
    if phase == .closed {
      loop.dispose(self)
    } else {
      updateInterest()
    }
  }

  private func openHappened(_ event: Epoll.Event) {
    let mayRead = event.isReadable || event.isBroken || (event.isWritable && readAwaitsWritable)
    if mayRead { receive() }
  }

  private func continueHandshake() {
    guard let session else { return }
    switch session.handshake() {
    case .done: handshakeDone()
    case .wantsRead: awaitsWritable = false
    case .wantsWrite: awaitsWritable = true
    case .ended: finish(.handshakeFailed(.cutOff))
    case .failed(let error): finish(.handshakeFailed(error))
    }
    loop.touch(self)
  }

  private func handshakeDone() {
    phase = .open
    awaitsWritable = false
    arm(.never)
    if isOverLimit {
      send(listener.capacity.farewell)
      closeAfterFlush()
      return
    }
    handler = loop.accepted(self)
    // The first request may have come in the same packet as the end of the handshake.
    if session?.hasPending == true { receive() }
  }

  /// The descriptor is registered for what the phase needs; a call into the kernel only when
  /// that changes.
  private func updateInterest() {
    var wanted: Epoll.Interest = []
    if phase == .handshaking {
      wanted = awaitsWritable ? .writing : .reading
    } else {
      if wantsToRead || writeAwaitsReadable { wanted.insert(.reading) }
      if awaitsWritable || readAwaitsWritable { wanted.insert(.writing) }
    }
    guard wanted != interest else { return }
    interest = wanted
    loop.poller.change(descriptor, to: wanted, key: id.raw)
  }
}
