import COpenSSL
import Glibc

/// A certificate (with the chain to its authority) and its private key, read from PEM files.
///
/// Reading checks that the two belong together; an expired certificate is read all the same
/// (`certificate.validity(at:)` tells).
package final class TLSIdentity {
  package let certificate: Certificate

  let leaf: OpaquePointer
  let chain: [OpaquePointer]
  let key: OpaquePointer

  /// `certificateFile`: the server's certificate first, then those between it and the root.
  /// `keyFile`: its key, not encrypted. Blocks on the disk.
  package init(certificateFile: String, keyFile: String) throws(TLSFileError) {
    var certificates = try PEMFile(certificateFile).certificates()
    leaf = certificates.removeFirst()
    chain = certificates
    var loadedKey: OpaquePointer?
    do throws(TLSFileError) {
      let key = try PEMFile(keyFile).privateKey()
      loadedKey = key
      guard X509_check_private_key(leaf, key) == 1 else {
        ERR_clear_error()
        throw TLSFileError(file: keyFile, problem: .belongsToAnother(certificate: certificateFile))
      }
      guard let certificate = Certificate(leaf) else {
        throw TLSFileError(file: certificateFile, problem: .notPEM("certificate", .drained()))
      }
      self.certificate = certificate
      self.key = key
    } catch {
      EVP_PKEY_free(loadedKey)
      for x509 in [leaf] + chain { X509_free(x509) }
      throw error
    }
  }

  deinit {
    for x509 in [leaf] + chain { X509_free(x509) }
    EVP_PKEY_free(key)
  }
}

/// A certificate or key file that cannot be used: which file, and why.
package struct TLSFileError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Problem: Hashable, Sendable {
    /// The kernel's `errno`: missing, not permitted.
    case unreadable(code: Int32)
    /// No `certificate` or `private key` in PEM form in it, and what OpenSSL said.
    case notPEM(String, OpenSSLWords)
    /// The key needs a passphrase, which a server that starts by itself cannot ask for.
    case encryptedKey
    /// The key is not the one in this certificate file.
    case belongsToAnother(certificate: String)
    /// OpenSSL does not accept it in a context: too weak, of an unknown kind.
    case notAccepted(OpenSSLWords)
    /// It could not be written.
    case unwritable(code: Int32)
  }

  package let file: String
  package let problem: Problem

  package var description: String {
    switch problem {
    case .unreadable(let code): "\(file): cannot be read: \(SocketError.words(of: code))"
    case .notPEM(let what, let words): "\(file): holds no \(what) in PEM form (\(words))"
    case .encryptedKey: "\(file): the key is encrypted; a server needs it without passphrase"
    case .belongsToAnother(let certificate): "\(file): not the key of \(certificate)"
    case .notAccepted(let words): "\(file): not accepted by OpenSSL: \(words)"
    case .unwritable(let code): "\(file): cannot be written: \(SocketError.words(of: code))"
    }
  }
}
