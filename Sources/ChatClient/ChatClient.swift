import Glibc
import SecureSockets

/// `thidua chat`: connects, looks at the certificate, and holds the conversation with whoever sits
/// at standard input.
package struct ChatClient {
  private let user: String?
  private let style: TerminalStyle
  private let files: ClientFiles?
  private static let patience = Duration.seconds(10)

  /// `user`: who logs in, `nil` to be asked (at a terminal) or to stay a guest. `environment`:
  /// that of the process, for colours, encoding and the person's files.
  package init(user: String?, environment: [String: String]) {
    self.user = user
    style = TerminalStyle(environment: environment)
    files = ClientFiles(environment: environment)
  }

  /// Returns when the conversation is over. `server` is `HOST[:PORT]`.
  ///
  /// Uses the terminal's raw mode and the process's signals; to be called once, from the main
  /// thread.
  package func run(server: String) -> ChatEnding {
    guard let address = ServerAddress(server) else {
      say(ClientWords.badAddress(server))
      return .wrongUsage
    }
    let client: TLSClient
    do throws(TLSClient.Failure) {
      // Any certificate for the moment: nothing is said before `isTrusted` has looked at it.
      client = try .connect(
        host: address.host, port: address.port, timeout: Self.patience, verification: .none)
    } catch {
      say(ClientWords.cannotConnect("\(address)", ClientWords.reason(of: error)))
      return .unavailable
    }
    defer { client.close() }
    guard isTrusted(client.peerCertificate.fingerprint, of: address) else { return .notPermitted }
    return talk(over: SecureStream(client: client))
  }

  private func talk(over stream: any ByteStream) -> ChatEnding {
    guard isatty(STDOUT_FILENO) == 1, let terminal = RawTerminal(STDIN_FILENO) else {
      var shell = ScriptShell(stream, user: user)
      return shell.run()
    }
    let history = files.map { PrivateFile(path: $0.historyPath) }
    var shell = TerminalShell(terminal, stream, user: user, style: style, historyFile: history)
    return shell.run()
  }

  /// Trust on first use: a server never met is written down, a known one must be the same.
  private func isTrusted(
    _ fingerprint: CertificateFingerprint, of address: ServerAddress
  ) -> Bool {
    let path = files?.knownHostsPath ?? "known_hosts"
    let known: KnownHosts
    do throws(PrivateFile.Failure) {
      known = KnownHosts(file: try files.map { PrivateFile(path: $0.knownHostsPath) }?.read() ?? "")
    } catch {
      say(ClientWords.cannotRead(file: path, ClientWords.reason(of: error.code)))
      return false
    }
    switch known.verdict(on: address, showing: fingerprint) {
    case .known:
      return true
    case .new:
      pin(fingerprint, of: address, in: path)
      return true
    case .changed(let old, let line):
      say(
        ClientWords.changed(
          "\(address)", old: "\(old)", new: "\(fingerprint)", file: path, line: line))
      return false
    case .unreadable(let line):
      say(ClientWords.unreadableKnownHosts(file: path, line: line))
      return false
    }
  }

  private func pin(
    _ fingerprint: CertificateFingerprint, of address: ServerAddress, in path: String
  ) {
    do throws(PrivateFile.Failure) {
      guard files != nil else { throw PrivateFile.Failure(code: ENOENT) }
      try PrivateFile(path: path).append(KnownHosts.line(for: address, fingerprint))
      say(ClientWords.pinned("\(address)", "\(fingerprint)", file: path))
    } catch {
      say(ClientWords.cannotPin(file: path, ClientWords.reason(of: error.code)))
    }
  }

  private func say(_ text: String) {
    // Nobody can be told that standard error is closed.
    try? Descriptor.write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }
}
