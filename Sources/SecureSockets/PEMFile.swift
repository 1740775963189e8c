import COpenSSL
import Glibc

/// A PEM file in memory, and what OpenSSL finds in it. Read by our own hand, so that a missing
/// file is told apart from a bad one.
struct PEMFile {
  private static let sizeLimit = 1 << 20

  private let path: String
  private let bytes: [UInt8]

  init(_ path: String) throws(TLSFileError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw TLSFileError(file: path, problem: .unreadable(code: errno))
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < PEMFile.sizeLimit {
      let count = read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { throw TLSFileError(file: path, problem: .unreadable(code: errno)) }
      if count == 0 { break }
      bytes.append(contentsOf: chunk.prefix(count))
    }
    self.bytes = bytes
  }

  /// All certificates in their order, at least one; the caller frees them.
  func certificates() throws(TLSFileError) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    withBIO { bio in
      while let x509 = PEM_read_bio_X509(bio, nil, refusePassphrase, nil) { found.append(x509) }
    }
    // After the last certificate the queue says that no other begins; anything else means that
    // one did, and was bad.
    let endsWell = shim_is_no_start_line(ERR_peek_error()) == 1
    let words = OpenSSLWords.drained()
    guard !found.isEmpty, endsWell else {
      for x509 in found { X509_free(x509) }
      throw TLSFileError(file: path, problem: .notPEM("certificate", words))
    }
    return found
  }

  /// The caller frees it.
  func privateKey() throws(TLSFileError) -> OpaquePointer {
    var isEncrypted = false
    let key = withUnsafeMutablePointer(to: &isEncrypted) { isEncrypted in
      withBIO { PEM_read_bio_PrivateKey($0, nil, refusePassphrase, isEncrypted) }
    }
    let words = OpenSSLWords.drained()
    guard let key else {
      let problem: TLSFileError.Problem =
        isEncrypted ? .encryptedKey : .notPEM("private key", words)
      throw TLSFileError(file: path, problem: problem)
    }
    return key
  }

  private func withBIO<Result>(_ body: (OpaquePointer?) -> Result) -> Result {
    ERR_clear_error()
    return bytes.withUnsafeBytes { bytes in
      let bio = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count))
      defer { BIO_free(bio) }
      return body(bio)
    }
  }
}

/// OpenSSL's own callback would ask at the terminal, and a server would hang there.
private func refusePassphrase(
  _: UnsafeMutablePointer<CChar>?, _: Int32, _: Int32, _ wasAsked: UnsafeMutableRawPointer?
) -> Int32 {
  wasAsked?.storeBytes(of: true, as: Bool.self)
  return -1
}
