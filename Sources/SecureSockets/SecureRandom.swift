import COpenSSL

/// Bytes nobody can guess, from OpenSSL's generator.
package enum SecureRandom {
  package static func bytes(_ count: Int) throws(OpenSSLWords) -> [UInt8] {
    ERR_clear_error()
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw .drained() }
    return bytes
  }
}
