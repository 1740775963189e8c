import Glibc
import Testing

@testable import SecureSockets

@Suite struct SelfSignedCertificateTests {
  @Test func itSaysWhatItWasMadeFor() throws {
    let made = try SelfSignedCertificate(
      commonName: "Thi đua, khen thưởng",
      names: ["thi-dua.example", "*.example", "10.0.0.7", "::1"],
      validFrom: 1_641_772_800, validUntil: 1_957_132_800)
    #expect(made.certificate.subject == "CN=Thi đua\\, khen thưởng")
    #expect(made.certificate.validFrom == 1_641_772_800)
    #expect(made.certificate.validUntil == 1_957_132_800)
  }

  @Test func noTwoAreAlike() throws {
    let certificates = try (0..<2).map { _ in try self.make(["localhost"]).certificate }
    #expect(certificates[0].fingerprint != certificates[1].fingerprint)
  }

  @Test func theKeyIsItsOwnersOnly() throws {
    let files = try TestCertificate()
    #expect(try mode(files.keyFile) == 0o600)
    #expect(try mode(files.certificateFile) == 0o644)
    #expect(try readFile(files.keyFile).hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
  }

  @Test(arguments: ["", "a b", "x,DNS:evil.example", "nút.example", "a\n"])
  func aBadNameIsNamed(_ name: String) {
    #expect(throws: SelfSignedCertificate.Failure.badName(name)) { try make(["localhost", name]) }
  }

  @Test func namesAreNeeded() {
    #expect(throws: SelfSignedCertificate.Failure.badName("")) { try make([]) }
  }

  @Test func itMustNotEndBeforeItBegins() {
    #expect(throws: SelfSignedCertificate.Failure.badValidity) {
      try SelfSignedCertificate(
        commonName: "x", names: ["localhost"], validFrom: 10, validUntil: 10)
    }
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let path = "/nowhere/key.pem"
    let error = TLSFileError(file: path, problem: .unwritable(code: ENOENT))
    #expect(throws: SelfSignedCertificate.Failure.file(error)) {
      try make(["localhost"]).write(certificateFile: "/nowhere/cert.pem", keyFile: path)
    }
  }

  private func make(_ names: [String]) throws -> SelfSignedCertificate {
    try SelfSignedCertificate(commonName: "x", names: names, validFrom: 0, validUntil: 1)
  }

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    guard stat(path, &status) == 0 else { throw SocketError("stat", path) }
    return status.st_mode & 0o777
  }
}
