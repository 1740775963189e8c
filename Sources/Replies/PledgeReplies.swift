import Campaigns
import CivilTime
import Vietnamese
import Wire

// Pledges (giao ước thi đua).

extension PledgeList {
  var answer: Answer {
    let place = unit.map { " của \($0)" } ?? ""
    let data: JSONObject = [
      "count": number(signed.count), "missing": missing.map { number($0.count) } ?? .null,
      "missing_people": .array((missing ?? []).map(\.json)),
      "pledges": .array(signed.map(\.json)),
    ]
    guard let missing else { return own(data) }
    let left =
      missing.isEmpty
      ? ["Mọi người đã ký."]
      : titled(
        "\(missing.count) người chưa ký:", shortened(missing.map { bullet($0.words) }, "người"))
    guard !signed.isEmpty else {
      return Answer(
        lines: [
          "Chưa có giao ước thi đua nào\(place) được ký, phong trào \(campaign). Gõ: ký giao ước thi đua"
        ] + (missing.isEmpty ? [] : left), data)
    }
    return Answer(
      lines: ["\(signed.count) giao ước thi đua\(place) đã ký, phong trào \(campaign):"]
        + shortened(numbered(signed.map(\.line)), "giao ước") + left, data)
  }

  /// What a member sees: the own pledge.
  private func own(_ data: JSONObject) -> Answer {
    guard let pledge = signed.first else {
      return Answer(
        "Anh/chị chưa ký giao ước thi đua, phong trào \(campaign). Gõ: tôi ký giao ước thi đua",
        data)
    }
    return Answer("Anh/chị \(pledge.statusLine), phong trào \(campaign).", data)
  }
}

extension PledgeEntry {
  var json: JSONValue { .object(facts) }

  /// "đã ký giao ước thi đua ngày 10/01/2022: “không để ai bỏ học”".
  var statusLine: String { "đã ký giao ước thi đua \(signedWhen)" }

  fileprivate var line: String { "\(subject.words): \(signedWhen)" }

  private var signedWhen: String {
    "ngày \(pledge.signedAt.date.vietnamese)" + lateWords(pledge.lateReason)
      + (pledge.text.map { ": " + quoted($0) } ?? "")
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
