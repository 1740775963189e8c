import Vietnamese

/// The rules and lists of a catalogue, compiled for matching.
///
/// Immutable and passed by reference: every message hands it to several readers.
final class Grammar: Sendable {
  /// A rule or a list slot.
  struct Concept: Sendable {
    let name: String
    let signal: Signal?
    let slot: SlotName?
  }

  /// One occurrence in a message.
  struct Occurrence {
    let concept: Int16
    /// Index of the list value, -1 for rules.
    let value: Int16
    /// Tokens, both included; below 64.
    let first: UInt8
    let last: UInt8
    /// A wrong mark, or a single word that lacks its marks among marked words: likely another word
    /// ("thư ký hội" is not "thư ký hỏi").
    let isLoose: Bool
    /// A slip was mended in it.
    let isMended: Bool

    var isDoubtful: Bool { isLoose || isMended }
    var count: Int { Int(last - first) + 1 }
    var range: Range<Int> { Int(first)..<(Int(last) + 1) }
    /// One bit per token.
    var mask: UInt64 { Grammar.mask(Int(first), count) }
  }

  /// What a phrase of the trie stands for: a rule, or a value of a list.
  struct Meaning {
    let concept: Int16
    /// Index of the list value, -1 for rules.
    let value: Int16

    init(concept: Int16, value: Int16 = -1) {
      self.concept = concept
      self.value = value
    }

    @inline(__always)
    init(payload: Int32) {
      concept = Int16(truncatingIfNeeded: payload >> 16)
      value = Int16(truncatingIfNeeded: payload)
    }

    var payload: Int32 { Int32(concept) << 16 | Int32(UInt16(bitPattern: value)) }
  }

  let concepts: [Concept]
  let values: [[String]]
  /// Rules and lists, by payload of a `Meaning`.
  private let trie: PhraseTrie
  /// The signals alone, by their raw values: what is looked for before values are known.
  private let signals: PhraseTrie
  /// By concept: the raw value of its signal, -1 for none.
  private let signalOfConcept: [Int8]
  /// Spoken names of honours and their codes.
  let honours: PhraseTrie
  let honourCodes: [String]
  let nameWordings: NameWordings
  private let conceptIndex: [String: Int16]
  let login: Int16
  let honourLevel: Int16
  let changeTo: Int16
  /// Before "xong": it is not done yet.
  let unfinished: Int16
  /// "ạ", "nha ad": said to the assistant alone.
  let deference: Int16

  /// The list of words that tell at which level an honour is given, by its code.
  static let levelList = "honour_level"

  /// Place in the list of honours.
  func rank(ofHonour code: String) -> Int { honourCodes.firstIndex(of: code) ?? Int.max }

  init(_ draft: GrammarDraft) {
    concepts = draft.concepts
    signalOfConcept = draft.concepts.map { Int8($0.signal?.rawValue ?? -1) }
    values = draft.values
    trie = draft.trie.frozen()
    signals = draft.signals.frozen()
    honours = draft.honours.frozen()
    honourCodes = draft.honourCodes
    nameWordings = draft.nameWordings
    conceptIndex = draft.conceptIndex
    login = draft.conceptIndex["login"] ?? -1
    honourLevel = draft.conceptIndex[Grammar.levelList] ?? -1
    changeTo = draft.conceptIndex["change_to"] ?? -1
    unfinished = draft.conceptIndex["unfinished"] ?? -1
    deference = draft.conceptIndex["deference"] ?? -1
  }

  func concept(named name: String) -> Int16? { conceptIndex[name] }

  /// Every rule and list value that occurs in a message, but for the silent signals, in order of
  /// their first word, and where the signals stand.
  func occurrences(in tokens: [Token]) -> ([Occurrence], SignalMap) {
    var found: [Occurrence] = []
    found.reserveCapacity(tokens.count * 3)
    var map = SignalMap()
    let repaired = Grammar.repaired(tokens)
    let span = tokens.span
    for start in 0..<min(tokens.count, 64) where tokens[start].flags.contains(.opensRule) {
      trie.visitMatches(in: span, from: start) { match in
        let end = start + match.count
        guard end <= 64 else { return }
        let mask = Grammar.mask(start, match.count)
        let isLoose = match.conflicting > 0 || match.count == 1 && match.missing > 0
        let isMended = repaired & mask != 0
        var isValue = false
        var isSignal = false
        for index in match.payloads {
          let meaning = Meaning(payload: trie.payload(index))
          let signal = signalOfConcept[Int(meaning.concept)]
          if signal >= 0, Signal.silent & 1 &<< UInt64(signal) != 0 {
            // Also without its marks: it only makes an order asked back.
            map.add(signal, mask, isSure: true)
            continue
          }
          found.append(
            Occurrence(
              concept: meaning.concept, value: meaning.value,
              first: UInt8(truncatingIfNeeded: start), last: UInt8(truncatingIfNeeded: end - 1),
              isLoose: isLoose, isMended: isMended))
          if meaning.value >= 0 {
            isValue = true
            continue
          }
          if signal >= 0 {
            isSignal = true
            map.add(signal, mask, isSure: !isLoose)
          }
        }
        // What belongs to a value of two words or more ("không đồng ý") signals nothing; but
        // "không được" is both.
        if isValue, !isSignal, match.count > 1 { map.cover(mask) }
      }
    }
    settle(&map, found)
    return (found, map)
  }

  /// Takes away the signals inside of a longer value, and those that share a word with a compound:
  /// "thầy Khoa: báo cáo …" reports nothing.
  private func settle(_ map: inout SignalMap, _ found: [Occurrence]) {
    guard map.hidden != 0 else { return }
    map.removeYielding()
    for said in found where !map.hides(said.mask) {
      let signal = signalOfConcept[Int(said.concept)]
      if signal >= 0, Signal.yielding & 1 &<< UInt64(signal) != 0 {
        map.add(signal, said.mask, isSure: !said.isLoose)
      }
    }
  }

  /// Where the signals stand that tell where names are, and of the past; before values are known.
  func signals(in tokens: [Token]) -> SignalMap {
    var map = SignalMap()
    let span = tokens.span
    for start in 0..<min(tokens.count, 64) where tokens[start].flags.contains(.opensSignal) {
      signals.visitMatches(in: span, from: start) { match in
        guard start + match.count <= 64 else { return }
        let mask = Grammar.mask(start, match.count)
        for index in match.payloads {
          map.add(
            Int8(truncatingIfNeeded: signals.payload(index)), mask,
            isSure: match.missing == 0 && match.conflicting == 0)
        }
      }
    }
    map.settle()
    return map
  }

  private static func repaired(_ tokens: [Token]) -> UInt64 {
    var repaired: UInt64 = 0
    for index in 0..<min(tokens.count, 64) where tokens[index].flags.contains(.repaired) {
      repaired |= 1 << UInt64(index)
    }
    return repaired
  }

  /// One bit for each of `count` tokens from `start`, together at most 64.
  @inline(__always)
  fileprivate static func mask(_ start: Int, _ count: Int) -> UInt64 {
    (count >= 64 ? .max : 1 << UInt64(truncatingIfNeeded: count) &- 1)
      << UInt64(truncatingIfNeeded: start)
  }
}
