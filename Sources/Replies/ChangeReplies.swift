import Campaigns
import CivilTime
import Vietnamese
import Wire

// What was changed, with its receipt.

/// A change in words and data; the receipt and the campaign are added to it.
struct ChangeWords {
  /// As promised to clients.
  let event: String
  /// What was done, without its full stop.
  let what: String
  var state: String?
  var details: [String] = []
  var next: String?
  let data: JSONObject
}

extension ChangeMade {
  var answer: Answer {
    let words = what.words(on: receipt.at.date)
    let place = campaignTitle.map { ", phong trào \($0)" } ?? ""
    let state = words.state.map { " Trạng thái: \($0)." } ?? ""
    return Answer(
      lines: [
        "\(words.what)\(place).",
        "Mã tiếp nhận \(receipt.code), lúc \(receipt.at.vietnamese).\(state)",
      ] + words.details + [words.next.map { "Tiếp theo: \($0)." } ?? ""],
      JSONObject([
        ("receipt", .string(receipt.code)), ("at", .string(receipt.at.iso)),
        ("event", .string(words.event)), ("campaign", optional(campaign)),
      ]).merging(words.data))
  }
}

extension ChangeMade.What {
  fileprivate func words(on day: CivilDate) -> ChangeWords {
    switch self {
    case .pledged(let entry): entry.signedWords
    case .workRegistered(let entry, let lacking): entry.registeredWords(lacking, on: day)
    case .workReported(let entry, let before): entry.reportedWords(before: before, on: day)
    case .figureReported(let entry, let unit, let value, let before):
      entry.reportedWords(of: unit, value, before: before)
    case .dossierOpened(let entry): entry.openedWords(on: day)
    case .paperAttached(let entry, let paper): entry.attachedWords(paper, on: day)
    case .dossierSubmitted(let entry): entry.submittedWords(on: day)
    case .dossierAppraised(let entry): entry.appraisedWords(on: day)
    case .sittingOpened(let agenda): agenda.openedWords
    case .voted(let entry, let vote, let changed, let left):
      entry.votedWords(vote, changed: changed, left: left)
    case .opinionRecorded(let entry, let member, let changed):
      entry.opinionWords(of: member, changed: changed)
    case .sittingClosed(let minutes, let noticeEnds): minutes.closedWords(noticeEnds: noticeEnds)
    case .placesFixed(let fixed, let honour): fixed.fixedWords(honour: honour)
    case .barred(let subject, let reason): subject.barredWords(reason)
    case .barLifted(let subject, let reason): subject.barLiftedWords(reason)
    case .awarded(let entries): awardedWords(entries)
    case .corrected(let entries): correctedWords(entries)
    case .forwarded(let entry, let superior, let reachesInbox):
      entry.forwardedWords(to: superior, reachesInbox: reachesInbox)
    case .extended(let entry, let before, let told):
      entry.extendedWords(from: before, told: told)
    case .milestoneDone(let kind, let title, let done, let unit, let reached):
      done.words(kind, title: title ?? kind.words, unit: unit, reached: reached)
    case .announced(let told): announcedWords(told)
    case .nudged(let duty, let told, let already): duty.nudgedWords(told: told, already: already)
    case .feedbackSent(let entry): entry.sentWords
    case .feedbackAnswered(let entry): entry.answeredWords
    case .exampleSent(let subject): exampleWords(subject)
    case .exampleApproved(let subject): exampleApprovedWords(subject)
    case .revoked(let entry): entry.revokedWords
    case .reminderSet(let entry): entry.setWords(on: day)
    case .reminderCancelled(let entry): entry.cancelledWords
    case .settingsChanged(let change, let settings): change.changedWords(settings, on: day)
    case .takenBack(let topic): topic.takenBackWords
    }
  }
}

extension MilestoneEntry {
  fileprivate func extendedWords(from before: CivilDate, told: Int) -> ChangeWords {
    ChangeWords(
      event: "extended",
      what:
        "Đã gia hạn \(milestone.title): từ hết \(before.vietnameseWithWeekday) thành hết \(milestone.deadline.lastValidDay.vietnameseWithWeekday)",
      details: [toldWords(told)],
      next: "từ nay trợ lý nhắc việc theo hạn mới, \(distance)",
      data: [
        "milestone": .string(milestone.kind.rawValue), "title": .string(milestone.title),
        "date": .string(milestone.deadline.lastValidDay.iso), "before": .string(before.iso),
        "told": number(told),
      ])
  }
}

extension MilestoneDone {
  fileprivate func words(
    _ kind: MilestoneKind, title: String, unit: String?, reached: [String]
  ) -> ChangeWords {
    ChangeWords(
      event: "milestone_done",
      what:
        "Đã ghi nhận\(unit.map { " \($0)" } ?? "") làm xong: \(title)\(document.map { ", văn bản \($0)" } ?? ""), ngày \(on.vietnamese)",
      state: "đã xong",
      details: reached.isEmpty
        ? [] : ["Số liệu và danh sách đề nghị đã đến \(vietnameseList(reached))."],
      next: "việc này không còn được nhắc nữa",
      data: [
        "milestone": .string(kind.rawValue), "title": .string(title), "date": .string(on.iso),
        "document": optional(document),
        "unit": optional(unit), "reached": strings(reached),
      ])
  }
}

extension ChangeTopic {
  fileprivate var takenBackWords: ChangeWords {
    ChangeWords(
      event: "taken_back", what: "Đã hoàn tác thay đổi gần nhất của anh/chị về \(words)",
      state: "như trước thay đổi ấy", next: look.map { "gõ “\($0)” để xem lại" },
      data: ["topic": .string(rawValue)])
  }

  private var words: String {
    switch self {
    case .pledge: "giao ước thi đua"
    case .work: "công trình, phần việc"
    case .figure: "số liệu chỉ tiêu"
    case .dossier: "hồ sơ khen thưởng"
    case .sitting: "phiên họp Hội đồng"
    case .award: "quyết định khen thưởng"
    case .milestone: "thời hạn"
    case .feedback: "phản ánh"
    case .example: "gương điển hình"
    case .reminder: "lời nhắc"
    case .places: "số lượng khen"
    case .bar: "tạm dừng xét khen"
    case .settings: "cài đặt nhắc việc"
    case .done: "việc đã ghi nhận là xong"
    }
  }

  /// How everyone who can change it asks for it; `nil` where a member cannot.
  private var look: String? {
    switch self {
    case .pledge: "ai đã ký giao ước"
    case .work: "tiến độ các công trình"
    case .figure: "kết quả thực hiện các chỉ tiêu"
    case .dossier: "danh sách hồ sơ"
    case .sitting: "chương trình họp hội đồng"
    case .award: "ai được khen thưởng"
    case .milestone, .done: "xem các mốc thời hạn"
    case .reminder: "các lời nhắc"
    case .places: "còn bao nhiêu suất"
    case .settings: "cài đặt nhắc nhở"
    case .feedback, .example, .bar: nil
    }
  }
}

/// How many people got a message about it.
func toldWords(_ told: Int) -> String {
  told == 0 ? "Chưa có ai để báo tin." : "Đã báo tin cho \(told) người."
}
