import CivilTime
import Vietnamese

extension Slots {
  /// Every slot that was filled, by its promised name, as one line of text: for files of
  /// utterances and for explanations.
  ///
  /// Subjects are `me`, a name, `unit:…`, `household:…`, `?…` for namesakes, `!…` for strangers.
  package func plain(_ lexicon: Lexicon) -> [String: String] {
    var plain: [String: String] = [:]
    if !honours.isEmpty { plain["honour"] = honours.joined(separator: ",") }
    if honours.isEmpty, !honourCandidates.isEmpty {
      plain["honour"] = "?" + honourCandidates.joined(separator: ",")
    }
    if let subject { plain["subject"] = subject.plain(lexicon) }
    if let unit {
      plain["unit"] =
        unit.candidates.count == 1
        ? lexicon.unitName(of: unit.candidates[0]) ?? unit.asWritten
        : (unit.candidates.isEmpty ? "!" : "?") + unit.asWritten
    }
    if !campaigns.isEmpty { plain["campaign"] = campaigns.joined(separator: ",") }
    if let year { plain["year"] = String(year) }
    if let date { plain["date"] = date.iso ?? "impossible" }
    if let time { plain["time"] = time.iso }
    if let duration { plain["duration"] = duration.iso }
    if let number { plain["number"] = Slots.plain(number) }
    if let percent { plain["percent"] = Slots.plain(percent) }
    if let milestone { plain["milestone"] = milestone.rawValue }
    if let workKind { plain["work_kind"] = workKind.rawValue }
    if let documentKind { plain["document_kind"] = documentKind.rawValue }
    if let decision { plain["decision"] = decision.rawValue }
    if let vote { plain["vote"] = vote.rawValue }
    if let format { plain["format"] = format.rawValue }
    if let text { plain["text"] = text }
    return plain
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
  }
}

extension SubjectSlot {
  fileprivate func plain(_ lexicon: Lexicon) -> String {
    func named(_ prefix: String, _ candidates: [Int64], _ asWritten: String) -> String {
      guard candidates.count == 1, let name = lexicon.name(of: candidates[0], in: self) else {
        return (candidates.isEmpty ? "!" : "?") + prefix + asWritten
      }
      return prefix + name
    }
    switch self {
    case .me: return "me"
    case .spokenOf: return "spoken of"
    case .person(let ids, let name): return named("", ids, name)
    case .unit(let ids, let name): return named("unit:", ids, name)
    case .household(let ids, let name): return named("household:", ids, name)
    case .unresolved(let name): return "!" + name
    }
  }
}
