import Vietnamese

/// People by full name, by the last two syllables and by the given name.
///
/// Names end in the given name, so a message is searched for given names first; only there the
/// longer forms are looked up. Each form of a name leads to its people by one look-up, with its
/// marks and without, so that the cost does not grow with their number. A class, because a copy would
/// count up references to all of its tables.
final class PeopleIndex: Sendable {
  /// Longest name in syllables that is matched as a whole.
  static let longestName = 6
  /// More namesakes than this cannot be offered as a choice anyway.
  static let mostCandidates = 20

  /// What of a name was said.
  enum Form: UInt64 {
    case given = 1
    case lastTwo
    case whole
  }

  private let names: [Int64: String]
  private let groups: Postings
  /// Syllables that names begin with, end in, or have at all.
  private let surnames: KeyTable
  private let givenNames: KeyTable
  private let words: KeyTable
  /// The syllables of names, to find what a mistyped one was.
  let nearby: NearbyWords

  init(_ people: [Lexicon.Person]) {
    var draft = PostingsDraft(people: people.count)
    var names: [Int64: String] = [:]
    var (surnames, givenNames, words) = (KeyTable(), KeyTable(), KeyTable())
    var nearby = NearbyWords()
    names.reserveCapacity(people.count)
    for person in people {
      let tokens = Wordings.tokens(of: person.name).filter { !$0.isNumber }
      guard let given = tokens.last else { continue }
      names[person.id] = person.name
      givenNames.set(0, for: given.key)
      if let own = PeopleIndex.prefixed(tokens) { givenNames.set(0, for: own[1].key) }
      if tokens.count > 1 { surnames.set(0, for: tokens[0].key) }
      for token in tokens where words[token.key] == nil {
        words.set(0, for: token.key)
        nearby.insert(token.key)
      }
      for key in PeopleIndex.keys(of: tokens, unit: person.unit) { draft.add(person.id, to: key) }
    }
    self.names = names
    self.surnames = surnames
    self.givenNames = givenNames
    self.words = words
    self.nearby = nearby
    groups = Postings(draft)
  }

  func name(of id: Int64) -> String? { names[id] }

  /// Every syllable of a name, with what it can be.
  func visitWords(_ body: (UInt64, Token.Flags) -> Void) {
    words.visitEntries { key, _ in body(key, isGivenName(key) ? [.name, .givenName] : .name) }
  }

  func isSurname(_ key: UInt64) -> Bool { surnames[key] != nil }

  /// Whether some name ends in this syllable.
  @inline(__always)
  func isGivenName(_ key: UInt64) -> Bool { givenNames[key] != nil }

  /// People who share a form of their name; `people(in:)` has their ids.
  struct Group {
    fileprivate let index: Int32
    let form: Form
  }

  /// The people of whose names these tokens are that form; `nil` if there are none. Marks that were
  /// typed must agree; a message without marks finds all namesakes. `unit`: only its people.
  func group(_ tokens: Span<Token>, _ form: Form, unit: Int64? = nil) -> Group? {
    var isMarked = true
    for index in tokens.indices where tokens[index].flags.contains(.unmarked) { isMarked = false }
    return groups[PeopleIndex.key(tokens, form, isMarked: isMarked, unit: unit)]
      .map { Group(index: $0, form: form) }
  }

  /// The people of the only whole name that these tokens are but for one slip, in a word that no name
  /// has.
  func group(nearly tokens: [Token]) -> Group? {
    var meant: [String] = []
    for index in tokens.indices where words[tokens[index].key] == nil {
      nearby.visitNear(tokens[index].key) { key, _ in
        var name = tokens
        name[index].key = key
        name[index].flags.insert(.unmarked)
        guard let group = group(name.span, .whole) else { return }
        for id in people(in: group) {
          if let name = names[id], !meant.contains(name), agree(name, tokens, besides: index) {
            meant.append(name)
          }
        }
      }
    }
    return meant.count == 1 ? group(named: meant[0]) : nil
  }

  /// The same group where only a mended word tells nothing by its marks: "Nguyễn hTị Hòa" is not
  /// Nguyễn Thị Hoa.
  func agreeing(_ group: Group, with tokens: [Token]) -> Group? {
    var meant: [String] = []
    for id in people(in: group) {
      if let name = names[id], !meant.contains(name), agree(name, tokens) { meant.append(name) }
    }
    return switch meant.count {
    case 0: nil
    case 1: self.group(named: meant[0])
    default: group
    }
  }

  private func group(named name: String) -> Group? {
    group(Wordings.tokens(of: name).span, .whole)
  }

  /// Whether a name has the marks that were typed, where any tell something.
  private func agree(_ name: String, _ tokens: [Token], besides slip: Int? = nil) -> Bool {
    let known = Wordings.tokens(of: name)
    return known.count == tokens.count
      && tokens.indices.allSatisfy {
        $0 == slip || tokens[$0].flags.contains(.unmarked) || tokens[$0].marks == known[$0].marks
      }
  }

  /// At most `mostCandidates`.
  func people(in group: Group) -> ArraySlice<Int64> { groups.ids(of: group.index) }

  private static func keys(of tokens: [Token], unit: Int64?) -> [UInt64] {
    var keys: [UInt64] = []
    func add(_ tokens: Span<Token>, _ form: Form) {
      for isMarked in [true, false] {
        keys.append(key(tokens, form, isMarked: isMarked, unit: nil))
        if let unit { keys.append(key(tokens, form, isMarked: isMarked, unit: unit)) }
      }
    }
    let all = tokens.span
    add(all.extracting(last: 1), .given)
    if tokens.count > 2 { add(all.extracting(last: 2), .lastTwo) }
    if tokens.count > 1 { add(all, .whole) }
    if prefixed(tokens) != nil {
      add(all.extracting(first: 2), .whole)
      add(all.extracting(first: 2).extracting(last: 1), .given)
    }
    return keys
  }

  /// "Y Thuyên" of "Y Thuyên Mlô", "H'Nga" of "H'Nga Êban": names of the Central Highlands begin with
  /// a letter for man or woman and the name that people are called by, and end in that of the clan.
  private static func prefixed(_ tokens: [Token]) -> ArraySlice<Token>? {
    tokens.count > 2 && Slip.count(tokens[0].key) == 1 ? tokens[..<2] : nil
  }

  private static func key(
    _ tokens: Span<Token>, _ form: Form, isMarked: Bool, unit: Int64?
  ) -> UInt64 {
    var hash = form.rawValue << 1 | (isMarked ? 1 : 0)
    if let unit { hash = combined(hash, UInt64(bitPattern: unit)) }
    for index in tokens.indices {
      hash = combined(hash, tokens[index].key)
      if isMarked { hash = combined(hash, UInt64(tokens[index].marks.bits)) }
    }
    return hash
  }
}

/// Ids by key, those of one key side by side.
private struct Postings: Sendable {
  private let groups: KeyTable
  /// Where each group begins in `ids`; one more than groups.
  private var starts: [Int32] = [0]
  private var ids: [Int64] = []

  init(_ draft: PostingsDraft) {
    groups = draft.groups
    starts.reserveCapacity(draft.sizes.count + 1)
    for size in draft.sizes { starts.append((starts.last ?? 0) + size) }
    var filled = starts
    ids = Array(repeating: 0, count: Int(starts.last ?? 0))
    for (group, id) in draft.entries {
      let place = filled[Int(group)]
      guard place < starts[Int(group) + 1] else { continue }
      ids[Int(place)] = id
      filled[Int(group)] += 1
    }
  }

  /// The group of a key.
  @inline(__always)
  subscript(key: UInt64) -> Int32? { groups[key] }

  func ids(of group: Int32) -> ArraySlice<Int64> {
    ids[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
  }
}

private struct PostingsDraft {
  private(set) var groups: KeyTable
  /// Ids of each group, at most as many as can be offered.
  private(set) var sizes: [Int32] = []
  private(set) var entries: [(group: Int32, id: Int64)] = []

  init(people count: Int) {
    groups = KeyTable(capacity: count * 2)
    entries.reserveCapacity(count * 6)
  }

  mutating func add(_ id: Int64, to key: UInt64) {
    let group: Int32
    if let known = groups[key] {
      group = known
    } else {
      group = Int32(sizes.count)
      groups.set(group, for: key)
      sizes.append(0)
    }
    guard sizes[Int(group)] < PeopleIndex.mostCandidates else { return }
    sizes[Int(group)] += 1
    entries.append((group, id))
  }
}
