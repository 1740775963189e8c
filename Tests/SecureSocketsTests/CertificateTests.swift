import Testing

@testable import SecureSockets

@Suite struct CertificateTests {
  @Test func aFingerprintIsReadAsItIsWritten() throws {
    let bytes = (0..<32).map { UInt8($0 * 8) }
    let fingerprint = try #require(CertificateFingerprint(bytes: bytes))
    let text = fingerprint.description
    #expect(text.hasPrefix("00:08:10:18:"))
    #expect(CertificateFingerprint(text) == fingerprint)
    #expect(CertificateFingerprint(text.uppercased()) == fingerprint)
    #expect(CertificateFingerprint(text.filter { $0 != ":" }) == fingerprint)
  }

  @Test(arguments: [
    "", "00:08", String(repeating: "0", count: 63), String(repeating: "g", count: 64),
    String(repeating: "+1", count: 32),
  ])
  func whatIsNoFingerprintIsRefused(text: String) {
    #expect(CertificateFingerprint(text) == nil)
  }
}
