import Campaigns
import CivilTime
import Vietnamese
import Wire

// The council: what it has before it, votes, minutes. Never who voted what.

extension Vote {
  var words: String {
    switch self {
    case .agree: "đồng ý"
    case .disagree: "không đồng ý"
    case .abstain: "không ý kiến"
    }
  }

  /// As promised to clients, and as the intent catalogue names it.
  var code: String {
    switch self {
    case .agree: "agree"
    case .disagree: "disagree"
    case .abstain: "abstain"
    }
  }
}

extension SittingWindow {
  /// A whole sentence.
  var words: String {
    let start = first.map { "từ \($0.vietnameseWithWeekday) đến " } ?? ""
    return "Kế hoạch ấn định \(title): \(start)hết \(last.vietnameseWithWeekday)."
  }

  var data: JSONObject {
    [
      "campaign": .string(campaign), "title": .string(title), "first_day": optional(first),
      "last_valid_day": .string(last.iso),
    ]
  }
}

extension Agenda {
  func answer(on day: CivilDate) -> Answer {
    Answer(
      lines: [head, window?.words ?? ""]
        + shortened(numbered(items.map { $0.line(on: day) }), "hồ sơ")
        + [heldBackWords, progress, advice]
        + (last.map { titled("Biên bản kiểm phiếu phiên họp trước:", $0.lines) } ?? []),
      facts)
  }

  private var head: String {
    if let openedAt {
      return
        "Phiên họp Hội đồng mở lúc \(openedAt.vietnamese), phong trào \(campaign): \(items.count) hồ sơ."
    }
    return items.isEmpty
      ? "Chưa có hồ sơ nào chờ Hội đồng xét, phong trào \(campaign)."
      : "Chưa mở phiên họp Hội đồng, phong trào \(campaign); \(items.count) hồ sơ chờ xét:"
  }

  private var heldBackWords: String {
    heldBack.isEmpty
      ? ""
      : "Chưa đưa vào chương trình vì đang tạm dừng xét khen: \(vietnameseList(heldBack.map(\.words)))."
  }

  private var progress: String {
    openedAt == nil
      ? ""
      : "Đã bỏ phiếu xong: \(voted)/\(members) thành viên; kết thúc được khi có ít nhất \(Quorum(of: members).needed)."
  }

  private var advice: String {
    if openedAt == nil {
      return items.isEmpty ? "Gõ: hồ sơ nào chờ thẩm định" : "Mở phiên họp, gõ: mở phiên họp"
    }
    return items.first.map { "Bỏ phiếu, gõ, ví dụ: tôi đồng ý cho \($0.subject.typed)" } ?? ""
  }

  private var facts: JSONObject {
    [
      "count": number(items.count), "opened_at": openedAt.map { .string($0.iso) } ?? .null,
      "members": number(members), "voted": number(voted),
      "needed": number(Quorum(of: members).needed),
      "window": window.map { .object($0.data) } ?? .null,
      "dossiers": .array(items.map(\.json)),
      "held_back": .array(heldBack.map(\.json)),
      "last_minutes": last.map { .array($0.items.map(\.json)) } ?? .null,
    ]
  }

  var openedWords: ChangeWords {
    ChangeWords(
      event: "sitting_opened", what: "Đã mở phiên họp Hội đồng xét \(items.count) hồ sơ",
      state: "đang bỏ phiếu",
      details: shortened(numbered(items.map { $0.line(on: nil) }), "hồ sơ")
        + [
          heldBackWords,
          "Hội đồng có \(members) thành viên; kết thúc được khi có ít nhất \(Quorum(of: members).needed) người bỏ phiếu xong.",
        ],
      next: "mỗi thành viên bỏ phiếu từng hồ sơ"
        + (items.first.map { ", ví dụ gõ: tôi đồng ý cho \($0.subject.typed)" } ?? ""),
      data: facts)
  }
}

extension DossierEntry {
  /// To the voter alone, who knows it already.
  func votedWords(_ vote: Vote, changed: Bool, left: Int) -> ChangeWords {
    ChangeWords(
      event: "voted",
      what: (changed ? "Đã đổi phiếu của anh/chị thành" : "Đã ghi phiếu của anh/chị:")
        + " \(vote.words), \(name)",
      state: "phiếu kín, đổi được đến khi kết thúc phiên họp",
      next: left == 0
        ? "anh/chị đã bỏ phiếu xong; chờ kết thúc phiên họp"
        : "còn \(left) hồ sơ anh/chị chưa bỏ phiếu, gõ: chương trình họp hội đồng",
      data: facts.merging([
        "vote": .string(vote.code), "changed": .bool(changed), "left": number(left),
      ]))
  }
}

extension DossierEntry {
  /// The choice is on the paper; here it is not said again.
  func opinionWords(of member: String, changed: Bool) -> ChangeWords {
    ChangeWords(
      event: "opinion_recorded",
      what: (changed ? "Đã ghi lại" : "Đã ghi") + " ý kiến bằng văn bản của \(member), \(name)",
      state: "tính như phiếu của thành viên vắng mặt; thành viên tự bỏ phiếu thì phiếu ấy thay thế",
      next: "ghi ý kiến của thành viên vắng mặt khác, hoặc gõ: kết thúc phiên họp",
      data: facts.merging(["member": .string(member), "changed": .bool(changed)]))
  }
}

extension PlacesFixed {
  func fixedWords(honour: String?) -> ChangeWords {
    ChangeWords(
      event: "places_fixed",
      what:
        "Đã ấn định số lượng khen năm \(year): \(places) \(kind.words)\(honour.map { ", \($0)" } ?? "")",
      next: "Hội đồng chọn trong số lượng này; gõ “còn bao nhiêu suất” để xem",
      data: [
        "kind": .string(kind.rawValue), "honour": optional(self.honour), "year": number(year),
        "places": number(places),
      ])
  }
}

extension QuotaRefusal {
  var answer: Answer {
    switch self {
    case .fixedByPlan(let campaign, let source):
      Answer(
        "Kế hoạch \(campaign) đã ghi số lượng khen thưởng (\(source)) nên không ấn định khác được. Gõ: còn bao nhiêu suất"
      )
    case .alreadyTaken(let taken):
      Answer(
        "Đã có \(taken) trường hợp được chọn; số lượng không thể ít hơn. Xin ghi số từ \(taken) trở lên.",
        ["taken": number(taken)])
    }
  }
}

extension Minutes {
  fileprivate var lines: [String] { shortened(numbered(items.map(\.line)), "hồ sơ") }

  func closedWords(noticeEnds: CivilDate?) -> ChangeWords {
    let selected = items.filter { $0.verdict == .selected }
    let byPaper = written == 0 ? "" : ", trong đó \(written) bằng văn bản"
    let notice = noticeEnds.map {
      "công khai kết quả để lấy ý kiến đến hết \($0.vietnameseWithWeekday), rồi mới quyết định"
    }
    return ChangeWords(
      event: "sitting_closed",
      what:
        "Đã kết thúc phiên họp Hội đồng: \(voters)/\(members) thành viên bỏ phiếu\(byPaper), \(selected.count)/\(items.count) hồ sơ được nhất trí",
      details: ["Biên bản kiểm phiếu:"] + lines,
      next: selected.isEmpty
        ? "không có hồ sơ nào được nhất trí; gõ “danh sách hồ sơ” để xem lại"
        : notice ?? selected.first?.entry.nextStep,
      data: [
        "notice_ends": optional(noticeEnds), "written": number(written), "members": number(members),
        "voters": number(voters), "selected": number(selected.count),
        "minutes": .array(items.map(\.json)),
      ])
  }
}

extension Minutes.Item {
  private var notVoted: Int { tally.members - tally.cast }

  fileprivate var line: String {
    let needed = threshold.map { "từ \($0) %" } ?? "quá nửa"
    return
      "\(entry.subject.words), \(entry.honourAndYear): đồng ý \(tally.agree), không đồng ý \(tally.disagree), không ý kiến \(tally.abstain), không bỏ phiếu \(notVoted) (cần \(needed) tổng số \(tally.members) thành viên đồng ý) → \(verdict.words)"
  }

  fileprivate var json: JSONValue {
    [
      "subject": entry.subject.json, "honour": .string(entry.dossier.honour),
      "name": .string(entry.honour), "agree": number(tally.agree),
      "disagree": number(tally.disagree), "abstain": number(tally.abstain),
      "not_voted": number(notVoted), "members": number(tally.members),
      "threshold": threshold.map(number) ?? .null, "verdict": .string(verdict.rawValue),
    ]
  }
}

extension Sitting.Verdict {
  fileprivate var words: String {
    switch self {
    case .selected: "Hội đồng nhất trí"
    case .tooFewVotes: "chưa đủ phiếu"
    case .quotaFull: "đủ phiếu nhưng đã hết số lượng"
    }
  }
}

extension CouncilRefusal {
  var answer: Answer {
    switch self {
    case .nothingToJudge(let campaign):
      Answer(
        "Phong trào \(campaign) chưa có hồ sơ nào chờ Hội đồng xét; hồ sơ phải được thẩm định đủ điều kiện trước. Gõ: hồ sơ nào chờ thẩm định"
      )
    case .alreadyOpen(let campaign, let since):
      Answer(
        "Phiên họp Hội đồng, phong trào \(campaign), đã mở từ \(since.vietnamese). Gõ: chương trình họp hội đồng",
        ["opened_at": .string(since.iso)])
    case .notOpen(let campaign):
      Answer(
        "Phong trào \(campaign) chưa có phiên họp Hội đồng nào đang mở. Thư ký hoặc Chủ tịch gõ: mở phiên họp"
      )
    case .ownCase:
      Answer(
        "Anh/chị không bỏ phiếu cho hồ sơ của chính mình. Xin bỏ phiếu các hồ sơ còn lại; gõ: chương trình họp hội đồng"
      )
    case .notOnAgenda(let subject):
      Answer(
        "\(sentence(subject.words)) không có hồ sơ trong phiên họp này, vì hồ sơ phải đủ điều kiện trước khi mở phiên. Gõ: chương trình họp hội đồng",
        ["subject": subject.json])
    case .noQuorum(let voted, let needed, let members):
      Answer(
        "Mới có \(voted) trong \(members) thành viên bỏ phiếu xong; theo quy chế, phiên họp chỉ kết thúc khi có ít nhất \(needed) (hai phần ba). Xin mời các thành viên bỏ phiếu tiếp.",
        ["voted": number(voted), "needed": number(needed), "members": number(members)])
    case .tie(let names, let places):
      Answer(
        "\(vietnameseList(names)) có số phiếu bằng nhau mà chỉ còn \(places) chỗ theo kế hoạch. Xin các thành viên bỏ phiếu lại cho những hồ sơ này rồi kết thúc phiên họp.",
        ["names": strings(names), "places": number(places)])
    case .quotaNotOpen(let campaign, let day, let decidedBy):
      Answer(
        "Theo kế hoạch \(campaign), số lượng khen thưởng chỉ có sau khi phong trào kết thúc (\(decidedBy)). Xin mở phiên họp từ ngày \(day.vietnamese).",
        ["first_day": .string(day.iso), "decided_by": .string(decidedBy)])
    case .outsideWindow(let window):
      Answer(
        lines: [
          window.words,
          "Muốn họp ngoài thời gian này thì cần lý do: gõ “mở phiên họp”, rồi ghi lý do khi được hỏi.",
        ], window.data)
    case .notMember(let asWritten):
      Answer(
        "“\(asWritten)” không có trong danh sách thành viên Hội đồng của phiên họp này nên không ghi ý kiến được."
      )
    case .hasVoted(let name):
      Answer(
        "\(name) đã tự bỏ phiếu cho hồ sơ này; phiếu ấy được giữ, không ghi ý kiến bằng văn bản thay."
      )
    case .noMembers:
      Answer(
        "Hội đồng chưa có thành viên nào trong hệ thống. Xin nhờ quản trị thêm người với vai trò \(Role.council.words)."
      )
    }
  }
}
