import Synchronization

/// The server context for new connections, which can be exchanged while connections run.
///
/// Connections keep the context they began with until they end.
package final class ReloadableTLSContext: Sendable {
  private let latest: Mutex<TLSContext>
  private let clients: TLSContext.ClientCertificates

  /// Blocks on the disk.
  package init(
    certificateFile: String, keyFile: String, clients: TLSContext.ClientCertificates = .ignored
  ) throws(TLSSetupError) {
    self.clients = clients
    latest = Mutex(
      try ReloadableTLSContext.load(certificateFile, keyFile, clients, successorOf: nil))
  }

  package var current: TLSContext { latest.withLock { $0 } }

  /// Reads the files anew; new connections get them, and may resume sessions of the old. After
  /// an error everything is as it was. Blocks on the disk.
  ///
  /// - Returns: the new certificate, whose validity the caller should look at.
  @discardableResult
  package func reload(
    certificateFile: String, keyFile: String
  ) throws(TLSSetupError) -> Certificate? {
    let next = try ReloadableTLSContext.load(
      certificateFile, keyFile, clients, successorOf: current)
    latest.withLock { $0 = next }
    return next.certificate
  }

  private static func load(
    _ certificateFile: String, _ keyFile: String, _ clients: TLSContext.ClientCertificates,
    successorOf older: TLSContext?
  ) throws(TLSSetupError) -> TLSContext {
    let identity: TLSIdentity
    do throws(TLSFileError) {
      identity = try TLSIdentity(certificateFile: certificateFile, keyFile: keyFile)
    } catch {
      throw .file(error)
    }
    do {
      return try .server(identity, clients: clients, successorOf: older)
    } catch .refused(let words) {
      throw .file(TLSFileError(file: certificateFile, problem: .notAccepted(words)))
    }
  }
}
