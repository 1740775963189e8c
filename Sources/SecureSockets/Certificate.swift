import COpenSSL
import Glibc

/// The SHA-256 of a certificate's DER bytes: what a client pins and an account is bound to.
package struct CertificateFingerprint: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// `nil` unless there are 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits, in any case, with or without colons between the bytes.
  package init?(_ text: some StringProtocol) {
    let digits = text.utf8.filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      let pair = String(decoding: digits[index..<index + 2], as: UTF8.self)
      guard !pair.hasPrefix("+"), let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
    }
    self.bytes = bytes
  }

  /// `5f:0c:…`, as `openssl x509 -fingerprint -sha256` writes it but in lower case.
  package var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
  }
}

/// What a certificate says, as values.
package struct Certificate: Hashable, Sendable {
  package let fingerprint: CertificateFingerprint
  /// RFC 2253 in UTF-8: `CN=thi-dua.example,O=…`.
  package let subject: String
  /// The first and last second of its validity, in seconds since 1970-01-01T00:00:00Z.
  package let validFrom: Int64
  package let validUntil: Int64

  package enum Validity: Hashable, Sendable { case valid, notYet, expired }

  /// At that second since 1970. An expired certificate works, but every careful client refuses
  /// it: the operator should be told.
  package func validity(at second: Int64) -> Validity {
    if second < validFrom { return .notYet }
    return second > validUntil ? .expired : .valid
  }

  /// `nil` if OpenSSL cannot say it, which happens for certificates that were built to break.
  init?(_ x509: OpaquePointer) {
    guard let fingerprint = Certificate.fingerprint(of: x509),
      let subject = Certificate.subject(of: x509),
      let validFrom = Certificate.second(X509_get0_notBefore(x509)),
      let validUntil = Certificate.second(X509_get0_notAfter(x509))
    else { return nil }
    self.fingerprint = fingerprint
    self.subject = subject
    self.validFrom = validFrom
    self.validUntil = validUntil
  }

  private static func fingerprint(of x509: OpaquePointer) -> CertificateFingerprint? {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    guard X509_digest(x509, EVP_sha256(), &digest, &length) == 1, length == 32 else { return nil }
    return CertificateFingerprint(bytes: digest)
  }

  private static func subject(of x509: OpaquePointer) -> String? {
    guard let bio = BIO_new(BIO_s_mem()) else { return nil }
    defer { BIO_free(bio) }
    let flags = shim_XN_FLAG_readable()
    guard X509_NAME_print_ex(bio, X509_get_subject_name(x509), 0, flags) >= 0 else { return nil }
    var start: UnsafeMutablePointer<CChar>?
    let length = shim_BIO_get_mem_data(bio, &start)
    guard let start, length > 0 else { return "" }
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func second(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
    var parts = tm()
    guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
    return Int64(timegm(&parts))
  }
}
