import Testing

/// Somebody who asks much and reads late is waited for: every line is answered once, in order.
@Suite struct SlowReaderTests {
  @Test func answersWaitForWhoReadsLate() throws {
    let world = try World(campaigns: ["nhon-hung-2024"])
    let server = try world.serve(now: "2024-03-20T09:00:00")
    let slow = try server.textClient()
    try slow.send("chi tieu")
    let answer = try slow.linesUntilThanked()
    #expect(answer.count == 25)

    // 45 KB of questions, 15 MB of answers: more than any buffer on the way takes.
    let count = 5_000
    try slow.connection.send(String(repeating: "chi tieu\n", count: count))
    // Meanwhile others are served, and the server has had time to answer as far as it can.
    let other = try server.textClient()
    for _ in 0..<300 { #expect(try other.ask("cảm ơn") == "Dạ, không có gì ạ.") }

    var wrong = 0
    for _ in 0..<count {
      for line in answer where try slow.line() != line { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(try slow.linesUntilThanked() == [])
  }
}
