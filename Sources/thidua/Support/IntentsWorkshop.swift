import ChatServer
import CivilTime
import Understanding
import UnderstandingTrials

/// The folder `intents/` compiled, with the messages that test it.
struct IntentsWorkshop {
  let recognizer: Recognizer
  let now: Instant
  private let installation: Installation
  private let intents: String
  private let utterances: String

  /// The test messages count their days from here.
  private static let usualNow = Instant(iso: "2022-01-07T08:00:00+07:00")

  init(_ sources: IntentsCommand.Sources) throws {
    installation = try Installation.find()
    intents = sources.intents ?? installation.intents
    recognizer = try Language(intents: intents, memory: LearnedFile.memory(of: intents)).recognizer
    utterances = sources.utterances ?? installation.home + "/Tests/Data/utterances"
    now = sources.now ?? IntentsWorkshop.usualNow ?? ServerClock().now()
  }

  /// With its sentences.
  func catalogue() throws -> IntentCatalogue { try IntentCatalogue(directory: intents) }

  func files() throws -> [UtteranceFile] {
    try SourceFile.all(in: utterances).map { file in
      do throws(UtteranceFault) {
        return try UtteranceFile(file)
      } catch {
        throw CommandFailure(.badConfiguration, error.words)
      }
    }
  }

  func trials() throws -> Trials {
    Trials(
      recognizer,
      try files().map { file in
        Trials.Place(file, try lexicon(people: file.people.map { utterances + "/" + $0 }))
      }, now: now)
  }

  func lexicon(people: String?) throws -> Lexicon {
    try ParseNames(installation).lexicon(
      data: nil, organization: nil, people: people, recognizer.nameWordings)
  }
}
