import Glibc
import SecureSockets

/// A folder of its own for each test, with a self-signed certificate for localhost in it.
final class TestCertificate: Sendable {
  let folder: String
  let certificateFile: String
  let keyFile: String
  let certificate: Certificate

  init(_ commonName: String = "test") throws {
    var template = Array("/tmp/thidua-sockets-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SocketError("mkdtemp") }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    certificateFile = folder + "/cert.pem"
    keyFile = folder + "/key.pem"
    let made = try SelfSignedCertificate(
      commonName: commonName, names: ["localhost", "127.0.0.1", "::1"],
      validFrom: 1_600_000_000, validUntil: 4_000_000_000)
    try made.write(certificateFile: certificateFile, keyFile: keyFile)
    certificate = made.certificate
  }

  deinit {
    for file in ["cert.pem", "key.pem"] { unlink(folder + "/" + file) }
    rmdir(folder)
  }

  func context(
    clients: TLSContext.ClientCertificates = .ignored
  ) throws -> ReloadableTLSContext {
    try ReloadableTLSContext(
      certificateFile: certificateFile, keyFile: keyFile, clients: clients)
  }
}
