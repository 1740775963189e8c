import Testing
import Understanding
import UnderstandingTrials

@Suite struct UtteranceFileTests {
  private func file(_ text: String) throws -> UtteranceFile {
    try UtteranceFile(SourceFile(path: "x.yaml", text: text))
  }

  @Test func messagesWithWhatIsExpectedOfThem() throws {
    let file = try file(
      """
      people: people/x.csv
      utterances:
        registration.create:
          - {say: "đăng ký LĐTT cho tôi", honour: LDTT, subject: me, then: act}
        none:
          - {say: "trời mưa"}
        traps:
          - {say: "đừng nộp", intent: talk.no}
      """)
    #expect(file.people == "people/x.csv")
    #expect(file.utterances.map(\.kind) == [.meant, .outside, .trap])
    #expect(file.utterances.map(\.intent) == [.registrationCreate, nil, .talkNo])
    #expect(file.utterances.map(\.line) == [4, 6, 8])
    #expect(file.utterances[0].slots == ["honour": "LDTT", "subject": "me"])
    #expect(file.utterances[0].decision == .act)
  }

  @Test(
    "One fault",
    arguments: [
      (
        "utterances:\n  talk.x:\n    - {say: a}\n", 2,
        UtteranceFault.Problem.unknownIntent("talk.x")
      ),
      ("utterances:\n  talk.bye:\n    - {say: a, honor: x}\n", 3, .unknownSlot("honor")),
      ("utterances:\n  talk.bye:\n    - {say: a, then: do}\n", 3, .unknownDecision("do")),
      ("utterances:\n  talk.bye:\n    - {then: act}\n", 3, .noMessage),
      ("people: x\n", 0, .noUtterances),
    ])
  func oneFault(text: String, line: Int, problem: UtteranceFault.Problem) throws {
    let fault = try #require(throws: UtteranceFault.self) { try file(text) }
    #expect(fault.problem == problem)
    #expect(fault.line == line)
  }
}
