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
      + (award.revocation.map {
        "; đã thu hồi ngày \($0.day.vietnamese), lý do: \($0.reason)"
      } ?? "")
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
    case .none(let subject):
      Answer(
        "\(sentence(subject.words)) chưa có khen thưởng nào để thu hồi. Gõ: ai được khen thưởng",
        ["subject": subject.json])
    case .which(let subject, let honours):
      Answer(
        "\(sentence(subject.words)) có \(vietnameseList(honours)); xin nói rõ thu hồi danh hiệu, hình thức nào.",
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
