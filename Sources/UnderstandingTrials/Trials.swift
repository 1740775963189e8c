package import CivilTime
package import Understanding

/// Reads utterances with noise and keeps the score.
package struct Trials: Sendable {
  /// Utterances of one place, with the names known there.
  package struct Place: Sendable {
    package let file: UtteranceFile
    package let lexicon: Lexicon

    package init(_ file: UtteranceFile, _ lexicon: Lexicon) {
      self.file = file
      self.lexicon = lexicon
    }
  }

  private let recognizer: Recognizer
  private let places: [Place]
  private let now: Instant

  package init(_ recognizer: Recognizer, _ places: [Place], now: Instant) {
    self.recognizer = recognizer
    self.places = places
    self.now = now
  }

  package func score(_ noise: Noise) -> Score {
    var score = Score()
    visit(noise) { utterance, said, lexicon in
      score.count(
        utterance, said: said, noise, recognizer.read(said, lexicon: lexicon, now: now), recognizer,
        lexicon)
    }
    return score
  }

  /// Curves for `Confidence`, fitted to what is right with these kinds of noise.
  package func calibrated(_ noises: [Noise]) -> (questions: [Double], orders: [Double]) {
    var questions: [Calibration.Trial] = []
    var orders: [Calibration.Trial] = []
    for noise in noises {
      visit(noise) { utterance, said, lexicon in
        guard let (intent, evidence) = recognizer.evidence(of: said, lexicon: lexicon, now: now)
        else { return }
        guard utterance.tells(isOrder: evidence.isOrder) else { return }
        let isRight =
          intent == utterance.intent && !(utterance.kind == .trap && evidence.isOrder)
        let trial = Calibration.Trial(evidence, isRight: isRight)
        if evidence.isOrder { orders.append(trial) } else { questions.append(trial) }
      }
    }
    return (Calibration.weights(of: questions), Calibration.weights(of: orders))
  }

  private func visit(_ noise: Noise, _ body: (Utterance, String, Lexicon) -> Void) {
    var number: UInt64 = 0
    for place in places {
      for utterance in place.file.utterances {
        body(utterance, noise.applied(to: utterance.say, seed: number), place.lexicon)
        number += 1
      }
    }
  }
}
