import Campaigns
import CivilTime
import Vietnamese
import Wire

// Pledges (giao ước thi đua).

extension PledgeList {
  var answer: Answer {
    let place = unit.map { " của \($0)" } ?? ""
    let data: JSONObject = [
      "count": number(signed.count), "missing": missing.map(number) ?? .null,
      "pledges": .array(signed.map(\.json)),
    ]
    let left = missing.map { $0 == 0 ? "Tất cả đã ký." : "Còn \($0) nơi, người chưa ký." } ?? ""
    guard !signed.isEmpty else {
      return Answer(
        lines: [
          "Chưa có giao ước thi đua nào\(place) được ký, phong trào \(campaign). Gõ: ký giao ước thi đua",
          missing == 0 ? "" : left,
        ], data)
    }
    return Answer(
      lines: ["\(signed.count) giao ước thi đua\(place) đã ký, phong trào \(campaign):"]
        + shortened(numbered(signed.map(\.line)), "giao ước") + [left], data)
  }
}

extension PledgeEntry {
  var json: JSONValue { .object(facts) }

  /// "đã ký giao ước thi đua ngày 10/01/2022: “không để ai bỏ học”".
  var statusLine: String { "đã ký giao ước thi đua \(signedWhen)" }

  fileprivate var line: String { "\(subject.words): \(signedWhen)" }

  private var signedWhen: String {
    "ngày \(pledge.signedAt.date.vietnamese)" + (pledge.text.map { ": " + quoted($0) } ?? "")
  }

  private var facts: JSONObject {
    [
      "subject": subject.json, "text": optional(pledge.text),
      "signed_at": .string(pledge.signedAt.iso),
    ]
  }

  var signedWords: ChangeWords {
    ChangeWords(
      event: "pledged", what: "Đã ghi nhận giao ước thi đua của \(subject.words)",
      state: "đã ký",
      details: [pledge.text.map { "Nội dung: \(quoted($0))" } ?? "Nội dung theo kế hoạch."],
      next: "thực hiện giao ước; nếu ký nhầm, gõ “hoàn tác”", data: facts)
  }
}
