import Campaigns
import CivilTime
import Vietnamese
import Wire

// Who changed what (lịch sử thay đổi).

extension History {
  var answer: Answer {
    guard !steps.isEmpty else {
      return Answer(
        "Chưa có thay đổi nào về \(subject.words).",
        ["subject": subject.json, "count": 0, "history": []])
    }
    return Answer(
      lines: ["\(steps.count) thay đổi về \(subject.words):"]
        + shortened(numbered(steps.map(\.line)), "thay đổi"),
      [
        "subject": subject.json, "count": number(steps.count),
        "history": .array(steps.map(\.json)),
      ])
  }
}

extension History.Step {
  fileprivate var line: String {
    // The campaign and the subject are known to who asked.
    let facts = detail.split(separator: " · ").dropFirst(2).map { fact in
      History.Step.facts[String(fact)] ?? String(fact)
    }
    return "\(receipt.at.vietnamese), \(by ?? "quản trị"): \(words)"
      + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))") + ", mã \(receipt.code)"
  }

  fileprivate var json: JSONValue {
    [
      "receipt": .string(receipt.code), "at": .string(receipt.at.iso), "by": optional(by),
      "act": .string(act), "detail": .string(detail),
    ]
  }

  /// What the trail keeps by its code.
  private static let facts = ["accept": "đủ điều kiện", "return": "trả lại"]

  private var words: String { History.Step.words[act] ?? "thay đổi" }

  /// By the names of the trail.
  private static let words: [String: String] = [
    "registration.create": "đăng ký", "registration.change": "đổi đăng ký",
    "registration.withdraw": "rút đăng ký", "pledge.sign": "ký giao ước",
    "work.register": "đăng ký công trình, phần việc", "work.progress": "báo tiến độ",
    "target.report": "báo số liệu", "dossier.create": "lập hồ sơ",
    "dossier.attach": "thêm giấy tờ", "dossier.submit": "nộp hồ sơ",
    "dossier.appraise": "thẩm định", "council.close": "Hội đồng xét",
    "award.decide": "ghi quyết định khen thưởng", "award.forward": "trình cấp trên",
    "award.revoke": "thu hồi khen thưởng", "feedback.submit": "gửi phản ánh",
    "feedback.reply": "trả lời phản ánh", "example.submit": "giới thiệu gương",
    "example.approve": "duyệt gương", "undo": "hoàn tác",
  ]
}
