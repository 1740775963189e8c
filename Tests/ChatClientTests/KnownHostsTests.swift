import SecureSockets
import Testing

@testable import ChatClient

@Suite struct KnownHostsTests {
  static let a = fingerprint(0xA1)
  static let b = fingerprint(0xB2)

  static func fingerprint(_ byte: UInt8) -> CertificateFingerprint {
    CertificateFingerprint(bytes: [UInt8](repeating: byte, count: 32))
      ?? { preconditionFailure("32 bytes are a fingerprint") }()
  }

  static let file = """
    # thidua chat

    one:7697 sha256:\(a)
    two:7697   sha256:\(b)
    two:7697 sha256:\(a)
    [::1]:7698 sha256:\(b)
    broken:7697 sha256:a1:a1
    shorter:7697
    md5:7697 md5:\(a)

    """

  @Test(
    arguments: [
      ("one", a, .known),
      ("ONE:7697", a, .known),
      ("one", b, .changed(known: a, line: 3)),
      ("one:7698", a, .new),
      ("two", a, .known),
      ("two", b, .known),
      ("two", fingerprint(0), .changed(known: b, line: 4)),
      ("[::1]:7698", b, .known),
      ("three", a, .new),
      ("broken", a, .unreadable(line: 7)),
      ("shorter", a, .unreadable(line: 8)),
      ("md5", a, .unreadable(line: 9)),
    ] as [(String, CertificateFingerprint, KnownHosts.Verdict)])
  func verdict(
    server: String, fingerprint: CertificateFingerprint, verdict: KnownHosts.Verdict
  ) throws {
    let address = try #require(ServerAddress(server))
    #expect(KnownHosts(file: Self.file).verdict(on: address, showing: fingerprint) == verdict)
  }

  @Test(arguments: ["one", "[::1]", "127.0.0.1:1"])
  func pinnedLine_isKnownAfterwards(server: String) throws {
    let address = try #require(ServerAddress(server))
    let file = KnownHosts.line(for: address, Self.a)
    #expect(KnownHosts(file: file).verdict(on: address, showing: Self.a) == .known)
    #expect(
      KnownHosts(file: file).verdict(on: address, showing: Self.b)
        == .changed(known: Self.a, line: 1))
  }

  @Test func emptyFile_knowsNobody() throws {
    let address = try #require(ServerAddress("one"))
    #expect(KnownHosts(file: "").verdict(on: address, showing: Self.a) == .new)
  }
}
