import Campaigns
import TestSupport
import Testing

@testable import Understanding

/// A message as it was read and as it was written.
struct Message {
  let reading: Reading
  let text: String

  static func read(_ reading: Reading) -> Message { Message(reading: reading, text: "…") }

  /// Free words; whatever they sound like, they are what was asked for.
  static func words(_ text: String) -> Message {
    Message(reading: .said(.campaignList, .act, honours: ["LDTT"]), text: text)
  }
}

/// An order that leaves things out and the answers to what is asked, up to what is shown.
struct DialogPath {
  let cast: Cast
  let order: Reading
  /// What is asked for, and the answer.
  let questions: [(asked: Prompt.Missing, answer: Message)]
  let shown: Proposal.ProposedAct

  init(
    _ cast: Cast, _ order: Reading, _ questions: [(asked: Prompt.Missing, answer: Message)] = [],
    shows shown: Proposal.ProposedAct
  ) {
    self.cast = cast
    self.order = order
    self.questions = questions
    self.shown = shown
  }

  /// Asked for one after another, shown, and done only then.
  func expectDone(in office: Office) throws {
    let talker = Talker(cast, in: office)
    let before = try office.contents()
    var said = try talker.says(order)
    for question in questions {
      #expect(said == .asked(.missing(question.asked)), "\(order.intent)")
      said = try talker.says(question.answer.reading, question.answer.text)
    }
    #expect(said.proposal?.act == shown)
    #expect(try office.contents() == before, "nothing is done before it was agreed to")
    let done = try talker.says(.yes)
    #expect(done.made != nil, "\(shown): \(done)")
    #expect(try talker.says(.yes) == .talked(.nothingPending))
  }

  /// Wherever it is left, it is left as it was.
  ///
  /// - Parameter noMeansSo: where something is asked for, "không" is an answer.
  func expectLeft(
    in office: Office, noIsAnswer noMeansSo: (Prompt.Missing) -> Bool = { _ in false }
  )
    throws
  {
    let before = try office.contents()
    for stop in 0...questions.count {
      for leaving in [Reading.no, .cancel, .said(.talkUndo, .act)] {
        let isAnswer = stop < questions.count && noMeansSo(questions[stop].asked)
        if isAnswer, leaving.intent == .talkNo { continue }
        let talker = Talker(cast, in: office)
        _ = try talker.says(order)
        for question in questions.prefix(stop) {
          _ = try talker.says(question.answer.reading, question.answer.text)
        }
        #expect(try talker.says(leaving) == .talked(.cancelled), "\(shown), stop \(stop)")
        #expect(try talker.says(.yes) == .talked(.nothingPending))
      }
    }
    #expect(try office.contents() == before)
  }
}

extension Office {
  /// Named, and the only one of that name.
  func named(_ cast: Cast) -> SubjectSlot {
    .person(candidates: [person(cast).id], asWritten: cast.name)
  }

  func named(unit: String) -> UnitSlot { .named([self.unit(unit)], unit) }
}
