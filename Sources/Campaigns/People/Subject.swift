/// Whoever can be registered, proposed and honoured (đối tượng).
package enum Subject: Hashable, Sendable {
  case person(PersonID)
  case unit(UnitID)
  /// The household (hộ gia đình) of a person that the organization knows.
  case household(of: PersonID)

  package var kind: SubjectKind {
    switch self {
    case .person: .person
    case .unit: .collective
    case .household: .household
    }
  }
}

extension Subject {
  /// The person himself, or his household.
  package func isOwn(of person: PersonID) -> Bool {
    self == .person(person) || self == .household(of: person)
  }
}

/// Cá nhân, tập thể, hộ gia đình: the law's three kinds of those who are honoured.
package enum SubjectKind: String, Sendable, CaseIterable {
  case person, collective, household
}

/// A subject with the name it is called by and where it belongs, for words and lists.
package struct NamedSubject: Hashable, Sendable {
  package let subject: Subject
  package let name: String
  /// The unit the subject belongs to, as written; `nil` for a unit itself.
  package let unit: String?

  package init(subject: Subject, name: String, unit: String?) {
    self.subject = subject
    self.name = name
    self.unit = unit
  }
}
