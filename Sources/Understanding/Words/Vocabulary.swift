import Vietnamese

/// What is known of words beside `WordBook`: which marks they have, which stand side by side, which
/// look alike, and which others the language has.
///
/// What is in neither may be a slip; what stands side by side tells which word was meant.
final class Vocabulary: Sendable {
  private let book: WordBook
  private let realWords: KeyTable
  private let variants: KeyTable
  private let pairs: SmallTable
  /// Which orders have two words side by side, their text taken for one word.
  private let pairsOfOrders: SmallTable
  /// How often each word stood right before the verb of an order.
  private let leaders: KeyTable
  /// Which order a short sentence is, word for word.
  private let wordings: SmallTable
  let nearby: NearbyWords

  /// Once may be a chance.
  private static let fewestLeads: Int32 = 3

  init(_ draft: VocabularyDraft, _ book: WordBook) {
    self.book = book
    realWords = draft.realWords
    variants = draft.variants
    pairs = SmallTable(draft.pairs)
    pairsOfOrders = SmallTable(draft.pairsOfOrders)
    leaders = draft.leaders
    wordings = SmallTable(draft.wordings)
    nearby = draft.nearby
  }

  /// Whether some sentence, rule or list has the word.
  @inline(__always)
  func knows(_ key: UInt64) -> Bool { book.knows(key) }

  /// The same with exactly these marks.
  func knows(_ key: UInt64, _ marks: Marks) -> Bool {
    variants[combined(key, UInt64(marks.bits))] != nil
  }

  /// What stands for the word in sentences: the symbol of its slot for an honour in one word
  /// ("LĐTT"), else the word itself.
  func symbol(of key: UInt64) -> UInt64 {
    book.flags(of: key).contains(.honour) ? SlotSymbol.honour.key : key
  }

  /// What it is short for.
  func fullForm(of key: UInt64, _ marks: Marks) -> [Token]? { book.fullForm(of: key, marks) }

  /// With how many of its neighbours (0 for none) some sentence has the word.
  func fits(_ key: UInt64, after previous: UInt64, before next: UInt64) -> Int {
    let symbol = symbol(of: key)
    let own = fitsItself(key, previous, next)
    return symbol == key ? own : max(own, fitsItself(symbol, previous, next))
  }

  private func fitsItself(_ key: UInt64, _ previous: UInt64, _ next: UInt64) -> Int {
    (previous != 0 && areNeighbours(previous, key) ? 1 : 0)
      + (next != 0 && areNeighbours(key, next) ? 1 : 0)
  }

  /// Whether some sentence has the two side by side.
  @inline(__always)
  func areNeighbours(_ one: UInt64, _ next: UInt64) -> Bool { pairs[combined(one, next)] != nil }

  /// Whether orders have the word right before their verb: kính, xin, cần …
  func leadsToOrders(_ key: UInt64) -> Bool { leaders[key] ?? 0 >= Vocabulary.fewestLeads }

  /// The orders that have the two words side by side; `nil` if none has.
  func ordersWithNeighbours(_ one: UInt64, _ next: UInt64) -> OrderSet? {
    pairsOfOrders[combined(one, next)].map { OrderSet(bits: $0) }
  }

  /// The lane of the order that a sentence of the catalogue says in just these words; `nil` if none does,
  /// or others too.
  func order(worded wording: UInt64) -> Int? { wordings[wording].map { Int($0) } }

  /// Whether it is a word of the language as it was typed, known to the catalogue or not.
  func isReal(_ key: UInt64, _ marks: Marks, isUnmarked: Bool) -> Bool {
    realWords[isUnmarked ? key : combined(key, UInt64(marks.bits))] != nil
  }
}

/// A set of intents, by their lanes.
struct IntentSet: BitwiseCopyable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  @inline(__always)
  func contains(_ lane: Int) -> Bool {
    lane < 64 ? low & 1 << UInt64(lane) != 0 : high & 1 << UInt64(lane - 64) != 0
  }

  mutating func formUnion(_ other: IntentSet) {
    low |= other.low
    high |= other.high
  }

  mutating func insert(_ lane: Int) {
    if lane < 64 { low |= 1 << UInt64(lane) } else { high |= 1 << UInt64(lane - 64) }
  }
}

/// A vocabulary while it is gathered.
struct VocabularyDraft {
  /// Real words beside those of the catalogue, with their marks and without.
  private(set) var realWords = KeyTable()
  private(set) var words = KeyTable()
  private(set) var keys: [UInt64] = []
  private(set) var intents: [IntentSet] = []
  private(set) var isHonour: [Bool] = []
  /// How many sentences have the word; rules and lists count for several.
  private(set) var counts: [Int32] = []
  private(set) var variants = KeyTable()
  private(set) var pairs = KeyTable()
  private(set) var pairsOfOrders = KeyTable()
  private(set) var leaders = KeyTable()
  private(set) var wordings = KeyTable()
  private(set) var nearby = NearbyWords()

  mutating func learnCommon(_ words: String) {
    for syllable in FoldedText(words).syllables where syllable.isWord {
      realWords.set(0, for: syllable.key)
      realWords.set(0, for: combined(syllable.key, UInt64(syllable.marks.bits)))
    }
  }

  /// A word of a sentence of `intent`; `nil` for free text, lists and sentences of no intent.
  mutating func learn(_ key: UInt64, _ marks: Marks, intent lane: Int?, weight: Int32 = 1) {
    variants.set(0, for: combined(key, UInt64(marks.bits)))
    let word = place(of: key)
    counts[word] += weight
    if let lane { intents[word].insert(lane) }
  }

  private mutating func place(of key: UInt64) -> Int {
    if let known = words[key] { return Int(known) }
    let word = counts.count
    words.set(Int32(word), for: key)
    keys.append(key)
    intents.append(IntentSet())
    isHonour.append(false)
    counts.append(0)
    nearby.insert(key)
    return word
  }

  /// Adds the words of another draft.
  mutating func merge(_ other: VocabularyDraft) {
    for (index, key) in other.keys.enumerated() {
      let word = place(of: key)
      counts[word] += other.counts[index]
      intents[word].formUnion(other.intents[index])
    }
    other.variants.visitEntries { variant, _ in variants.set(0, for: variant) }
  }

  mutating func learnLeaders(_ keys: [UInt64]) {
    for key in keys { leaders.set((leaders[key] ?? 0) + 1, for: key) }
  }

  /// In place of the lane of an order: what is said so may be something else.
  private static let several = Int32(Intent.allCases.count)

  /// `order`: its lane; `nil` for what is none.
  mutating func learnWording(_ wording: UInt64, of order: Int?) {
    let order = order.map { Int32($0) } ?? VocabularyDraft.several
    let known = wordings[wording] ?? order
    wordings.set(known == order ? order : VocabularyDraft.several, for: wording)
  }

  /// Once all sentences are known.
  mutating func keepSureWordings() {
    var sure = KeyTable()
    wordings.visitEntries { if $1 != VocabularyDraft.several { sure.set($1, for: $0) } }
    wordings = sure
  }

  mutating func learnPairs(_ keys: [UInt64]) {
    for key in keys { pairs.set(0, for: key) }
  }

  /// `order`: the number of the order that has them; `nil` if it always asks.
  mutating func learnPair(_ key: UInt64, of order: Int?) {
    var orders = OrderSet(bits: pairsOfOrders[key] ?? 0)
    if let order { orders.insert(order) }
    pairsOfOrders.set(orders.bits, for: key)
  }

  /// Keys of the words that stand side by side.
  static func pairs(of tokens: [Token]) -> [UInt64] {
    zip(tokens, tokens.dropFirst()).map { combined($0.key, $1.key) }
  }

  /// The same, the text taken for one word; with the padding, and without it.
  static func pairs(of stream: Stream, text: Range<Int>?) -> [UInt64] {
    var pairs: [UInt64] = []
    var (last, lastSaid): (UInt64?, UInt64?)
    for index in stream.tokens.indices {
      let key = stream.key(at: index, text: text)
      if let last { pairs.append(combined(last, key)) }
      last = key
      if stream.isFiller(index) { continue }
      if let lastSaid { pairs.append(combined(lastSaid, key)) }
      lastSaid = key
    }
    return pairs
  }

  /// An honour's name in one word, which may stand where sentences have the symbol.
  mutating func learnHonour(_ key: UInt64) {
    if let word = words[key] { isHonour[Int(word)] = true }
  }
}

// For the next start. What can be made of the words again is not kept.
extension VocabularyDraft {
  func append(to arrays: inout PackedArrays) {
    arrays.append(keys)
    arrays.append(intents)
    arrays.append(isHonour.map { $0 ? UInt8(1) : 0 })
    arrays.append(counts)
    for table in [realWords, variants, pairs, pairsOfOrders, leaders, wordings] {
      arrays.append(table)
    }
  }

  init?(_ reader: inout PackedArraysReader) {
    guard let keys = reader.numbers(UInt64.self), let intents = reader.numbers(IntentSet.self),
      let isHonour = reader.numbers(UInt8.self), let counts = reader.numbers(Int32.self),
      let realWords = reader.table(), let variants = reader.table(), let pairs = reader.table(),
      let pairsOfOrders = reader.table(), let leaders = reader.table(),
      let wordings = reader.table(), intents.count == keys.count,
      isHonour.count == keys.count,
      counts.count == keys.count
    else { return nil }
    self.init()
    for key in keys { _ = place(of: key) }
    guard self.keys.count == keys.count else { return nil }
    self.intents = intents
    self.isHonour = isHonour.map { $0 == 1 }
    self.counts = counts
    self.realWords = realWords
    self.variants = variants
    self.pairs = pairs
    self.pairsOfOrders = pairsOfOrders
    self.leaders = leaders
    self.wordings = wordings
  }
}
