import COpenSSL
import Glibc

/// The sole owner of one `SSL` pointer, over a socket or a BIO that never blocks.
///
/// One thread at a time. Every step clears OpenSSL's error queue before and reads it after, so
/// that no step sees the leftovers of another connection on the same thread.
final class TLSSession {
  enum Role { case server, client }

  enum Step: Equatable {
    /// That many bytes were read or written; 0 for a handshake or shutdown that is complete.
    case done(Int)
    /// To be repeated once the socket is readable.
    case wantsRead
    /// To be repeated once the socket is writable.
    case wantsWrite
    /// The peer said close_notify: it will send nothing more.
    case ended
    /// The session is beyond use: nothing may be read, written or shut down any more.
    case failed(TLSError)
  }

  private let ssl: OpaquePointer
  /// Keeps the context's own objects alive; SSL_new counts a reference to the SSL_CTX as well.
  let context: TLSContext

  /// A session over a socket, which stays the caller's to close, after this object is gone.
  init(_ context: TLSContext, _ role: Role, descriptor: Int32) throws(OpenSSLWords) {
    self.context = context
    ssl = try TLSSession.make(context, role)
    guard SSL_set_fd(ssl, descriptor) == 1 else { throw .drained() }
  }

  /// A session over a BIO (one half of a pair, in tests), which it frees with itself.
  init(_ context: TLSContext, _ role: Role, bio: OpaquePointer) throws(OpenSSLWords) {
    self.context = context
    ssl = try TLSSession.make(context, role)
    SSL_set_bio(ssl, bio, bio)
  }

  deinit { SSL_free(ssl) }

  func handshake() -> Step {
    clearErrors()
    let result = SSL_do_handshake(ssl)
    return result == 1 ? .done(0) : outcome(of: result)
  }

  /// Reads at most one record into `buffer`.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Step {
    clearErrors()
    let count = SSL_read(ssl, buffer.baseAddress, Int32(clamping: buffer.count))
    return count > 0 ? .done(Int(count)) : outcome(of: count)
  }

  /// Writes at most one record (16 KB) of `bytes`, which must not be empty. After `wantsWrite`
  /// the next call must begin with the same bytes; they may have moved and more may follow.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Step {
    clearErrors()
    let count = SSL_write(ssl, bytes.baseAddress, Int32(clamping: bytes.count))
    return count > 0 ? .done(Int(count)) : outcome(of: count)
  }

  /// Says close_notify. `done` once it is sent, whether or not the peer's has arrived.
  func shutDown() -> Step {
    clearErrors()
    let result = SSL_shutdown(ssl)
    return result >= 0 ? .done(0) : outcome(of: result)
  }

  /// Whether bytes wait inside OpenSSL, for which the socket will not become readable: with
  /// read_ahead also those of a record that is not complete.
  var hasPending: Bool { SSL_has_pending(ssl) == 1 }

  /// `TLSv1.3` or `TLSv1.2`.
  var version: String { String(cString: SSL_get_version(ssl)) }

  var cipher: String {
    SSL_get_current_cipher(ssl).map { String(cString: SSL_CIPHER_get_name($0)) } ?? ""
  }

  var wasResumed: Bool { SSL_session_reused(ssl) == 1 }

  /// What the peer proved to own the key of; `nil` if it showed no certificate.
  var peerCertificate: Certificate? {
    guard let x509 = SSL_get1_peer_certificate(ssl) else { return nil }
    defer { X509_free(x509) }
    return Certificate(x509)
  }

  /// For a client: the name it wants to talk to, which the server learns (SNI) and which
  /// `verifies` demands in the certificate.
  func expect(host: String, verifies: Bool) throws(OpenSSLWords) {
    clearErrors()
    let isAddress = SocketAddress(host, port: 0) != nil && host != "localhost"
    if !isAddress, shim_SSL_set_tlsext_host_name(ssl, host) != 1 { throw .drained() }
    guard verifies else { return }
    let accepted =
      isAddress
      ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host) : SSL_set1_host(ssl, host)
    guard accepted == 1 else { throw .drained() }
  }

  private static func make(
    _ context: TLSContext, _ role: Role
  ) throws(OpenSSLWords) -> OpaquePointer {
    clearErrors()
    guard let ssl = SSL_new(context.pointer) else { throw .drained() }
    switch role {
    case .server: SSL_set_accept_state(ssl)
    case .client: SSL_set_connect_state(ssl)
    }
    return ssl
  }

  /// What a result that is not a success means. Reads errno and the error queue, so nothing may
  /// come between the call and this.
  private func outcome(of result: Int32) -> Step {
    let code = errno
    switch SSL_get_error(ssl, result) {
    case SSL_ERROR_WANT_READ: return .wantsRead
    case SSL_ERROR_WANT_WRITE: return .wantsWrite
    case SSL_ERROR_ZERO_RETURN: return .ended
    case SSL_ERROR_SYSCALL:
      ERR_clear_error()
      return .failed(code == 0 ? .cutOff : .transport(SocketError("TLS connection", code: code)))
    default:
      let isCutOff = shim_is_unexpected_eof(ERR_peek_error()) == 1
      let words = OpenSSLWords.drained()
      return .failed(isCutOff ? .cutOff : .refused(words))
    }
  }
}

/// Looking costs half of what clearing costs, and there is hardly ever anything.
private func clearErrors() {
  if ERR_peek_error() != 0 { ERR_clear_error() }
}
