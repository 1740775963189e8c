import Campaigns
import CivilTime
import Vietnamese
import Wire

// Asking all who still owe something, and who has seen what was sent.

extension DutyDue {
  func nudgedWords(told: [String], already: Int) -> ChangeWords {
    ChangeWords(
      event: "nudged", what: "Đã nhắc \(told.count) người: \(title)", state: "đã gửi",
      details: shortened(told.map(bullet), "người")
        + (already > 0 ? ["\(already) người nữa đã được nhắc hôm nay nên không nhắc lại"] : []),
      next: "gõ “ai đã xem lời nhắc” để biết ai đã xem",
      data: json.merging(["told": number(told.count), "names": strings(told)]))
  }
}

extension Readership {
  var answer: Answer {
    let place = unit.map { " của \($0)" } ?? ""
    return Answer(
      lines: sendings.isEmpty
        ? ["Gần đây chưa có thông báo, lời nhắc nào gửi cho mọi người\(place)."]
        : sendings.flatMap(\.lines),
      ["sendings": .array(sendings.map { .object($0.facts) })])
  }
}

extension Readership.Sending {
  private var seen: [Readership.Reader] { readers.filter { $0.seenAt != nil } }
  private var unseen: [Readership.Reader] { readers.filter { $0.seenAt == nil } }

  fileprivate var lines: [String] {
    let missing = unseen.isEmpty ? "" : "; chưa xem:"
    return [
      "\(kind.words)\(text.map { " " + quoted($0) } ?? "")\(by.map { " của \($0)" } ?? ""), \(at.vietnamese): \(seen.count)/\(readers.count) người đã xem\(missing)"
    ] + shortened(unseen.map { bullet($0.name) }, "người")
  }

  fileprivate var facts: JSONObject {
    [
      "kind": .string(kind.rawValue), "at": .string(at.iso), "by": optional(by),
      "text": optional(text), "told": number(readers.count), "seen": number(seen.count),
      "unseen": strings(unseen.map(\.name)),
      "seen_by": .array(
        seen.map { ["name": .string($0.name), "at": .string($0.seenAt?.iso ?? "")] }),
    ]
  }
}

extension Readership.Kind {
  fileprivate var words: String {
    switch self {
    case .announcement: "Thông báo"
    case .laterDay: "Gia hạn"
    case .nudge: "Lời nhắc"
    case .digest: "Lời nhắc tự động"
    }
  }
}
