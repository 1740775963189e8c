import Campaigns
import CivilTime
import Vietnamese
import Wire

// Figures that were reported, set against the targets.

extension AttainmentList {
  var answer: Answer {
    let place = unit.map { " của \($0)" } ?? ""
    let met = figures.count { $0.isMet == true }
    let silentLine =
      silent == 0 ? "" : "Chưa có số liệu: \(silent) chỉ tiêu. Gõ, ví dụ: bảo hiểm y tế đạt 93 %"
    let data: JSONObject = [
      "count": number(figures.count), "met": number(met), "silent": number(silent),
      "figures": .array(figures.map(\.json)),
    ]
    guard !figures.isEmpty else {
      return Answer(
        lines: [
          "Chưa có số liệu chỉ tiêu nào\(place) được báo, phong trào \(campaign).", silentLine,
        ],
        data)
    }
    return Answer(
      lines: ["Số liệu\(place) so với chỉ tiêu, phong trào \(campaign) (đạt \(met)):"]
        + shortened(
          zip(numbered(figures.map(\.line)), figures).flatMap { [$0] + $1.unitLines },
          "dòng")
        + [silentLine], data)
  }
}

extension FigureEntry {
  fileprivate var isMet: Bool? { reported.map { figure.isMet(by: $0.thousandths) } }

  /// "Bảo hiểm y tế", "Phổ cập giáo dục – tiểu học".
  var name: String { target.title + (figure.label.map { " – " + $0 } ?? "") }

  fileprivate var line: String { "\(name) (chỉ tiêu: \(figure.goalWords)): \(standing)" }

  /// "93 %, đạt chỉ tiêu (số liệu ngày 10/05/2024)".
  private var standing: String {
    guard let reported else { return "chưa có số liệu" }
    let share =
      figure.isShare
      ? "" : figure.share(of: reported.thousandths).map { ", bằng \($0) % chỉ tiêu" } ?? ""
    return figure.words(of: reported.thousandths)
      + (figure.isMet(by: reported.thousandths) ? ", đạt chỉ tiêu" : ", chưa đạt") + share
      + " (số liệu ngày \(reported.day.vietnamese))"
  }

  fileprivate var unitLines: [String] {
    byUnit.map { part in
      "  + \(part.unit): \(figure.words(of: part.reported.thousandths)) (ngày \(part.reported.day.vietnamese))"
    }
  }

  fileprivate var json: JSONValue { .object(facts) }

  private var facts: JSONObject {
    JSONObject([("target", .string(target.id)), ("title", .string(target.title))])
      .merging(figure.facts)
      .merging([
        "figure": number(index), "reported": reported.map { decimal($0.thousandths) } ?? .null,
        "date": optional(reported?.day), "met": isMet.map { .bool($0) } ?? .null,
        "share": reported.flatMap { figure.share(of: $0.thousandths) }.map(number) ?? .null,
        "by_unit": .array(
          byUnit.map {
            [
              "unit": .string($0.unit), "reported": decimal($0.reported.thousandths),
              "date": .string($0.reported.day.iso),
            ]
          }),
      ])
  }

  func reportedWords(of unit: String?, _ value: Int64, before: Reported?) -> ChangeWords {
    let old = before.map {
      " (trước đó \(figure.words(of: $0.thousandths)), ngày \($0.day.vietnamese))"
    }
    return ChangeWords(
      event: "figure_reported",
      what: "Đã ghi nhận \(name)\(unit.map { " của \($0)" } ?? ""): \(figure.words(of: value))"
        + (old ?? ""),
      state: isMet.map { $0 ? "đạt chỉ tiêu" : "chưa đạt chỉ tiêu" },
      details: ["Chỉ tiêu: \(figure.goalWords). Số liệu chung: \(standing)."],
      next: "gõ “kết quả thực hiện các chỉ tiêu” để xem tất cả",
      data: facts.merging([
        "of_unit": optional(unit), "number": decimal(value),
        "before": before.map { decimal($0.thousandths) } ?? .null,
      ]))
  }
}

extension TargetRefusal {
  var answer: Answer {
    switch self {
    case .noTargets(let campaign):
      Answer(
        "Kế hoạch \(campaign) không giao chỉ tiêu bằng số nên không ghi số liệu. Gõ: xem kế hoạch")
    case .unknown(let asWritten):
      Answer("Kế hoạch không có chỉ tiêu nào hợp với \(quoted(asWritten)). Gõ: xem chỉ tiêu")
    case .which(let titles):
      Answer(
        lines: ["Có \(titles.count) chỉ tiêu hợp với lời báo; xin ghi rõ tên:"]
          + shortened(titles.map(bullet), "chỉ tiêu"),
        ["targets": strings(titles)])
    case .whichFigure(let target, let labels):
      Answer(
        lines: ["Chỉ tiêu \(quoted(target)) gồm \(labels.count) số liệu; xin nói rõ số nào:"]
          + labels.map(bullet)
          + (labels.first.map { ["Gõ, ví dụ: báo chỉ tiêu \($0) đạt 93 %"] } ?? []),
        ["target": .string(target), "labels": strings(labels)])
    case .impossibleShare(let target):
      Answer(
        "Tỷ lệ của chỉ tiêu \(quoted(target)) phải từ 0 đến 100 %. Xin báo lại.",
        ["target": .string(target)])
    case .wrongMeasure(let target, let unit):
      Answer(
        unit.isEmpty
          ? "Chỉ tiêu \(quoted(target)) không tính theo đơn vị vừa báo. Chỉ tiêu giữ vững thì báo tỷ lệ, ví dụ 100 %; chỉ tiêu khác thì báo con số."
          : "Chỉ tiêu \(quoted(target)) tính bằng \(unit). Xin báo lại theo đúng đơn vị tính này.",
        ["target": .string(target), "unit": .string(unit)])
    }
  }
}
