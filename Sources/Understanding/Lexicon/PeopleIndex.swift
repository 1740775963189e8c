import Vietnamese

/// People by full name, by the last two syllables and by the given name.
///
/// Names end in the given name, so a message is searched for given names first; only there the
/// longer forms are looked up. The cost does not grow with the number of people.
struct PeopleIndex: Sendable {
  /// Longest name in syllables that is matched as a whole.
  static let longestName = 6
  /// More namesakes than this cannot be offered as a choice anyway.
  static let mostCandidates = 20

  private var ids: [Int64] = []
  private var names: [String] = []
  private var units: [Int64] = []
  /// Where a person stands.
  private var positions: [Int64: Int32] = [:]
  private var syllables: [NameSyllable] = []
  /// Where the syllables of each person begin; one more than people.
  private var starts: [Int32] = [0]
  /// Chains of people by the hash of a form of their name.
  private var heads = KeyTable()
  private var links: [(person: Int32, next: Int32)] = []
  private var surnames: Set<UInt64> = []
  private var words = KeyTable()
  /// The syllables of names, to find what a mistyped one was.
  private(set) var nearby = NearbyWords()

  private struct NameSyllable {
    let key: UInt64
    let marks: Marks
  }

  init(_ people: [Lexicon.Person]) {
    heads = KeyTable(capacity: people.count * 2)
    ids.reserveCapacity(people.count)
    for person in people { append(person) }
  }

  func name(of id: Int64) -> String? { positions[id].map { names[Int($0)] } }

  func unit(of id: Int64) -> Int64? {
    positions[id].flatMap { units[Int($0)] < 0 ? nil : units[Int($0)] }
  }

  /// Whether some name has this syllable.
  func hasWord(_ key: UInt64) -> Bool { words[key] != nil }

  func isSurname(_ key: UInt64) -> Bool { surnames.contains(key) }

  /// Whether some name ends in this syllable.
  @inline(__always)
  func isGivenName(_ key: UInt64) -> Bool { heads[PeopleIndex.form(1, key)] != nil }

  /// Whether people have exactly these last `count` syllables (or, from 3 on, are called so).
  func candidates(
    in items: [Item], _ range: Range<Int>, wholeName: Bool, unit: Int64? = nil
  ) -> [Int64] {
    var hash: UInt64 = 0
    for item in items[range] { hash = combined(hash, item.key) }
    let count = range.count
    let form =
      count == 1
      ? PeopleIndex.form(1, items[range.lowerBound].key)
      : PeopleIndex.form(wholeName ? 9 : 2, hash)
    guard let head = heads[form] else { return [] }
    var found: [Int64] = []
    var link = head
    var steps = 0
    while link >= 0, steps < 4096 {
      let (person, next) = links[Int(link)]
      if agrees(Int(person), items, range), unit == nil || units[Int(person)] == unit {
        found.append(ids[Int(person)])
        if found.count == PeopleIndex.mostCandidates { break }
      }
      link = next
      steps += 1
    }
    return found
  }

  /// Whether the marks typed agree with those of the person's last syllables.
  private func agrees(_ person: Int, _ items: [Item], _ range: Range<Int>) -> Bool {
    guard positions[ids[person]] == Int32(person) else { return false }
    let end = Int(starts[person + 1])
    for (offset, index) in range.reversed().enumerated() {
      let syllable = syllables[end - 1 - offset]
      guard syllable.key == items[index].key,
        items[index].agreement(with: syllable.marks) == .exact
      else { return false }
    }
    return true
  }

  private mutating func append(_ person: Lexicon.Person) {
    let items = Expansion.items(of: person.name).filter { !$0.isNumber }
    guard let given = items.last else { return }
    let position = Int32(ids.count)
    ids.append(person.id)
    names.append(person.name)
    units.append(person.unit ?? -1)
    positions[person.id] = position
    syllables += items.map { NameSyllable(key: $0.key, marks: $0.marks) }
    starts.append(Int32(syllables.count))
    for item in items where words[item.key] == nil {
      words.set(0, for: item.key)
      if let letters = FoldedKey.letters(item.key) { nearby.insert(letters) }
    }
    if items.count > 1 { surnames.insert(items[0].key) }
    link(PeopleIndex.form(1, given.key), position)
    if items.count >= 2 {
      link(PeopleIndex.form(2, PeopleIndex.hash(items.suffix(2))), position)
      link(PeopleIndex.form(9, PeopleIndex.hash(items[...])), position)
    }
  }

  private mutating func link(_ form: UInt64, _ person: Int32) {
    links.append((person, heads[form] ?? -1))
    heads.set(Int32(links.count - 1), for: form)
  }

  private static func hash(_ items: ArraySlice<Item>) -> UInt64 {
    items.reduce(0) { combined($0, $1.key) }
  }

  @inline(__always)
  private static func form(_ kind: UInt64, _ hash: UInt64) -> UInt64 {
    combined(kind, hash)
  }
}
