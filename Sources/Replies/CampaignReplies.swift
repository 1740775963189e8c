import Campaigns
import CivilTime
import Vietnamese
import Wire

// What a plan says about itself.

func campaignsAnswer(_ entries: [CampaignEntry]) -> Answer {
  guard !entries.isEmpty else {
    return Answer("Không có phong trào nào trong khoảng thời gian đó.", ["campaigns": []])
  }
  return Answer(
    lines: ["Các phong trào thi đua:"]
      + numbered(entries.map(\.words)),
    ["campaigns": .array(entries.map(\.json))])
}

extension CampaignEntry {
  /// "Đồng khởi mới – xã Mỹ Thạnh (13/03/2015 – 31/12/2020, đã kết thúc)".
  var words: String {
    "\(title) – \(organization) (\(period.words), \(phase.words))"
  }

  var json: JSONValue {
    [
      "campaign": .string(id), "title": .string(title), "organization": .string(organization),
      "period": period.json, "phase": .string(phase.rawValue),
    ]
  }
}

extension CampaignFacts {
  var answer: Answer {
    Answer(
      lines: [
        "\(entry.title) – \(entry.organization)",
        "Chủ đề: \(theme)",
        "Văn bản: kế hoạch \(document.words)",
        bases.isEmpty ? "" : "Căn cứ: " + bases.map(\.words).joined(separator: "; "),
        "Thời gian: \(entry.period.words) (\(entry.period.wording)); \(entry.phase.words)",
      ] + participants.map { "Đối tượng (\($0.kind.words)): \($0.groups.joined(separator: ", "))" }
        + [works?.words ?? ""] + notesLines + findingLines,
      data)
  }

  private var notesLines: [String] {
    notes.isEmpty ? [] : ["Nội dung khác:"] + notes.map(bullet)
  }

  private var findingLines: [String] {
    findings.isEmpty
      ? []
      : ["Điểm cần làm rõ trong văn bản (\(findings.count)):"]
        + numbered(
          findings.map { finding in
            finding.text + (finding.readAs.map { " → tạm hiểu: \($0)" } ?? "")
              + " (\(finding.source))"
          })
  }

  private var data: JSONObject {
    [
      "campaign": .string(entry.id), "title": .string(entry.title),
      "organization": .string(entry.organization), "theme": .string(theme),
      "period": entry.period.json, "phase": .string(entry.phase.rawValue),
      "document": [
        "number": document.number.map { .string($0) } ?? .null,
        "issued": document.issued.map { .string($0.iso) } ?? .null,
        "issuer": .string(document.issuer),
      ],
      "bases": .array(
        bases.map {
          [
            "number": .string($0.number), "issued": $0.issued.map { .string($0.iso) } ?? .null,
            "issuer": .string($0.issuer),
          ]
        }),
      "participants": .array(
        participants.map {
          ["kind": .string($0.kind.rawValue), "groups": strings($0.groups)]
        }),
      "notes": strings(notes),
      "findings": .array(
        findings.map {
          [
            "id": .string($0.id), "text": .string($0.text),
            "read_as": $0.readAs.map { .string($0) } ?? .null, "source": .string($0.source),
          ]
        }),
    ]
  }
}

extension PlanDocument {
  fileprivate var words: String {
    let number = number.map { "số \($0)" } ?? "không ghi số"
    let issued = issued.map { "ngày \($0.vietnamese)" } ?? "chưa rõ ngày ban hành"
    return "\(number), \(issued), \(issuer)"
  }
}

extension LegalBasis {
  fileprivate var words: String {
    number + (issued.map { " ngày \($0.vietnamese)" } ?? "") + " của \(issuer)"
  }
}

extension WorkMinimum {
  var words: String {
    let parts = groups.map { group in
      "ít nhất \(group.atLeast) "
        + vietnameseList(group.kinds.map(\.words), last: "hoặc")
    }
    return "Công trình, phần việc: \(owedBy) có \(vietnameseList(parts))"
  }
}

extension WorkKind {
  var words: String {
    switch self {
    case .work: "công trình"
    case .task: "phần việc"
    case .model: "mô hình"
    case .event: "sự kiện"
    }
  }
}

func deadlinesAnswer(_ campaign: String, _ entries: [MilestoneEntry]) -> Answer {
  guard !entries.isEmpty else {
    return Answer(
      "Kế hoạch \(campaign) không ấn định mốc thời gian này.", ["milestones": []])
  }
  return Answer(
    lines: ["Các mốc của phong trào \(campaign):"]
      + entries.map { bullet("\($0.line) (\($0.milestone.wording), \($0.milestone.source))") },
    ["milestones": .array(entries.map(\.json))])
}

func movementsAnswer(_ campaign: String, _ movements: [String]) -> Answer {
  movements.isEmpty
    ? Answer("Kế hoạch \(campaign) không nêu phong trào thành phần.", ["movements": []])
    : Answer(
      lines: ["Các phong trào trong kế hoạch \(campaign):"] + movements.map(bullet),
      ["movements": strings(movements)])
}

func wavesAnswer(_ campaign: String, _ waves: [Wave], _ rounds: [Round]) -> Answer {
  guard !waves.isEmpty || !rounds.isEmpty else {
    return Answer(
      "Kế hoạch \(campaign) không chia đợt.", ["waves": [], "rounds": []])
  }
  let waveLines = waves.flatMap { wave in
    [bullet(wave.name + (wave.span.map { ": " + $0.vietnamese } ?? ""))]
      + wave.occasions.map { "  + " + $0 }
  }
  let roundLines = rounds.map { bullet("Vòng năm \($0.year): \($0.span.vietnamese)") }
  return Answer(
    lines: ["Các đợt của phong trào \(campaign):"] + waveLines + roundLines,
    [
      "waves": .array(
        waves.map {
          [
            "name": .string($0.name), "span": $0.span.map { .string($0.iso) } ?? .null,
            "occasions": strings($0.occasions),
          ]
        }),
      "rounds": .array(
        rounds.map { ["year": .integer(Int64($0.year)), "span": .string($0.span.iso)] }),
    ])
}

func contactsAnswer(_ campaign: String, _ posts: [Post], _ reports: [ReportLine]) -> Answer {
  let postLines = posts.map { post in
    bullet("\(post.title): \(post.duties.joined(separator: "; "))")
  }
  let difficulties = posts.filter(\.takesDifficulties).map(\.title)
  let reportLines = reports.map { bullet("\($0.what): \($0.from) → \($0.to)") }
  return Answer(
    lines: ["Phân công trong phong trào \(campaign):"] + postLines
      + (difficulties.isEmpty
        ? [] : ["Khó khăn, vướng mắc báo cho: \(vietnameseList(difficulties))."])
      + (reportLines.isEmpty ? [] : ["Báo cáo, đề nghị gửi:"] + reportLines),
    [
      "posts": .array(
        posts.map {
          [
            "title": .string($0.title), "duties": strings($0.duties),
            "takes_difficulties": .bool($0.takesDifficulties),
          ]
        }),
      "reports": .array(
        reports.map {
          ["what": .string($0.what), "from": .string($0.from), "to": .string($0.to)]
        }),
    ])
}

extension QuotaFacts {
  var answer: Answer {
    let plan = planAnswer
    if fixed.isEmpty { return plan }
    return Answer(
      lines: [plan.text, "Đã ấn định cho năm \(year):"] + fixed.map { bullet($0.line) },
      plan.data.merging(["fixed": .array(fixed.map(\.json)), "year": number(year)]))
  }

  private var planAnswer: Answer {
    switch quota {
    case .none:
      Answer("Kế hoạch \(campaign) không giới hạn số lượng khen thưởng.", ["quota": "none"])
    case .perYear(let collectives, let persons, let source):
      perYear(collectives, persons, source)
    case .afterEnd(let day, let decidedBy, let source):
      Answer(
        "Phong trào \(campaign): số lượng do \(decidedBy) thống nhất sau khi kết thúc đợt thi đua, tức sau ngày \(day.vietnamese) (\(source)).",
        ["quota": "after_end", "after": .string(day.iso), "decided_by": .string(decidedBy)])
    }
  }

  private func perYear(_ collectivePlaces: Int, _ personPlaces: Int, _ source: String) -> Answer {
    // Never below zero: places taken before a plan was corrected stay taken.
    let collectivesLeft = max(0, collectivePlaces - collectives)
    let personsLeft = max(0, personPlaces - persons)
    return Answer(
      lines: [
        "Phong trào \(campaign): mỗi năm xét chọn \(collectivePlaces) tập thể và \(personPlaces) cá nhân (\(source)).",
        "Năm \(year): đã chọn \(collectives) tập thể và \(persons) cá nhân; còn \(collectivesLeft) tập thể và \(personsLeft) cá nhân.",
      ],
      [
        "quota": "per_year", "collectives": number(collectivePlaces),
        "persons": number(personPlaces), "year": number(year),
        "places_collectives": number(collectivePlaces), "places_persons": number(personPlaces),
        "taken_collectives": number(collectives), "taken_persons": number(persons),
        "left_collectives": number(collectivesLeft), "left_persons": number(personsLeft),
      ])
  }
}

extension QuotaFacts.Fixed {
  fileprivate var line: String {
    "\(kind.words)\(honour.map { ", \($0)" } ?? ""): \(places), đã chọn \(taken), còn \(max(0, places - taken))"
  }

  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "name": optional(honour), "places": number(places),
      "taken": number(taken), "left": number(max(0, places - taken)),
    ]
  }
}
