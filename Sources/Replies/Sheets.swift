import Campaigns
import CivilTime
import Vietnamese

/// A list in rows and columns, every cell in words.
struct Sheet {
  /// "Danh sách đăng ký, phong trào thi đua năm 2022".
  let title: String
  let header: [String]
  /// Without their numbers: those are put before them.
  let rows: [[String]]
}

extension TableExport.List {
  /// The rows are those that the list shows in a chat.
  func sheet(on day: CivilDate) -> Sheet {
    switch self {
    case .summary(let summary): summary.sheet
    case .registrations(let list): list.sheet
    case .missing(let list): list.sheet
    case .pledges(let list): list.sheet
    case .works(let list): list.sheet
    case .targets(let list): list.sheet
    case .dossiers(let list): list.sheet(on: day)
    case .awards(let list): list.sheet
    }
  }
}

extension ExportKind {
  /// As it is called in a sentence, and as it can be typed: "danh sách đăng ký".
  var words: String {
    switch self {
    case .summary: "số liệu tổng hợp"
    case .registrations: "danh sách đăng ký"
    case .missing: "danh sách chưa đăng ký"
    case .pledges: "danh sách ký giao ước"
    case .works: "danh sách công trình"
    case .targets: "kết quả chỉ tiêu"
    case .dossiers: "danh sách hồ sơ"
    case .awards: "danh sách khen thưởng"
    }
  }

  fileprivate func sheet(
    of campaign: String?, _ unit: String?, _ header: [String], _ rows: [[String]]
  ) -> Sheet {
    let place = (unit.map { " của \($0)" } ?? "") + (campaign.map { ", phong trào \($0)" } ?? "")
    return Sheet(title: sentence(words) + place, header: header, rows: rows)
  }
}

/// Whose: the first three columns of most lists.
private let subjectHeader = ["Họ và tên, đơn vị", "Đối tượng", "Thuộc đơn vị"]

extension NamedSubject {
  fileprivate var cells: [String] { [typed, subject.kind.words, unit ?? ""] }
}

extension RegistrationList {
  fileprivate var sheet: Sheet {
    ExportKind.registrations.sheet(
      of: campaign, unit, subjectHeader + ["Danh hiệu", "Ngày đăng ký", "Lý do trễ hạn"],
      entries.map { entry in
        entry.subject.cells + [
          entry.honour, entry.registration.registeredAt.date.vietnamese,
          entry.registration.lateReason ?? "",
        ]
      })
  }
}

extension MissingList {
  fileprivate var sheet: Sheet {
    ExportKind.missing.sheet(
      of: campaign, unit, subjectHeader + ["Hạn"],
      people.map { $0.cells + [milestone.milestone.deadline.lastValidDay.vietnamese] })
  }
}

extension PledgeList {
  fileprivate var sheet: Sheet {
    ExportKind.pledges.sheet(
      of: campaign, unit,
      subjectHeader + ["Tình trạng", "Ngày ký", "Nội dung", "Lý do trễ hạn"],
      signed.map { entry in
        entry.subject.cells + [
          "đã ký", entry.pledge.signedAt.date.vietnamese, entry.pledge.text ?? "",
          entry.pledge.lateReason ?? "",
        ]
      } + (missing ?? []).map { $0.cells + ["chưa ký"] })
  }
}

extension WorkList {
  fileprivate var sheet: Sheet {
    ExportKind.works.sheet(
      of: campaign, unit,
      ["Đơn vị", "Loại", "Tên", "Đạt (%)", "Hạn", "Hoàn thành ngày", "Lý do trễ hạn"],
      works.map { entry in
        [
          entry.unit.name, entry.work.kind.words, entry.work.title, "\(entry.work.percent)",
          entry.work.due?.vietnamese ?? "", entry.work.completedOn?.vietnamese ?? "",
          entry.work.lateReason ?? "",
        ]
      })
  }
}

extension AttainmentList {
  fileprivate var sheet: Sheet {
    ExportKind.targets.sheet(
      of: campaign, unit, ["Chỉ tiêu", "Mức giao", "Đơn vị báo", "Số liệu", "Đánh giá", "Ngày"],
      figures.flatMap { entry in
        let start = [entry.name, entry.figure.goalWords]
        let whole = entry.reported.map { reported in
          start + [
            "chung", entry.figure.words(of: reported.thousandths),
            entry.figure.isMet(by: reported.thousandths) ? "đạt" : "chưa đạt",
            reported.day.vietnamese,
          ]
        }
        return [whole].compactMap(\.self)
          + entry.byUnit.map { part in
            start + [
              part.unit, entry.figure.words(of: part.reported.thousandths), "",
              part.reported.day.vietnamese,
            ]
          }
      })
  }
}

extension DossierList {
  fileprivate func sheet(on day: CivilDate) -> Sheet {
    ExportKind.dossiers.sheet(
      of: campaign, unit,
      subjectHeader + [
        "Danh hiệu", "Năm", "Trạng thái", "Nơi đang giữ", "Thời hạn", "Còn thiếu",
        "Lý do trả lại", "Lý do trễ hạn",
      ],
      dossiers.map { entry in
        entry.subject.cells + [
          entry.honour, "\(entry.dossier.year)", entry.dossier.state.words,
          entry.holderWords ?? "", entry.dueWords(on: day) ?? "",
          entry.missing.joined(separator: "; "), entry.dossier.returned?.reason ?? "",
          entry.dossier.lateReason ?? "",
        ]
      })
  }
}

extension AwardList {
  fileprivate var sheet: Sheet {
    ExportKind.awards.sheet(
      of: campaign, unit,
      subjectHeader + [
        "Danh hiệu", "Năm", "Quyết định", "Ngày", "Người quyết định", "Ghi chú",
      ],
      awards.map { entry in
        entry.subject.cells + [
          entry.honour, "\(entry.award.year)", entry.award.decision,
          entry.award.decidedOn.vietnamese, entry.award.decidedBy, entry.noteWords,
        ]
      })
  }
}

extension Summary {
  fileprivate var sheet: Sheet {
    let totals: [[String]] =
      [
        ["Số người", "", "\(people)"], ["Số người đã đăng ký", "", "\(registeredPeople)"],
      ] + registrations.map { ["Đăng ký", $0.name, "\($0.count)"] }
      + [
        ["Giao ước thi đua", "", "\(pledges)"],
        ["Công trình, phần việc, mô hình, sự kiện", "", "\(works)"],
        ["Công trình, phần việc, mô hình, sự kiện", "hoàn thành", "\(worksDone)"],
      ] + dossiers.map { ["Hồ sơ", $0.state.words, "\($0.count)"] }
      + awards.map { ["Khen thưởng", $0.name, "\($0.count)"] }
    return ExportKind.summary.sheet(
      of: campaign, unit, ["Mục", "Chi tiết", "Số lượng"],
      totals + byUnit.flatMap(\.rows))
  }
}

extension Summary.UnitLine {
  fileprivate var rows: [[String]] {
    [
      ("đăng ký", registrations), ("công trình", works), ("hồ sơ", dossiers),
      ("khen thưởng", awards),
    ].map { [unit, $0, "\($1)"] }
  }
}
