import Campaigns
import Understanding

/// Who is meant, as far as the speaker may know.
///
/// Permission comes before names: somebody who may act only for himself learns nothing about
/// whether others exist.
struct SubjectResolver {
  let context: DialogContext
  let act: Act
  /// "anh ấy": the one this conversation spoke of last.
  let spokenOf: Subject?

  /// The speaker if nobody was named.
  func resolve(_ slot: SubjectSlot?, unit: UnitSlot?, prefersHousehold: Bool) -> Resolution<Subject>
  {
    switch slot {
    case .me:
      return own(prefersHousehold: prefersHousehold)
    case nil:
      guard let unit else { return own(prefersHousehold: prefersHousehold) }
      return choose(unit.candidates.map { .unit($0) }, asWritten: unit.asWritten)
    case .person(let candidates, let asWritten):
      let subjects: [Subject] = candidates.map {
        prefersHousehold ? .household(of: $0) : .person($0)
      }
      return choose(narrow(subjects, to: unit), asWritten: asWritten)
    case .unit(let candidates, let asWritten):
      return choose(candidates.map { .unit($0) }, asWritten: asWritten)
    case .household(let candidates, let asWritten):
      return choose(narrow(candidates.map { .household(of: $0) }, to: unit), asWritten: asWritten)
    case .spokenOf:
      guard let spokenOf else { return .ask(.missing(.subject), answers: []) }
      return choose([spokenOf], asWritten: "")
    case .unresolved(let asWritten):
      return choose([], asWritten: asWritten)
    }
  }

  private func own(prefersHousehold: Bool) -> Resolution<Subject> {
    guard let person = context.speaker.person else { return .refuse(.notLoggedIn) }
    return .found(prefersHousehold ? .household(of: person.id) : .person(person.id))
  }

  /// "chị Hoa bên trường tiểu học": the unit narrows namesakes, as long as one is left.
  private func narrow(_ subjects: [Subject], to unit: UnitSlot?) -> [Subject] {
    guard let unit, !unit.candidates.isEmpty else { return subjects }
    let inside = subjects.filter { subject in
      context.directory.unit(of: subject).map { unit.candidates.contains($0) } ?? false
    }
    return inside.isEmpty ? subjects : inside
  }

  private func choose(_ subjects: [Subject], asWritten: String) -> Resolution<Subject> {
    if let refusal = context.refusal(act, .somebodyElse),
      !subjects.contains(where: { context.refusal(act, .subject($0)) == nil })
    {
      return .refuse(refusal)
    }
    let permitted = subjects.filter { context.refusal(act, .subject($0)) == nil }
    guard let first = permitted.first else {
      // Known, but out of reach: the refusal says who could, not whether there is such a person.
      if let subject = subjects.first, let refusal = context.refusal(act, .subject(subject)) {
        return .refuse(refusal)
      }
      return .refuse(.unknownSubject(asWritten: asWritten))
    }
    if permitted.count == 1 { return .found(first) }
    let named = permitted.compactMap { context.directory.named($0) }
    return .ask(
      .choose(.subjects(asWritten: asWritten, named)), answers: named.map { .subject($0.subject) })
  }
}
