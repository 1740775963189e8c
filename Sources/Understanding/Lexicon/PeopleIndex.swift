import Vietnamese

/// People by full name, by the last two syllables and by the given name.
///
/// Names end in the given name, so a message is searched for given names first; only there the
/// longer forms are looked up. Each form of a name leads to its people by one look-up, with its
/// marks and without, so that the cost does not grow with their number.
struct PeopleIndex: Sendable {
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

  private var names: [Int64: String] = [:]
  private var units: [Int64: Int64] = [:]
  private let groups: Postings
  /// Syllables that names begin with, end in, or have at all.
  private var surnames = KeyTable()
  private var givenNames = KeyTable()
  private var words = KeyTable()
  /// The syllables of names, to find what a mistyped one was.
  private(set) var nearby = NearbyWords()

  init(_ people: [Lexicon.Person]) {
    var draft = PostingsDraft(people: people.count)
    names.reserveCapacity(people.count)
    units.reserveCapacity(people.count)
    for person in people {
      let items = Expansion.items(of: person.name).filter { !$0.isNumber }
      guard let given = items.last else { continue }
      names[person.id] = person.name
      units[person.id] = person.unit
      givenNames.set(0, for: given.key)
      if items.count > 1 { surnames.set(0, for: items[0].key) }
      for item in items where words[item.key] == nil {
        words.set(0, for: item.key)
        nearby.insert(item.key)
      }
      for key in PeopleIndex.keys(of: items, unit: person.unit) { draft.add(person.id, to: key) }
    }
    groups = Postings(draft)
  }

  func name(of id: Int64) -> String? { names[id] }

  func unit(of id: Int64) -> Int64? { units[id] }

  /// Whether some name has this syllable.
  func hasWord(_ key: UInt64) -> Bool { words[key] != nil }

  func isSurname(_ key: UInt64) -> Bool { surnames[key] != nil }

  /// Whether some name ends in this syllable.
  @inline(__always)
  func isGivenName(_ key: UInt64) -> Bool { givenNames[key] != nil }

  /// The people, at most `mostCandidates`, of whose names these items are that form. Marks that
  /// were typed must agree; a message without marks finds all namesakes. `unit`: only its people.
  func candidates(
    _ items: ArraySlice<Item>, _ form: Form, unit: Int64? = nil
  ) -> [Int64] {
    let isMarked = !items.contains { $0.flags.contains(.unmarked) }
    return groups[PeopleIndex.key(items, form, isMarked: isMarked, unit: unit)]
  }

  private static func keys(of items: [Item], unit: Int64?) -> [UInt64] {
    var keys: [UInt64] = []
    func add(_ items: ArraySlice<Item>, _ form: Form) {
      for isMarked in [true, false] {
        keys.append(key(items, form, isMarked: isMarked, unit: nil))
        if let unit { keys.append(key(items, form, isMarked: isMarked, unit: unit)) }
      }
    }
    add(items.suffix(1), .given)
    if items.count > 2 { add(items.suffix(2), .lastTwo) }
    if items.count > 1 { add(items[...], .whole) }
    return keys
  }

  private static func key(
    _ items: ArraySlice<Item>, _ form: Form, isMarked: Bool, unit: Int64?
  ) -> UInt64 {
    var hash = form.rawValue << 1 | (isMarked ? 1 : 0)
    if let unit { hash = combined(hash, UInt64(bitPattern: unit)) }
    for item in items {
      hash = combined(hash, item.key)
      if isMarked { hash = combined(hash, UInt64(item.marks.bits)) }
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

  subscript(key: UInt64) -> [Int64] {
    guard let group = groups[key] else { return [] }
    return Array(ids[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])])
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
