import Campaigns
import CivilTime
import Vietnamese
import Wire

// Counts of a campaign (số liệu tổng hợp).

extension Summary {
  var answer: Answer {
    let place = unit.map { " của \($0)" } ?? ""
    return Answer(
      lines: [
        "Số liệu tổng hợp\(place), phong trào \(campaign), đến ngày \(day.vietnamese):",
        bullet(
          "Đăng ký: \(registeredPeople)/\(people) người\(details(registrations.map(\.words)))"),
        bullet("Giao ước thi đua: \(pledges)"),
        bullet("Công trình, phần việc, mô hình, sự kiện: \(works), hoàn thành \(worksDone)"),
        bullet("Hồ sơ: \(dossierCount)\(details(dossiers.map(\.words)))"),
        bullet("Khen thưởng: \(awardCount)\(details(awards.map(\.words)))"),
      ] + titled("Theo đơn vị:", shortened(byUnit.map { bullet($0.words) }, "đơn vị")), data)
  }

  private var dossierCount: Int { dossiers.reduce(0) { $0 + $1.count } }
  private var awardCount: Int { awards.reduce(0) { $0 + $1.count } }

  private func details(_ parts: [String]) -> String {
    parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }

  private var data: JSONObject {
    [
      "date": .string(day.iso), "unit": optional(unit), "people": number(people),
      "registered_people": number(registeredPeople),
      "registrations": .array(registrations.map(\.json)), "pledges": number(pledges),
      "works": number(works), "works_done": number(worksDone),
      "dossiers": .array(
        dossiers.map { ["state": .string($0.state.rawValue), "count": number($0.count)] }),
      "awards": .array(awards.map(\.json)),
      "units": .array(
        byUnit.map {
          [
            "unit": .string($0.unit), "registrations": number($0.registrations),
            "works": number($0.works), "dossiers": number($0.dossiers),
            "awards": number($0.awards),
          ]
        }),
    ]
  }
}

extension Summary.Count {
  fileprivate var words: String { "\(name): \(count)" }

  fileprivate var json: JSONValue { ["name": .string(name), "count": number(count)] }
}

extension Summary.InState {
  fileprivate var words: String { "\(state.words): \(count)" }
}

extension Summary.UnitLine {
  fileprivate var words: String {
    "\(unit): \(registrations) đăng ký, \(works) công trình, \(dossiers) hồ sơ, \(awards) khen thưởng"
  }
}
