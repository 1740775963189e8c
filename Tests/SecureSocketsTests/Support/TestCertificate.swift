import Glibc

@testable import SecureSockets

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
    for file in ["cert.pem", "key.pem", "both.pem", "chain.pem", "encrypted.pem"] {
      unlink(folder + "/" + file)
    }
    rmdir(folder)
  }

  /// A further file in the folder.
  func file(_ name: String, text: String) throws -> String {
    let path = folder + "/" + name
    try NewFile.write(Array(text.utf8), to: path, mode: 0o600)
    return path
  }

  func file(_ name: String, contentsOf files: [String]) throws -> String {
    var text = ""
    for file in files { text += try readFile(file) }
    return try self.file(name, text: text)
  }

  func context(
    clients: TLSContext.ClientCertificates = .ignored
  ) throws -> ReloadableTLSContext {
    try ReloadableTLSContext(
      certificateFile: certificateFile, keyFile: keyFile, clients: clients)
  }
}

/// Up to 64 KB of it.
func readFile(_ path: String) throws -> String {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { throw SocketError("open", path) }
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: 65_536)
  let count = read(descriptor, &bytes, bytes.count)
  guard count >= 0 else { throw SocketError("read", path) }
  return String(decoding: bytes.prefix(count), as: UTF8.self)
}
