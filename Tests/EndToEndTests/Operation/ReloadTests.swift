import Glibc
import SecureSockets
import Testing

/// SIGHUP: certificates, `intents/` and options anew; what is bad stays as it was.
@Suite struct ReloadTests {
  @Test func theNewIfItIsGoodElseTheOld() throws {
    let world = try World(campaigns: [])
    // A home of its own, whose intents can be changed.
    let home = world.folder.path + "/home"
    try Self.copy(["\(Checkout.root)/intents", "\(Checkout.root)/deploy"], to: home)
    let server = try world.serve(
      now: "2022-01-10T09:00:00", configuration: "guest_idle_seconds: 900\n",
      environment: ["THIDUA_HOME": home])
    let early = try server.jsonClient()
    let first = early.connection.fingerprint
    #expect(try early.say("mười điểm về chỗ").state == "unclear")

    try newCertificate(for: world)
    let file = "home/intents/sentences/talk.thanks.yaml"
    try world.folder.write("intent: talk.thanks\nsentences:\n  - mười điểm về chỗ\n", to: file)
    try world.folder.write("guest_idle_seconds: 1\n", to: "thidua.yaml")
    try server.reload(expecting: ["reloaded certificate", "reloaded intents", "reloaded options"])
    // A loop looks into its mailbox at the end of a turn: the message after this one sees the new.
    _ = try early.say("cảm ơn")
    let understood = try early.say("mười điểm về chỗ")
    #expect(understood.intent == "talk.thanks", "and who was there goes on")
    let second = try server.textClient()
    #expect(second.connection.fingerprint != first)
    #expect(try second.line().hasPrefix("Đã lâu không có tin nhắn"), "a guest now has a second")

    try world.folder.write("không phải chứng thư", to: "data/certificate.pem")
    try world.folder.write("intent: talk.thanks\nsentences: [\n", to: file)
    try world.folder.write("guest_idle_seconds: vài\n", to: "thidua.yaml")
    try server.reload(expecting: [
      "error: certificate kept", "error: intents kept", "error: options kept",
    ])
    let third = try server.textClient()
    #expect(third.connection.fingerprint == second.connection.fingerprint)
    #expect(try third.ask("mười điểm về chỗ") == "Dạ, không có gì ạ.")
    #expect(try third.line().hasPrefix("Đã lâu không có tin nhắn"))
    #expect(try server.stop() == 0)
  }

  private func newCertificate(for world: World) throws {
    let made = try SelfSignedCertificate(
      commonName: "Mới", names: ["localhost"], validFrom: 1_600_000_000, validUntil: 2_600_000_000)
    try world.folder.write(made.certificatePEM, to: "data/certificate.pem")
    try world.folder.write(made.keyPEM, to: "data/key.pem")
  }

  private static func copy(_ folders: [String], to home: String) throws {
    mkdir(home, 0o700)
    let copying = try ChildProcess(["-R"] + folders + [home], program: "/bin/cp")
    #expect(try copying.ended() == 0)
  }
}
