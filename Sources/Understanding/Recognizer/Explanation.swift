package import CivilTime
import Vietnamese

/// Why a message was read as it was, in lines for the people who edit `intents/`.
extension Recognizer {
  package func explain(_ message: String, lexicon: Lexicon, now: Instant) -> [String] {
    let bytes = Array(message.utf8)
    let pass = RecognitionPass(recognizer: self, message: bytes.span, lexicon: lexicon, now: now)
    var lines = ["words: " + pass.stream.items.indices.map { pass.word($0) }.joined(separator: " ")]
    for signal in Signal.allCases where pass.stream.signals.mask(signal) != 0 {
      let words = pass.stream.items.indices.filter { pass.stream.signals.has(signal, at: $0) }
      lines.append("\(signal.ruleName): " + words.map { pass.word($0) }.joined(separator: " "))
    }
    let described = features.described(pass.stream, grammar)
    let scores = model.scores(of: features.features(of: pass.stream))
    for lane in Ranking(scores.probabilities).best {
      let name = lane < plans.count ? plans[lane].intent.rawValue : "none"
      let evidence = described.map { ($0.label, model.weight(of: $0.feature, lane: lane)) }
        .sorted { $0.1.magnitude > $1.1.magnitude }.prefix(9)
        .map { "\(pass.named($0.0)) \(($0.1 * 100).rounded() / 100)" }
      lines.append(
        "\(name) \((scores.probabilities[lane] * 1000).rounded() / 10) %: "
          + evidence.joined(separator: ", "))
    }
    return lines
  }
}

extension RecognitionPass {
  /// An item as people would write it.
  fileprivate func word(_ index: Int) -> String {
    let item = stream.items[index]
    let words = text.syllables(Int(item.first)...Int(item.last))
    let symbol = SlotSymbol(rawValue: item.key & 0xff)
    let name = item.isSymbol ? "{\(symbol.map { "\($0)" } ?? "?") \(words)}" : words
    if item.flags.contains(.filler) { return "(\(name))" }
    return item.flags.contains(.repaired) ? name + "*" : name
  }

  /// Labels name items by their number.
  fileprivate func named(_ label: String) -> String {
    label.split(separator: " ").map { part in
      part.first == "#" ? Int(part.dropFirst()).map { word($0) } ?? "" : String(part)
    }.joined(separator: "+")
  }
}
