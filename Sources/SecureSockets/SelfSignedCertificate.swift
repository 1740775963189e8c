import COpenSSL
import Glibc

/// A certificate that vouches for itself: for a first start, for tests, for clients that pin
/// fingerprints. ECDSA P-256.
package struct SelfSignedCertificate {
  package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Neither an IP address nor a DNS name in ASCII letters, digits, `-`, `.`, `*`.
    case badName(String)
    /// Ends before it begins.
    case badValidity
    case refused(OpenSSLWords)
    case file(TLSFileError)

    package var description: String {
      switch self {
      case .badName(let name): "not a host name or IP address: \(name)"
      case .badValidity: "the certificate would end before it begins"
      case .refused(let words): words.description
      case .file(let error): error.description
      }
    }
  }

  package let certificatePEM: [UInt8]
  package let keyPEM: [UInt8]
  package let certificate: Certificate

  /// - Parameters:
  ///   - commonName: for people to read; at most 64 characters.
  ///   - names: what clients may call the server: DNS names and IP addresses, at least one.
  ///   - validFrom: first second of validity, since 1970-01-01T00:00:00Z.
  ///   - validUntil: last second.
  package init(
    commonName: String, names: [String], validFrom: Int64, validUntil: Int64
  ) throws(Failure) {
    guard validFrom < validUntil else { throw .badValidity }
    let alternatives = try SelfSignedCertificate.alternatives(names)
    ERR_clear_error()
    guard let key = shim_EVP_EC_gen("P-256"), let x509 = X509_new() else {
      throw .refused(.drained())
    }
    defer {
      X509_free(x509)
      EVP_PKEY_free(key)
    }
    do throws(OpenSSLWords) {
      try SelfSignedCertificate.fill(x509, commonName, validFrom, validUntil)
      try check(X509_set_pubkey(x509, key))
      try SelfSignedCertificate.extend(x509, alternatives)
      guard X509_sign(x509, key, EVP_sha256()) > 0, let certificate = Certificate(x509) else {
        throw .drained()
      }
      self.certificate = certificate
      certificatePEM = try SelfSignedCertificate.pem { PEM_write_bio_X509($0, x509) }
      keyPEM = try SelfSignedCertificate.pem {
        PEM_write_bio_PKCS8PrivateKey($0, key, nil, nil, 0, nil, nil)
      }
    } catch {
      throw .refused(error)
    }
  }

  /// Writes both files, the key readable by its owner only. Files that exist are replaced whole
  /// or, after an error, left alone.
  package func write(certificateFile: String, keyFile: String) throws(Failure) {
    do throws(TLSFileError) {
      try NewFile.write(keyPEM, to: keyFile, mode: 0o600)
      try NewFile.write(certificatePEM, to: certificateFile, mode: 0o644)
    } catch {
      throw .file(error)
    }
  }

  private static func fill(
    _ x509: OpaquePointer, _ commonName: String, _ validFrom: Int64, _ validUntil: Int64
  ) throws(OpenSSLWords) {
    try check(X509_set_version(x509, 2))
    // 127 bits: a positive number that no two certificates share.
    var serial = try SecureRandom.bytes(16)
    serial[0] &= 0x7f
    let number = BN_bin2bn(serial, Int32(serial.count), nil)
    defer { BN_free(number) }
    guard BN_to_ASN1_INTEGER(number, X509_get_serialNumber(x509)) != nil else { throw .drained() }
    guard ASN1_TIME_set(X509_getm_notBefore(x509), Int(validFrom)) != nil,
      ASN1_TIME_set(X509_getm_notAfter(x509), Int(validUntil)) != nil
    else { throw .drained() }
    let name = X509_get_subject_name(x509)
    let text = Array(commonName.utf8)
    try check(
      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, Int32(text.count), -1, 0))
    try check(X509_set_issuer_name(x509, name))
  }

  private static func extend(
    _ x509: OpaquePointer, _ alternatives: String
  ) throws(OpenSSLWords) {
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, x509, x509, nil, nil, 0)
    let extensions = [
      (NID_basic_constraints, "critical,CA:FALSE"),
      (NID_key_usage, "critical,digitalSignature"),
      (NID_ext_key_usage, "serverAuth"),
      (NID_subject_key_identifier, "hash"),
      (NID_subject_alt_name, alternatives),
    ]
    for (kind, value) in extensions {
      guard let made = X509V3_EXT_conf_nid(nil, &context, kind, value) else { throw .drained() }
      defer { X509_EXTENSION_free(made) }
      try check(X509_add_ext(x509, made, -1))
    }
  }

  /// OpenSSL's notation for them. The names are checked because a comma in one would start
  /// another extension field.
  private static func alternatives(_ names: [String]) throws(Failure) -> String {
    guard !names.isEmpty else { throw .badName("") }
    var fields: [String] = []
    for name in names {
      if name != "localhost", let address = SocketAddress(name, port: 0) {
        fields.append("IP:" + address.name)
      } else if isDNSName(name) {
        fields.append("DNS:" + name)
      } else {
        throw .badName(name)
      }
    }
    return fields.joined(separator: ",")
  }

  private static func isDNSName(_ name: String) -> Bool {
    (1...253).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "*"):
          true
        default: false
        }
      }
  }

  private static func pem(_ write: (OpaquePointer?) -> Int32) throws(OpenSSLWords) -> [UInt8] {
    guard let bio = BIO_new(BIO_s_mem()) else { throw .drained() }
    defer { BIO_free(bio) }
    try check(write(bio))
    var start: UnsafeMutablePointer<CChar>?
    let count = shim_BIO_get_mem_data(bio, &start)
    guard let start, count > 0 else { throw .drained() }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}

private func check(_ result: Int32) throws(OpenSSLWords) {
  guard result == 1 else { throw .drained() }
}
