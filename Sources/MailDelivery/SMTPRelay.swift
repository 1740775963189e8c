package import Mail
package import SecureSockets

/// The mail server that takes all messages of the house, wherever they go.
package struct SMTPRelay: MailTransport {
  private let host: String
  private let port: UInt16
  private let settings: SMTPSettings
  private let verification: TLSClient.Verification
  private let patience: Duration

  /// - Parameters:
  ///   - verification: whose certificate is believed, once TLS is spoken. A login is only as secret
  ///     as this is strict.
  ///   - patience: for the connection, for the handshake, and for each answer of the server.
  package init(
    host: String, port: UInt16, settings: SMTPSettings,
    verification: TLSClient.Verification = .systemAuthorities, patience: Duration = .seconds(60)
  ) {
    self.host = host
    self.port = port
    self.settings = settings
    self.verification = verification
    self.patience = patience
  }

  /// All on one connection, which ends with it. Without messages none is made.
  package func deliver(_ messages: [MailMessage]) -> [MailOutcome] {
    guard !messages.isEmpty else { return [] }
    var session = SMTPSession(messages, settings)
    do throws(TLSClient.Failure) {
      try talk(&session)
    } catch {
      session.connectionLost("\(host):\(port): \(error)")
    }
    return session.outcomes
  }

  private func talk(_ session: inout SMTPSession) throws(TLSClient.Failure) {
    var connection = try connect()
    defer { connection.close() }
    // The patience is for a whole answer: who sends it a byte at a time gains nothing.
    var deadline = MonotonicTime.current() + patience
    while true {
      let rest = deadline.nanoseconds - MonotonicTime.current().nanoseconds
      let bytes = try connection.receive(timeout: .nanoseconds(max(0, rest)))
      guard !bytes.isEmpty else { throw .closed }
      let actions = session.received(bytes)
      guard !actions.isEmpty else { continue }
      guard try carryOut(actions, &session, &connection) else { return }
      deadline = MonotonicTime.current() + patience
    }
  }

  private func connect() throws(TLSClient.Failure) -> MailConnection {
    guard settings.encryption == .fromTheStart else {
      return .plain(try .connect(host: host, port: port, timeout: patience))
    }
    return .secure(
      try .connect(host: host, port: port, timeout: patience, verification: verification))
  }

  /// Whether the dialogue goes on.
  private func carryOut(
    _ actions: [SMTPSession.Action], _ session: inout SMTPSession,
    _ connection: inout MailConnection
  ) throws(TLSClient.Failure) -> Bool {
    for action in actions {
      switch action {
      case .send(let bytes): try connection.send(bytes, timeout: patience)
      case .startTLS:
        try connection.startTLS(verification: verification, timeout: patience)
        return try carryOut(session.tlsStarted(), &session, &connection)
      case .close: return false
      }
    }
    return true
  }
}

/// A connection to a mail server, before or after TLS has begun.
private enum MailConnection {
  case plain(PlainClient)
  case secure(TLSClient)

  func send(_ bytes: [UInt8], timeout: Duration) throws(TLSClient.Failure) {
    switch self {
    case .plain(let client): try client.send(bytes, timeout: timeout)
    case .secure(let client): try client.send(bytes, timeout: timeout)
    }
  }

  func receive(timeout: Duration) throws(TLSClient.Failure) -> [UInt8] {
    switch self {
    case .plain(let client): try client.receive(timeout: timeout)
    case .secure(let client): try client.receive(timeout: timeout)
    }
  }

  mutating func startTLS(
    verification: TLSClient.Verification, timeout: Duration
  ) throws(TLSClient.Failure) {
    guard case .plain(let client) = self else { return }
    self = .secure(try client.startTLS(verification: verification, timeout: timeout))
  }

  func close() {
    switch self {
    case .plain(let client): client.close()
    case .secure(let client): client.close()
    }
  }
}
