import COpenSSL

/// The settings that many connections share: protocol versions, own identity, whom to trust.
///
/// Safe because the SSL_CTX is configured in `init` only; after that OpenSSL itself locks what
/// its sessions share, and the pointer is freed when the last user is gone.
package final class TLSContext: @unchecked Sendable {
  package enum Version: Sendable { case tls12, tls13 }

  /// What a server wants to know of its clients.
  package enum ClientCertificates: Sendable {
    case ignored
    /// Asked for; any certificate is taken, also a self-signed one, and none is no fault. The
    /// client has proved to own its key; what it may do is the upper room's to decide, by
    /// `TLSConnection.peerCertificate`.
    case requested
  }

  /// The own certificate; `nil` for a client without.
  package let certificate: Certificate?

  let pointer: OpaquePointer

  deinit { SSL_CTX_free(pointer) }

  /// A server's context. With `successorOf` it takes over the ticket keys of an older one, so
  /// that clients can resume sessions which they began before a reload.
  package static func server(
    _ identity: TLSIdentity, clients: ClientCertificates = .ignored,
    successorOf older: TLSContext? = nil
  ) throws(TLSSetupError) -> TLSContext {
    let context = try TLSContext(TLS_server_method(), identity, atMost: .tls13)
    try context.prepareForServing(clients)
    if let older { try context.takeTicketKeys(of: older) }
    return context
  }

  /// A client's context. With `trustsSystem` the server's certificate must lead to an authority
  /// in the system's store; otherwise the caller judges it after the handshake.
  package static func client(
    _ identity: TLSIdentity? = nil, trustsSystem: Bool, atMost version: Version = .tls13
  ) throws(TLSSetupError) -> TLSContext {
    let context = try TLSContext(TLS_client_method(), identity, atMost: version)
    if trustsSystem {
      try check(SSL_CTX_set_default_verify_paths(context.pointer))
      SSL_CTX_set_verify(context.pointer, SSL_VERIFY_PEER, nil)
    }
    return context
  }

  private init(
    _ method: OpaquePointer, _ identity: TLSIdentity?, atMost version: Version
  ) throws(TLSSetupError) {
    ERR_clear_error()
    guard let pointer = SSL_CTX_new(method) else { throw .refused(.drained()) }
    self.pointer = pointer
    certificate = identity?.certificate
    try configure(atMost: version)
    if let identity { try use(identity) }
  }

  private func configure(atMost version: Version) throws(TLSSetupError) {
    let newest = version == .tls13 ? TLS1_3_VERSION : TLS1_2_VERSION
    try check(shim_SSL_CTX_set_min_proto_version(pointer, TLS1_2_VERSION))
    try check(shim_SSL_CTX_set_max_proto_version(pointer, newest))
    // X25519 first: with P-256 a handshake costs a quarter more.
    try check(shim_SSL_CTX_set1_groups_list(pointer, "X25519:P-256:P-384"))
    try check(SSL_CTX_set_cipher_list(pointer, "ECDHE+AESGCM:ECDHE+CHACHA20"))
    SSL_CTX_set_options(pointer, shim_SSL_OP_hardened())
    // RELEASE_BUFFERS halves the memory of an idle connection; MOVING because a Swift array may
    // have grown elsewhere before the retry.
    _ = shim_SSL_CTX_set_mode(
      pointer,
      Int(
        SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE
          | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_AUTO_RETRY))
    // One read() for several records; whoever reads must then look at SSL_has_pending.
    shim_SSL_CTX_set_read_ahead(pointer, 1)
    shim_SSL_CTX_set_session_cache_mode(pointer, Int(SSL_SESS_CACHE_OFF))
  }

  private func use(_ identity: TLSIdentity) throws(TLSSetupError) {
    try check(SSL_CTX_use_certificate(pointer, identity.leaf))
    try check(SSL_CTX_use_PrivateKey(pointer, identity.key))
    for link in identity.chain { try check(shim_SSL_CTX_add1_chain_cert(pointer, link)) }
  }

  private func prepareForServing(_ clients: ClientCertificates) throws(TLSSetupError) {
    // One ticket is enough for a client that keeps one connection; the default of two costs a
    // signature-free but not cost-free record more.
    try check(SSL_CTX_set_num_tickets(pointer, 1))
    // Without it resumption fails as soon as client certificates are asked for.
    let name = Array("SecureSockets".utf8)
    try check(SSL_CTX_set_session_id_context(pointer, name, UInt32(name.count)))
    if clients == .requested {
      SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, acceptAnyCertificate)
    }
  }

  private func takeTicketKeys(of older: TLSContext) throws(TLSSetupError) {
    let size = shim_SSL_CTX_get_tlsext_ticket_keys(older.pointer, nil, 0)
    var keys = [UInt8](repeating: 0, count: size)
    defer { OPENSSL_cleanse(&keys, keys.count) }
    try check(Int32(shim_SSL_CTX_get_tlsext_ticket_keys(older.pointer, &keys, size)))
    try check(Int32(shim_SSL_CTX_set_tlsext_ticket_keys(pointer, &keys, size)))
  }
}

/// OpenSSL does not accept a setting or an identity.
package enum TLSSetupError: Error, Hashable, Sendable, CustomStringConvertible {
  case file(TLSFileError)
  case refused(OpenSSLWords)

  package var description: String {
    switch self {
    case .file(let error): error.description
    case .refused(let words): words.description
    }
  }
}

private func check(_ result: Int32) throws(TLSSetupError) {
  guard result == 1 else { throw .refused(.drained()) }
}

/// At file scope, without captures: OpenSSL calls it on whichever thread shakes hands.
private func acceptAnyCertificate(_: Int32, _: OpaquePointer?) -> Int32 { 1 }
