import Campaigns
import Vietnamese
import Wire

// Targets (chỉ tiêu) with their figures.

func targetsAnswer(_ campaign: String, _ targets: [Target]) -> Answer {
  targets.isEmpty
    ? Answer("Kế hoạch \(campaign) không giao chỉ tiêu bằng số.", ["targets": []])
    : Answer(
      lines: ["Chỉ tiêu của phong trào \(campaign):"] + numbered(targets.map(\.words)),
      ["targets": .array(targets.map(\.json))])
}

extension Target {
  fileprivate var words: String {
    let shown = figures.compactMap(\.words)
    let figureWords = shown.isEmpty ? "" : ": " + shown.joined(separator: "; ")
    return title + figureWords + (note.map { " (\($0))" } ?? "")
  }

  fileprivate var json: JSONValue {
    [
      "id": .string(id), "title": .string(title),
      "figures": .array(
        figures.map { figure in
          [
            "label": figure.label.map { .string($0) } ?? .null,
            "direction": .string(figure.direction.rawValue),
            "value": figure.thousandths.map(decimal) ?? .null,
            "up_to": figure.upToThousandths.map(decimal) ?? .null,
            "unit": .string(figure.unit),
          ]
        }),
    ]
  }
}

extension Target.Figure {
  /// "tiểu học: dưới 1 %"; `nil` for a standard without a number or label.
  fileprivate var words: String? {
    let label = label.map { $0 + " " } ?? ""
    guard let thousandths else { return self.label }
    let value = thousandthsWords(thousandths)
    let span = upToThousandths.map { "–" + thousandthsWords($0) } ?? ""
    return label + directionWords + value + span + (unit.isEmpty ? "" : " " + unit)
  }

  private var directionWords: String {
    switch direction {
    case .atLeast: "từ "
    case .atMost: "không quá "
    case .below: "dưới "
    case .above: "trên "
    case .exactly, .kept: ""
    }
  }
}

/// Exact: a whole number as an integer.
private func decimal(_ thousandths: Int64) -> JSONValue {
  thousandths % 1000 == 0 ? .integer(thousandths / 1000) : .number(Double(thousandths) / 1000)
}

/// "99,64", "428.000.000".
private func thousandthsWords(_ thousandths: Int64) -> String {
  let whole = vietnameseNumber(Int(thousandths / 1000))
  var fraction = String(String(1000 + thousandths % 1000).dropFirst())
  while fraction.last == "0" { fraction.removeLast() }
  return fraction.isEmpty ? whole : whole + "," + fraction
}
