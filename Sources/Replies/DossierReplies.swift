import Campaigns
import CivilTime
import Vietnamese
import Wire

// Lists of dossiers, changes of one, and why one cannot be changed.

extension DossierList {
  func answer(on day: CivilDate) -> Answer {
    let place = unit.map { " của \($0)" } ?? ""
    return Answer(
      lines: [
        dossiers.isEmpty
          ? "Không có hồ sơ nào như thế\(place), phong trào \(campaign). Gõ, ví dụ: lập hồ sơ giấy khen cho HỌ TÊN"
          : "\(dossiers.count) hồ sơ\(place), phong trào \(campaign):"
      ] + shortened(numbered(dossiers.map { $0.line(on: day) }), "hồ sơ"),
      ["count": number(dossiers.count), "dossiers": .array(dossiers.map(\.json))])
  }
}

extension DossierEntry {
  func openedWords(on day: CivilDate) -> ChangeWords {
    words("dossier_opened", "Đã lập \(name)", on: day)
  }

  func attachedWords(_ paper: Dossier.Paper, on day: CivilDate) -> ChangeWords {
    let note = paper.note.map { " (\($0))" } ?? ""
    return words(
      "paper_attached", "Đã thêm \(paper.kind.words)\(note) vào \(name)", on: day,
      ["document_kind": .string(paper.kind.rawValue), "text": optional(paper.note)])
  }

  func submittedWords(on day: CivilDate) -> ChangeWords {
    words("dossier_submitted", "Đã nộp \(name)", on: day)
  }

  func appraisedWords(on day: CivilDate) -> ChangeWords {
    let what =
      switch dossier.state {
      case .accepted: "Đã ghi nhận \(name) đủ điều kiện"
      case .returned: "Đã trả lại \(name)"
      case .draft, .submitted, .selected, .notSelected, .forwarded, .awarded:
        "Đã thẩm định \(name)"
      }
    return words("dossier_appraised", what, on: day)
  }

  func forwardedWords(to superior: String, reachesInbox: Bool) -> ChangeWords {
    ChangeWords(
      event: "forwarded", what: "Đã ghi nhận trình \(name) lên \(superior)",
      state: dossier.state.words,
      details: [
        reachesInbox
          ? "Thư ký của \(superior) đã được báo trên hệ thống."
          : "\(sentence(superior)) chưa dùng hệ thống này: xin gửi hồ sơ qua đường văn bản."
      ] + noticeLines,
      next: nextStep,
      data: facts.merging(["to": .string(superior), "reaches_inbox": .bool(reachesInbox)]))
  }

  private func words(
    _ event: String, _ what: String, on day: CivilDate, _ more: JSONObject = [:]
  ) -> ChangeWords {
    ChangeWords(
      event: event, what: what, state: dossier.state.words,
      details: [
        dossier.returned.map { "Lý do trả lại: \($0.reason)" } ?? "",
        dueWords(on: day).map { sentence($0) + "." } ?? "",
      ] + noticeLines,
      next: nextStep, data: facts.merging(more))
  }
}

extension DossierEvent {
  /// "nộp" in: "chưa nộp được".
  fileprivate var words: String {
    switch self {
    case .attach: "thêm giấy tờ"
    case .submit: "nộp"
    case .accept: "ghi nhận đủ điều kiện"
    case .return: "trả lại"
    case .select, .passOver: "ghi kết quả xét chọn"
    case .forward: "trình cấp trên"
    case .decide: "ghi quyết định"
    }
  }
}

extension DossierRefusal {
  var answer: Answer {
    switch self {
    case .none(let subject, let honour):
      Answer(
        "\(sentence(subject.words)) chưa có hồ sơ đề nghị\(honour.map { " \($0)" } ?? ""). Gõ: lập hồ sơ \(honour ?? "giấy khen") cho \(subject.typed)",
        ["subject": subject.json, "name": optional(honour)])
    case .which(let subject, let honours):
      Answer(
        "\(sentence(subject.words)) có \(honours.count) hồ sơ: \(vietnameseList(honours.map(\.name))). Xin nói lại kèm danh hiệu.",
        ["subject": subject.json, "honours": strings(honours.map(\.code))])
    case .beforeCouncil(let entry):
      Answer(
        "\(sentence(entry.name)) đang được Hội đồng bỏ phiếu nên không thay đổi được. Kết thúc phiên họp trước, gõ: kết thúc phiên họp hội đồng",
        entry.facts)
    case .alreadyThere(let entry):
      Answer(
        lines: [
          "\(sentence(entry.name)) đã có, \(entry.dossier.state.words); không lập thêm.",
          entry.nextLine,
        ], entry.facts)
    case .state(let entry, let wanted):
      Answer(
        lines: [
          "\(sentence(entry.name)) \(entry.dossier.state.stateWords) nên không \(wanted.words) được.",
          "Theo quy trình, chỉ \(wanted.words) khi hồ sơ \(vietnameseList(wanted.allowingStates.map { quoted($0.words) }, last: "hoặc")).",
          entry.nextLine,
        ], entry.facts.merging(["wanted": .string(wanted.rawValue)]))
    case .papersMissing(let entry, let titles):
      Answer(
        lines: ["\(sentence(entry.name)) còn thiếu giấy tờ theo kế hoạch:"] + titles.map(bullet)
          + ["Gõ, ví dụ: thêm biên bản vào hồ sơ \(entry.subject.typed)"],
        entry.facts.merging(["missing": strings(titles)]))
    }
  }
}

extension DossierEvent {
  fileprivate var allowingStates: [DossierState] {
    DossierState.allCases.filter { $0.after(self) != nil }
  }
}

extension DossierState {
  /// After the dossier's name: "đang ở trạng thái “chờ thẩm định”".
  fileprivate var stateWords: String { "đang ở trạng thái \(quoted(words))" }
}

extension DossierEntry {
  fileprivate var nextLine: String { nextStep.map { "Bước tiếp theo: \($0)." } ?? "" }
}
