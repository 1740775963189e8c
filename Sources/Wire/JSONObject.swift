/// The members of a JSON object in the order in which they were written or set.
///
/// Look-up is linear: objects of this protocol have a handful of members. An empty object
/// allocates nothing.
package struct JSONObject: Sendable, Equatable {
  package struct Member: Sendable, Equatable {
    package var key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  package private(set) var members: [Member] = []

  package init() {}

  /// A key that comes twice keeps its first place and its last value.
  package init(_ pairs: some Sequence<(String, JSONValue)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// Trusts the caller that no key comes twice.
  init(distinct members: [Member]) {
    self.members = members
  }

  package var isEmpty: Bool { members.isEmpty }

  /// Setting a key that is there keeps its place, a new one goes to the end, `nil` removes it.
  package subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let place = members.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// No key may come twice: checked in debug builds only, since every answer is made of these.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    assert(Set(elements.map(\.0)).count == elements.count, "a key comes twice")
    self.init(distinct: elements.map { Member($0.0, $0.1) })
  }
}
