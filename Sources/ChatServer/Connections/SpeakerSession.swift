import Campaigns

/// Who speaks on a connection. The person's unit and role are looked up for each message, so that
/// changes count at once.
struct SpeakerSession {
  private(set) var username: String?
  private(set) var person: PersonID?

  mutating func logIn(_ username: String, as person: PersonID) {
    self.username = username
    self.person = person
  }

  mutating func logOut() {
    username = nil
    person = nil
  }

  func speaker(in directory: Directory) -> Speaker {
    person.flatMap { directory.people[$0] }.map { .person($0) } ?? .guest
  }
}
