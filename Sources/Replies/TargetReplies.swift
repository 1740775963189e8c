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
      "figures": .array(figures.map { .object($0.facts) }),
    ]
  }
}

extension Target.Figure {
  var facts: JSONObject {
    [
      "label": optional(label), "direction": .string(direction.rawValue),
      "value": thousandths.map(decimal) ?? .null, "up_to": upToThousandths.map(decimal) ?? .null,
      "unit": .string(unit),
    ]
  }
}

extension Target.Figure {
  /// "tiểu học dưới 1 %"; `nil` for a standard without a number or label.
  fileprivate var words: String? {
    guard let goal else { return label }
    return (label.map { $0 + " " } ?? "") + goal
  }

  /// "dưới 1 %"; `nil` for a standard without a number.
  private var goal: String? {
    guard let thousandths else { return nil }
    let span = upToThousandths.map { "–" + thousandthsWords($0) } ?? ""
    return directionWords + thousandthsWords(thousandths) + span + measure
  }

  private var measure: String { unit.isEmpty ? "" : " " + unit }

  var goalWords: String { goal ?? "giữ vững" }

  /// What was reported, in the figure's measure: "93 %".
  func words(of reported: Int64) -> String {
    thousandthsWords(reported) + (thousandths == nil ? " %" : measure)
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
func decimal(_ thousandths: Int64) -> JSONValue {
  thousandths % 1000 == 0 ? .integer(thousandths / 1000) : .number(Double(thousandths) / 1000)
}

/// "99,64", "428.000.000".
func thousandthsWords(_ thousandths: Int64) -> String {
  let sign = thousandths < 0 ? "-" : ""
  let whole = vietnameseNumber(Int(thousandths.magnitude / 1000))
  var fraction = String(String(1000 + thousandths.magnitude % 1000).dropFirst())
  while fraction.last == "0" { fraction.removeLast() }
  return sign + (fraction.isEmpty ? whole : whole + "," + fraction)
}
