import Campaigns
import CivilTime
import Vietnamese
import Wire

// Honours: what can be registered, under which conditions, with which papers.

extension RegistrableHonours {
  var answer: Answer {
    let head =
      registration.map { entry in
        "Phong trào \(campaign): các danh hiệu, hình thức khen thưởng có thể đăng ký (\(entry.end)):"
      } ?? "Phong trào \(campaign) không có bước đăng ký danh hiệu; có thể được xét khen thưởng:"
    return Answer(
      lines: [head] + honours.map { bullet($0.words) },
      [
        "registration": registration?.json ?? .null,
        "honours": .array(honours.map(\.json)),
      ])
  }
}

extension RegistrableHonours.Entry {
  fileprivate var words: String {
    let kinds = vietnameseList(kinds.map(\.words))
    return "\(name) (\(kinds)) – \(conferredBy)" + (proposedUpward ? ", xã đề nghị lên trên" : "")
  }

  fileprivate var json: JSONValue {
    [
      "honour": .string(code), "name": .string(name),
      "kinds": strings(kinds.map(\.rawValue)), "conferred_by": .string(conferredBy),
      "proposed_upward": .bool(proposedUpward),
    ]
  }
}

func criteriaAnswer(_ criteria: [HonourCriteria]) -> Answer {
  Answer(
    lines: criteria.flatMap(\.lines), ["honours": .array(criteria.map(\.json))])
}

extension HonourCriteria {
  fileprivate var lines: [String] {
    ["\(name) (\(vietnameseList(kinds.map(\.words)))):"] + planLines + ruleLines
  }

  private var planLines: [String] {
    guard let plan, let campaign, !plan.criteria.isEmpty else { return [] }
    return ["Theo kế hoạch \(campaign) (\(plan.source)), \(plan.conferredBy) tặng:"]
      + plan.criteria.flatMap { group in
        ["  \(sentence(group.group)):"] + group.conditions.map { "  + " + $0 }
      }
  }

  private var ruleLines: [String] {
    guard let rule else { return ["Vào thời điểm này pháp luật không quy định danh hiệu này."] }
    return ["Theo pháp luật (\(rule.source)), thẩm quyền: \(rule.decidedBy)."]
      + rule.conditions.map(bullet)
      + (rule.alternatives.isEmpty
        ? [] : ["Và đạt một trong các điều kiện:"] + rule.alternatives.map(bullet))
      + zip(rule.prerequisites, prerequisiteNames).map { prerequisite, name in
        bullet("đã có \(prerequisite.consecutiveYears) lần liên tục đạt \(name)")
      }
      + (rule.councilThreshold.map {
        [bullet("Hội đồng bỏ phiếu: từ \($0) % tổng số thành viên trở lên đồng ý")]
      } ?? [])
  }

  fileprivate var json: JSONValue {
    var members: JSONObject = [
      "honour": .string(code), "name": .string(name), "kinds": strings(kinds.map(\.rawValue)),
    ]
    if let rule {
      members["rule"] = [
        "source": .string(rule.source), "decided_by": .string(rule.decidedBy),
        "conditions": strings(rule.conditions), "alternatives": strings(rule.alternatives),
        "prerequisites": .array(
          rule.prerequisites.map {
            [
              "honour": .string($0.honour),
              "consecutive_years": .integer(Int64($0.consecutiveYears)),
            ]
          }),
        "council_threshold": rule.councilThreshold.map { .integer(Int64($0)) } ?? .null,
      ]
    }
    if let plan {
      members["plan"] = [
        "conferred_by": .string(plan.conferredBy),
        "criteria": .array(
          plan.criteria.map {
            ["group": .string($0.group), "conditions": strings($0.conditions)]
          }),
      ]
    }
    return .object(members)
  }
}

func requirementsAnswer(
  _ campaign: String, _ papers: DossierRequirements?, _ honours: [String]
) -> Answer {
  guard let papers else {
    return Answer(
      lines: [
        "Kế hoạch \(campaign) không quy định riêng thành phần hồ sơ.",
        "Thường gồm: tờ trình, báo cáo thành tích, biên bản họp xét (theo luật Thi đua, khen thưởng).",
      ],
      ["papers": []])
  }
  return Answer(
    lines: ["Hồ sơ đề nghị khen thưởng, phong trào \(campaign) (\(papers.source)):"]
      + numbered(papers.papers.map(\.title)) + [papers.note ?? ""],
    [
      "papers": .array(
        papers.papers.map {
          ["document_kind": .string($0.kind.rawValue), "title": .string($0.title)]
        })
    ])
}
