import Campaigns
import CivilTime
import Vietnamese
import Wire

// Awards (khen thưởng đã quyết định).

extension AwardList {
  var answer: Answer {
    let place = [
      unit.map { " của \($0)" }, year.map { " năm \($0)" }, campaign.map { ", phong trào \($0)" },
    ].compactMap(\.self).joined()
    guard !awards.isEmpty else {
      return Answer("Chưa có khen thưởng nào\(place).", ["count": 0, "awards": []])
    }
    let lines = awards.map { $0.line(namesCampaign: campaign == nil) }
    return Answer(
      lines: ["\(awards.count) khen thưởng\(place):"] + shortened(numbered(lines), "khen thưởng"),
      ["count": number(awards.count), "awards": .array(awards.map(\.json))])
  }
}

extension AwardEntry {
  /// "Chiến sĩ thi đua cơ sở năm 2022 (quyết định 12/QĐ-UBND ngày 12/12/2022, Chủ tịch UBND xã)".
  var honourLine: String {
    "\(honour) năm \(award.year) (quyết định \(award.decision) ngày \(award.decidedOn.vietnamese), \(award.decidedBy))"
  }

  fileprivate func line(namesCampaign: Bool) -> String {
    "\(subject.words): \(honourLine)" + (namesCampaign ? ", phong trào \(campaign)" : "")
      + (notes.isEmpty ? "" : "; " + noteWords)
  }

  /// What became of it since: "đã thu hồi ngày …; đã đính chính ngày …", or nothing.
  var noteWords: String { notes.joined(separator: "; ") }

  private var notes: [String] {
    [
      award.revocation.map { "đã thu hồi ngày \($0.day.vietnamese), lý do: \($0.reason)" },
      award.correction.map {
        "đã đính chính ngày \($0.day.vietnamese), trước ghi \($0.before), lý do: \($0.reason)"
      },
    ].compactMap(\.self)
  }

  var json: JSONValue {
    [
      "subject": subject.json, "honour": .string(award.honour), "name": .string(honour),
      "year": number(award.year), "number": .string(award.decision),
      "date": .string(award.decidedOn.iso), "decided_by": .string(award.decidedBy),
      "campaign_title": .string(campaign), "revoked": .bool(award.revocation != nil),
    ]
  }

  var revokedWords: ChangeWords {
    ChangeWords(
      event: "revoked", what: "Đã ghi thu hồi \(honour) năm \(award.year) của \(subject.words)",
      state: "đã thu hồi", details: [award.revocation.map { "Lý do: \($0.reason)" } ?? ""],
      next: "gõ “ai được khen thưởng” để xem danh sách đã sửa",
      data: [
        "subject": subject.json, "honour": .string(award.honour),
        "reason": optional(award.revocation?.reason),
      ])
  }
}

extension NamedSubject {
  func barredWords(_ reason: String?) -> ChangeWords {
    ChangeWords(
      event: "barred", what: "Đã ghi tạm dừng xét khen \(words)\(reasonWords(reason))",
      state: "chỉ thư ký và Chủ tịch thấy ghi nhận này",
      next: "khi giải quyết xong, gõ: gỡ tạm dừng xét khen \(typed)",
      data: ["subject": json, "reason": optional(reason)])
  }

  func barLiftedWords(_ reason: String?) -> ChangeWords {
    ChangeWords(
      event: "bar_lifted", what: "Đã gỡ tạm dừng xét khen \(words)\(reasonWords(reason))",
      state: "được xét khen trở lại", next: "gõ “hồ sơ của \(typed)” để xem",
      data: ["subject": json, "reason": optional(reason)])
  }
}

extension AwardBar {
  /// For those who keep it.
  var line: String {
    "đang tạm dừng xét khen từ ngày \(since.vietnamese)\(reasonWords(reason))"
  }
}

extension BarRefusal {
  var answer: Answer {
    switch self {
    case .alreadyThere(let subject, let since):
      Answer(
        "\(sentence(subject.words)) đã được ghi tạm dừng xét khen từ ngày \(since.vietnamese). Gõ: gỡ tạm dừng xét khen \(subject.typed)",
        ["subject": subject.json, "since": .string(since.iso)])
    case .none(let subject):
      Answer(
        "\(sentence(subject.words)) không có ghi nhận tạm dừng xét khen nào.",
        ["subject": subject.json])
    }
  }
}

/// ", lý do: …", or nothing.
func reasonWords(_ reason: String?) -> String { reason.map { ", lý do: \($0)" } ?? "" }

func correctedWords(_ entries: [AwardEntry]) -> ChangeWords {
  let first = entries.first?.award
  return ChangeWords(
    event: "corrected",
    what:
      "Đã đính chính quyết định khen thưởng của \(vietnameseList(entries.map(\.subject.words))): từ \(first?.correction?.before ?? "") thành \(first?.decision ?? "") ngày \(first?.decidedOn.vietnamese ?? "")",
    details: [first?.correction.map { "Lý do: \($0.reason)" } ?? ""],
    next: "gõ “ai được khen thưởng” để xem danh sách đã sửa",
    data: [
      "number": optional(first?.decision), "date": optional(first?.decidedOn),
      "before": optional(first?.correction?.before), "reason": optional(first?.correction?.reason),
      "awards": .array(entries.map(\.json)),
    ])
}

/// One decision can honour several.
func awardedWords(_ entries: [AwardEntry]) -> ChangeWords {
  let decision = entries.first.map { first in
    " \(first.award.decision) ngày \(first.award.decidedOn.vietnamese) của \(first.award.decidedBy)"
  }
  return ChangeWords(
    event: "awarded",
    what: "Đã ghi quyết định khen thưởng\(decision ?? ""), \(entries.count) trường hợp",
    state: DossierState.awarded.words,
    details: shortened(
      entries.map { bullet("\($0.subject.words): \($0.honour) năm \($0.award.year)") },
      "trường hợp"),
    next: "công bố và trao thưởng; gõ “ai được khen thưởng” để xem tất cả",
    data: [
      "subject": entries.count == 1 ? entries.first?.subject.json ?? .null : .null,
      "honours": strings(entries.map(\.award.honour)),
      "number": optional(entries.first?.award.decision),
      "date": optional(entries.first?.award.decidedOn),
      "decided_by": optional(entries.first?.award.decidedBy),
      "awards": .array(entries.map(\.json)),
    ])
}

extension AwardRefusal {
  var answer: Answer {
    switch self {
    case .beforeSitting(let day, let closed):
      Answer(
        "Ngày quyết định \(day.vietnamese) trước ngày Hội đồng họp xong (\(closed.vietnamese)). Xin kiểm tra lại ngày.",
        ["date": .string(day.iso), "closed": .string(closed.iso)])
    case .publicNotice(let until):
      Answer(
        "Kế hoạch cho công khai kết quả để lấy ý kiến đến hết \(until.vietnameseWithWeekday); quyết định được ký từ ngày sau đó.",
        ["until": .string(until.iso)])
    case .objectionsOpen(let numbers):
      Answer(
        "Còn kiến nghị chưa trả lời trong thời gian công khai: \(vietnameseList(numbers.map { "số \($0)" })). Trả lời rồi mới ghi quyết định. Gõ: trả lời phản ánh \(numbers.first ?? 0): NỘI DUNG",
        ["numbers": .array(numbers.map { .integer($0) })])
    case .nobodySelected(let campaign):
      Answer(
        "Phong trào \(campaign) chưa có ai được Hội đồng nhất trí mà chờ quyết định của đơn vị mình. Gõ: danh sách hồ sơ"
      )
    case .alreadyDecided(let subject, let number, let day):
      Answer(
        "\(sentence(subject.words)) đã có quyết định \(number) ngày \(day.vietnamese). Muốn đính chính thì cần lý do.",
        ["subject": subject.json, "number": .string(number), "date": .string(day.iso)])
    case .none(let subject):
      Answer(
        "\(sentence(subject.words)) chưa có khen thưởng nào. Gõ: ai được khen thưởng",
        ["subject": subject.json])
    case .which(let subject, let honours):
      Answer(
        "\(sentence(subject.words)) có \(vietnameseList(honours)); xin nói rõ danh hiệu, hình thức nào.",
        ["subject": subject.json, "honours": strings(honours)])
    case .numberUsed(let number, let day):
      Answer(
        "Quyết định số \(number) đã được ghi, ngày \(day.vietnamese); một số quyết định chỉ thuộc một ngày. Xin kiểm tra lại số và ngày.",
        ["number": .string(number), "date": .string(day.iso)])
    case .conferredHere(let honour, let by):
      Answer(
        "Theo kế hoạch, \(honour) do \(by) tặng nên không trình cấp trên. Gõ: ghi quyết định 12/QĐ-UBND khen HỌ TÊN",
        ["name": .string(honour), "conferred_by": .string(by)])
    case .conferredAbove(let honour, let by):
      Answer(
        "Theo kế hoạch, \(honour) do \(by) tặng nên phải trình cấp trên trước. Gõ: trình hồ sơ HỌ TÊN lên cấp trên",
        ["name": .string(honour), "conferred_by": .string(by)])
    case .dayInFuture(let day):
      Answer(
        "Ngày \(day.vietnamese) chưa đến; quyết định phải được ký rồi mới ghi. Xin ghi lại đúng ngày ký.",
        ["date": .string(day.iso)])
    }
  }
}
