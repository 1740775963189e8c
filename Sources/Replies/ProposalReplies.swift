import Campaigns
import CivilTime
import Vietnamese
import Wire

// A change as it is read back before it is made.

extension Proposal {
  func answer(on today: CivilDate) -> Answer {
    Answer(
      lines: [
        question(on: today), lateReason.map { "Ghi nhận trễ hạn, lý do: \($0)." } ?? "",
        "Đồng ý không ạ? (có / thôi)",
      ],
      JSONObject([
        ("subject", subject?.json ?? .null), ("others", .array(others.map(\.json))),
        ("honours", strings(honours)),
        ("campaign_title", optional(campaign)),
      ]).merging(act.data))
  }

  private var who: String {
    let first = isSpeaker ? "anh/chị" : subject?.words ?? ""
    return others.isEmpty ? first : vietnameseList([first] + others.map(\.words))
  }
  private var whom: String { who.isEmpty ? "" : " \(who)" }
  private var ofWhom: String { who.isEmpty ? "" : " của \(who)" }
  private var forWhom: String { who.isEmpty ? "" : " cho \(who)" }
  private var place: String { campaign.map { ", phong trào \($0)" } ?? "" }
  private var names: String { vietnameseList(honours) }
  private var dossier: String { "hồ sơ\(names.isEmpty ? "" : " " + names)\(ofWhom)" }

  private func question(on today: CivilDate) -> String {
    switch act {
    case .register: "Đăng ký \(names) cho \(who)\(place)."
    case .replace(let from):
      "Đổi đăng ký của \(who)\(from.map { " từ \($0)" } ?? "") sang \(names)\(place)."
    case .withdraw: "Rút đăng ký\(names.isEmpty ? "" : " " + names) của \(who)\(place)."
    case .undo: "Hoàn tác thay đổi gần nhất của anh/chị."
    case .signPledge(let text):
      "Ký giao ước thi đua\(forWhom)\(text.map { ", nội dung \(quoted($0))" } ?? "")\(place)."
    case .registerWork(let kind, let title, let due):
      "Đăng ký \(kind.words) \(quoted(title))\(forWhom)\(due.map { ", xong chậm nhất \($0.vietnamese(seenFrom: today))" } ?? "")\(place)."
    case .reportWork(let about, let percent):
      "Báo \(about.isEmpty ? "công trình, phần việc" : quoted(about))\(ofWhom) đạt \(percent) %\(place)."
    case .reportFigure(let about, let thousandths, let isShare):
      "Báo số liệu \(quoted(about))\(ofWhom): \(thousandthsWords(thousandths))\(isShare ? " %" : "")\(place)."
    case .openDossier:
      "Lập hồ sơ đề nghị\(names.isEmpty ? "" : " " + names)\(forWhom)\(place)."
    case .attachPaper(let kind, let note):
      "Thêm \(kind.words)\(note.map { " (\($0))" } ?? "") vào \(dossier)\(place)."
    case .submitDossier: "Nộp \(dossier) để thẩm định\(place)."
    case .appraise(.accept): "Ghi nhận \(dossier) đủ điều kiện\(place)."
    case .appraise(.return(let reason)): "Trả lại \(dossier), lý do: \(reason)\(place)."
    case .openSitting(let reason):
      "Mở phiên họp Hội đồng\(reason.map { ", lý do: \($0)" } ?? "")\(place)."
    case .castVote(let vote): "Bỏ phiếu “\(vote.words)”, \(dossier)\(place)."
    case .closeSitting:
      "Kết thúc phiên họp Hội đồng và chốt kết quả bỏ phiếu\(place). Sau đó không đổi phiếu được nữa."
    case .recordOpinion(let member, let vote):
      "Ghi ý kiến bằng văn bản của \(member): \(vote.words), \(dossier)\(place)."
    case .fixPlaces(let kind, let places):
      "Ấn định số lượng khen: \(places) \(kind.words)\(names.isEmpty ? "" : ", " + names)\(place)."
    case .recordBar(let reason): "Ghi tạm dừng xét khen\(whom)\(reasonWords(reason))."
    case .liftBar(let reason): "Gỡ tạm dừng xét khen\(whom)\(reasonWords(reason))."
    case .decide(let decision):
      (decision.correction == nil ? "Ghi" : "Đính chính thành")
        + " quyết định khen thưởng \(decision.number) ngày \(decision.day.vietnamese)\(names.isEmpty ? "" : ", " + names)\(who.isEmpty ? " cho tất cả những người, tập thể mà Hội đồng đã nhất trí" : forWhom)\(place)."
        + (decision.correction.map { " Lý do: \($0)." } ?? "")
    case .revoke(let reason):
      "Thu hồi\(names.isEmpty ? " khen thưởng" : " " + names)\(ofWhom)\(place). Lý do: \(reason)."
    case .remind(let time, let about):
      "Nhắc anh/chị \(time.words(on: today))\(about.map { ": \($0)" } ?? "")."
    case .cancelReminder(let about): "Hủy lời nhắc\(about.map { " " + quoted($0) } ?? "")."
    case .snooze(let until, let about):
      "Nhắc lại\(about.map { " " + quoted($0) } ?? "") lúc \(until.vietnamese(seenFrom: today))."
    case .changeSettings(let change): sentence(change.words(on: today)) + "."
    case .nudge(let entry, let unit):
      "Nhắc tất cả những ai\(unit.map { " của \($0)" } ?? "") còn thiếu: \(entry.milestone.title), hết \(entry.milestone.deadline.lastValidDay.vietnameseWithWeekday)\(place)."
    case .approveExample: "Duyệt gương điển hình\(ofWhom)\(place) để mọi người cùng xem."
    case .forward: "Trình \(dossier) lên cấp trên\(place)."
    case .extend(let entry, let day):
      "Gia hạn \(entry.milestone.title): từ hết \(entry.milestone.deadline.lastValidDay.vietnameseWithWeekday) thành hết \(day.vietnamese(seenFrom: today))\(place)."
    case .settleMilestone(let kind, let title, let unit, let day, let document):
      "Ghi nhận\(unit.map { " \($0)" } ?? "") đã làm xong: \(title ?? kind.words)\(document.map { ", văn bản \($0)" } ?? "")\(day.map { ", ngày \($0.vietnamese)" } ?? "")\(place)."
    case .announce(let text, let unit):
      "Gửi thông báo cho \(unit ?? "mọi người"): \(quoted(text))."
    case .feedback(let text): "Gửi phản ánh \(quoted(text))\(place)."
    case .reply(let text): "Trả lời phản ánh: \(quoted(text))."
    case .example(let text):
      "Giới thiệu gương điển hình\(who.isEmpty ? "" : " " + who): \(quoted(text))\(place)."
    }
  }
}

extension Proposal.ProposedAct {
  /// Under the names of the slots that were filled.
  fileprivate var data: JSONObject {
    switch self {
    case .register, .replace, .withdraw, .undo, .openDossier, .submitDossier, .closeSitting,
      .forward, .approveExample:
      [:]
    case .remind(let time, let about): time.data.merging(["text": optional(about)])
    case .cancelReminder(let about): ["text": optional(about)]
    case .snooze(let until, let about): ["time": .string(until.iso), "text": optional(about)]
    case .nudge(let entry, let unit):
      ["milestone": .string(entry.milestone.kind.rawValue), "unit": optional(unit)]
    case .changeSettings(let change): ["setting": .string(change.words(on: nil))]
    case .revoke(let reason): ["text": .string(reason)]
    case .signPledge(let text): ["text": optional(text)]
    case .registerWork(let kind, let title, let due):
      ["work_kind": .string(kind.rawValue), "text": .string(title), "date": optional(due)]
    case .reportWork(let about, let percent):
      ["text": .string(about), "percent": number(percent)]
    case .reportFigure(let about, let thousandths, let isShare):
      ["text": .string(about), isShare ? "percent" : "number": decimal(thousandths)]
    case .attachPaper(let kind, let note):
      ["document_kind": .string(kind.rawValue), "text": optional(note)]
    case .appraise(.accept): ["decision": "accept"]
    case .appraise(.return(let reason)): ["decision": "return", "text": .string(reason)]
    case .openSitting(let reason): ["text": optional(reason)]
    case .castVote(let vote): ["vote": .string(vote.code)]
    case .recordOpinion(let member, let vote):
      ["text": .string(member), "vote": .string(vote.code)]
    case .fixPlaces(let kind, let places):
      ["number": number(places), "kind": .string(kind.rawValue)]
    case .recordBar(let reason), .liftBar(let reason): ["text": optional(reason)]
    case .decide(let decision):
      ["text": .string(decision.number), "date": .string(decision.day.iso)]
    case .extend(let entry, let day):
      ["milestone": .string(entry.milestone.kind.rawValue), "date": .string(day.iso)]
    case .settleMilestone(let kind, _, let unit, let day, let document):
      [
        "milestone": .string(kind.rawValue), "unit": optional(unit),
        "date": optional(day), "text": optional(document),
      ]
    case .announce(let text, let unit): ["text": .string(text), "unit": optional(unit)]
    case .feedback(let text), .reply(let text), .example(let text): ["text": .string(text)]
    }
  }
}

extension ReminderTime {
  fileprivate func words(on today: CivilDate) -> String {
    switch self {
    case .at(let moment): "lúc \(moment.vietnamese(seenFrom: today))"
    case .before(let kind, _, let days): "\(days) ngày trước hạn \(kind.words)"
    }
  }

  fileprivate var data: JSONObject {
    switch self {
    case .at(let moment): ["time": .string(moment.iso)]
    case .before(let kind, let campaign, let days):
      [
        "milestone": .string(kind.rawValue), "campaign": .string(campaign),
        "days": number(days),
      ]
    }
  }
}
