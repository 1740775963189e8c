import Glibc
import Testing

@testable import SecureSockets

@Suite struct TLSIdentityTests {
  private let good: TestCertificate
  private let other: TestCertificate

  init() throws {
    good = try TestCertificate()
    other = try TestCertificate()
  }

  @Test func aGoodPairIsRead() throws {
    let identity = try TLSIdentity(
      certificateFile: good.certificateFile, keyFile: good.keyFile)
    #expect(identity.certificate == good.certificate)
  }

  @Test func certificateAndKeyMayShareAFile() throws {
    let both = try good.file("both.pem", contentsOf: [good.keyFile, good.certificateFile])
    let identity = try TLSIdentity(certificateFile: both, keyFile: both)
    #expect(identity.certificate == good.certificate)
  }

  @Test func theChainComesAlong() throws {
    let chain = try good.file(
      "chain.pem", contentsOf: [good.certificateFile, other.certificateFile])
    let identity = try TLSIdentity(certificateFile: chain, keyFile: good.keyFile)
    #expect(identity.certificate == good.certificate)
    #expect(identity.chain.count == 1)
  }

  @Test func aDamagedLinkOfTheChainIsNotPassedOver() throws {
    let damaged = try readFile(other.certificateFile).replacing(
      "MII", with: "XII", maxReplacements: 1)
    let chain = try good.file(
      "chain.pem", text: try readFile(good.certificateFile) + damaged)
    #expect {
      try TLSIdentity(certificateFile: chain, keyFile: good.keyFile)
    } throws: { error in
      guard case .notPEM("certificate", _)? = (error as? TLSFileError)?.problem else {
        return false
      }
      return true
    }
  }

  @Test func aMissingFileIsNamed() {
    let path = good.folder + "/none.pem"
    expect(path, good.keyFile, fails: TLSFileError(file: path, problem: .unreadable(code: ENOENT)))
    expect(
      good.certificateFile, path,
      fails: TLSFileError(file: path, problem: .unreadable(code: ENOENT)))
  }

  @Test func aFolderIsNoFile() {
    expect(
      good.folder, good.keyFile,
      fails: TLSFileError(file: good.folder, problem: .unreadable(code: EISDIR)))
  }

  @Test func aKeyIsNoCertificate() {
    let words = OpenSSLWords(reasons: ["no start line"])
    expect(
      good.keyFile, good.keyFile,
      fails: TLSFileError(file: good.keyFile, problem: .notPEM("certificate", words)))
  }

  @Test func aCertificateIsNoKey() throws {
    #expect {
      try TLSIdentity(certificateFile: good.certificateFile, keyFile: good.certificateFile)
    } throws: { error in
      guard case .notPEM("private key", _)? = (error as? TLSFileError)?.problem else {
        return false
      }
      return true
    }
  }

  @Test func aKeyOfAnotherCertificateIsNamedWithIt() {
    expect(
      good.certificateFile, other.keyFile,
      fails: TLSFileError(
        file: other.keyFile, problem: .belongsToAnother(certificate: good.certificateFile)))
  }

  /// A server must not stop to ask for a passphrase.
  @Test func anEncryptedKeyIsRefusedWithoutAsking() throws {
    let path = try good.file("encrypted.pem", text: encryptedKey)
    expect(
      good.certificateFile, path, fails: TLSFileError(file: path, problem: .encryptedKey))
  }

  @Test func anExpiredCertificateIsReadAndTold() throws {
    let identity = try TLSIdentity(
      certificateFile: good.certificateFile, keyFile: good.keyFile)
    #expect(identity.certificate.validity(at: 1_599_999_999) == .notYet)
    #expect(identity.certificate.validity(at: 1_600_000_000) == .valid)
    #expect(identity.certificate.validity(at: 4_000_000_000) == .valid)
    #expect(identity.certificate.validity(at: 4_000_000_001) == .expired)
  }

  private func expect(_ certificateFile: String, _ keyFile: String, fails error: TLSFileError) {
    #expect(throws: error) {
      try TLSIdentity(certificateFile: certificateFile, keyFile: keyFile)
    }
  }
}

/// `openssl pkcs8 -topk8` with the passphrase "x".
private let encryptedKey = """
  -----BEGIN ENCRYPTED PRIVATE KEY-----
  MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhF6kkGcshoPwICCAAw
  DAYIKoZIhvcNAgkFADAdBglghkgBZQMEAQIEECaDQetXssXowXQdWEzWU9AEgZDs
  SHArmBK5Me6E90vKjeCm4nfjipmFWKxTIpVCaHfaGCV2cGAr52MQH797229c2eHZ
  kpk+nbnXt4shgvK/j0aUViqRF0cJbNiqXwYuYtSN5jSrug2rMjS99AgVJLKdrwuA
  2doxB9oVRnV8PYcSfMRPa/tXdFouRd8Bkn2lJTGhf7gh3C++5umPp9+gIJG+trA=
  -----END ENCRYPTED PRIVATE KEY-----
  """
