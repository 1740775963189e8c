import Campaigns
import CivilTime
import Vietnamese
import Wire

// Dossiers (hồ sơ đề nghị): where each is, what is missing, what comes next.

extension DossierState {
  var words: String {
    switch self {
    case .draft: "đang lập"
    case .submitted: "chờ thẩm định"
    case .returned: "trả lại để bổ sung"
    case .accepted: "đủ điều kiện, chờ Hội đồng xét"
    case .selected: "Hội đồng đã nhất trí"
    case .notSelected: "Hội đồng chưa chọn"
    case .forwarded: "đã trình cấp trên"
    case .awarded: "đã có quyết định khen thưởng"
    }
  }

  /// Who has it now; `nil` once it is settled.
  fileprivate var holder: Holder? {
    switch self {
    case .draft, .returned: .officer
    case .submitted, .selected: .secretary
    case .accepted: .council
    case .forwarded: .superior
    case .notSelected, .awarded: nil
    }
  }

  fileprivate enum Holder: String {
    case officer, secretary, council, superior
  }
}

extension DocumentKind {
  var words: String {
    switch self {
    case .proposal: "tờ trình"
    case .minutes: "biên bản"
    case .achievementReport: "báo cáo thành tích"
    case .initiative: "sáng kiến"
    case .other: "giấy tờ khác"
    }
  }
}

extension HonourRule.Share.Bound {
  fileprivate var words: String {
    switch self {
    case .atLeast(let percent): "ít nhất \(percent) %"
    case .over(let percent): "trên \(percent) %"
    }
  }
}

extension DossierWarning {
  var words: String {
    switch self {
    case .notRegistered:
      "chưa đăng ký trước danh hiệu này; đó không phải là lý do để từ chối (Luật 06/2022/QH15, Điều 7)"
    case .brokenChain(let honour, let needed, let missingYears, let source):
      "cần \(needed) lần liên tục đạt \(honour), hệ thống chưa có năm \(vietnameseList(missingYears.map(String.init))) (\(source)); nếu đã đạt, xin kèm quyết định"
    case .initiativeUsed(let note, let honour):
      "sáng kiến \(quoted(note)) đã dùng trong hồ sơ \(honour); một sáng kiến chỉ tính một lần (Công văn 5007/BNV-TĐKT)"
    case .tooFewBearers(let honour, let bearers, let people, let needed, let source):
      "tập thể có \(bearers)/\(people) người đạt \(honour), cần \(needed.words) (\(source)); nếu hệ thống chưa có đủ, xin kèm danh sách"
    case .barred(let reason, let since):
      AwardBar(reason: reason, since: since).line + "; chỉ thư ký và Chủ tịch thấy dòng này"
    case .alreadyAwarded(let year):
      "đã được tặng danh hiệu này năm \(year); một thành tích không khen hai lần (Luật 06/2022/QH15, Điều 5 khoản 2)"
    }
  }

  fileprivate var json: JSONValue {
    JSONValue.object(JSONObject([("warning", .string(code)), ("text", .string(words))]))
  }

  private var code: String {
    switch self {
    case .notRegistered: "not_registered"
    case .brokenChain: "broken_chain"
    case .initiativeUsed: "initiative_used"
    case .tooFewBearers: "too_few_bearers"
    case .barred: "barred"
    case .alreadyAwarded: "already_awarded"
    }
  }
}

extension DossierEntry {
  var json: JSONValue { .object(facts) }

  var facts: JSONObject {
    [
      "id": .integer(id), "subject": subject.json, "honour": .string(dossier.honour),
      "name": .string(honour), "year": number(dossier.year),
      "state": .string(dossier.state.rawValue), "holder": optional(dossier.state.holder?.rawValue),
      "due": optional(due), "received_on": optional(dossier.receivedOn),
      "papers": .array(
        dossier.papers.map {
          [
            "document_kind": .string($0.kind.rawValue), "note": optional($0.note),
            "added_on": .string($0.addedOn.iso),
          ]
        }),
      "missing": strings(missing), "warnings": .array(warnings.map(\.json)),
      "reason": optional(dossier.returned?.reason),
      "forwarded_to": optional(dossier.forwardedTo),
    ]
  }

  /// "Chiến sĩ thi đua cơ sở năm 2022".
  var honourAndYear: String { "\(honour) năm \(dossier.year)" }

  /// "hồ sơ Chiến sĩ thi đua cơ sở năm 2022 của Nguyễn Thị Hoa (thôn Buồng Tằm)".
  var name: String { "hồ sơ \(honourAndYear) của \(subject.words)" }

  /// One line of a list: whose, for what, where it is.
  func line(on day: CivilDate?) -> String { "\(subject.words), \(standing(on: day))" }

  /// The same for somebody who asked about this subject, with the next step.
  func statusLine(on day: CivilDate?) -> String {
    "hồ sơ \(standing(on: day))" + (plainStep.map { "; bước tiếp theo: \($0)" } ?? "")
  }

  private func standing(on day: CivilDate?) -> String {
    let parts = [
      "\(honourAndYear): \(dossier.state.words)\(lateWords(dossier.lateReason))",
      holderWords.map { "nơi đang giữ: \($0)" },
      dueWords(on: day), missingWords, dossier.returned.map { "lý do trả lại: \($0.reason)" },
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  var holderWords: String? {
    switch dossier.state.holder {
    case .officer: "cán bộ đơn vị"
    case .secretary: "thư ký Hội đồng"
    case .council: "Hội đồng"
    case .superior: dossier.forwardedTo ?? "cấp trên"
    case nil: nil
    }
  }

  private var due: CivilDate? {
    if let returned = dossier.returned { return returned.completeBy }
    if case .running(let due) = dossier.clock { return due }
    return nil
  }

  func dueWords(on day: CivilDate?) -> String? {
    if let returned = dossier.returned {
      return "bổ sung " + atLatest(returned.completeBy, on: day)
    }
    return switch dossier.clock {
    case .running(let due): "thẩm định " + atLatest(due, on: day)
    case .stopped(let left): "còn \(left) ngày làm việc để thẩm định"
    case .notRunning: nil
    }
  }

  /// "còn thiếu Tờ trình; Biên bản họp xét".
  var missingWords: String? {
    missing.isEmpty ? nil : "còn thiếu \(missing.joined(separator: "; "))"
  }

  /// What must be looked at before it goes on: missing papers, then the warnings.
  var noticeLines: [String] {
    (missingWords.map { [sentence($0) + "."] } ?? [])
      + titled("Lưu ý:", warnings.map { bullet($0.words) })
  }

  /// Who does what now, for those who wait for it.
  private var plainStep: String? {
    switch dossier.state {
    case .draft where !missing.isEmpty: "cán bộ đơn vị thêm giấy tờ rồi nộp"
    case .draft: "cán bộ đơn vị nộp để thẩm định"
    case .submitted: "thư ký Hội đồng thẩm định"
    case .returned: "cán bộ đơn vị bổ sung rồi nộp lại"
    case .accepted: "Hội đồng họp xét"
    case .selected: goesUp ? "trình cấp trên" : "ghi quyết định"
    case .forwarded: "chờ quyết định của \(dossier.forwardedTo ?? "cấp trên")"
    case .notSelected, .awarded: nil
    }
  }

  /// Who does what now, and how it is typed; `nil` once it is settled.
  var nextStep: String? {
    let typed = subject.typed
    return switch dossier.state {
    case .draft where !missing.isEmpty:
      "cán bộ đơn vị thêm giấy tờ (gõ: thêm biên bản vào hồ sơ \(typed)), rồi nộp"
    case .draft: "cán bộ đơn vị nộp để thẩm định (gõ: nộp hồ sơ của \(typed))"
    case .submitted: "thư ký Hội đồng thẩm định (gõ: hồ sơ \(typed) đủ điều kiện)"
    case .returned: "cán bộ đơn vị bổ sung rồi nộp lại (gõ: nộp hồ sơ của \(typed))"
    case .accepted: "Hội đồng họp xét"
    case .selected where goesUp: "trình cấp trên (gõ: trình hồ sơ \(typed) lên cấp trên)"
    case .selected: "ghi quyết định (gõ: ghi quyết định 12/QĐ-UBND khen \(typed))"
    case .forwarded: "chờ quyết định của \(dossier.forwardedTo ?? "cấp trên")"
    case .notSelected, .awarded: nil
    }
  }
}
