package import Campaigns
import CivilTime
import Vietnamese
import Wire

extension Refusal {
  /// As promised to clients.
  package var code: String {
    switch self {
    case .notLoggedIn: "not_logged_in"
    case .notPermitted: "not_permitted"
    case .deadlinePassed: "deadline_passed"
    case .notOpenYet: "not_open_yet"
    case .notEligible: "not_eligible"
    case .quotaFull: "quota_full"
    case .duplicate: "duplicate"
    case .unknownSubject: "unknown_subject"
    case .unknownCampaign: "unknown_campaign"
    case .wrongState(let state): state.code
    case .rateLimited: "rate_limited"
    case .unavailable: "unavailable"
    }
  }

  package var answer: Answer {
    switch self {
    case .notLoggedIn:
      Answer("Việc này cần đăng nhập. Gõ: đăng nhập TÊN")
    case .notPermitted(let permitted):
      permitted.answer
    case .deadlinePassed(let passed):
      passed.answer
    case .notOpenYet(let milestone, let opens):
      Answer(
        "Chưa đến thời gian \(milestone): bắt đầu từ \(opens.vietnameseWithWeekday).",
        ["first_day": .string(opens.iso)])
    case .notEligible(let reason):
      reason.answer
    case .quotaFull(let campaign, let places):
      Answer(
        "Phong trào \(campaign) đã đủ số lượng (\(places)).", ["places": .integer(Int64(places))])
    case .duplicate(let existing, let subject, let honour):
      Answer(
        "\(honour) đã được đăng ký cho \(subject.words) từ ngày \(existing.registeredAt.date.vietnamese); không ghi thêm.",
        ["honour": .string(existing.honour), "subject": subject.json])
    case .unknownSubject(let asWritten):
      Answer(
        asWritten.map { "Không tìm thấy “\($0)”. Xin ghi đủ họ tên hoặc tên đơn vị." }
          ?? "Không tìm thấy người hoặc đơn vị này.")
    case .unknownCampaign(let asWritten):
      Answer(
        asWritten.map { "Không có phong trào “\($0)”. Gõ: các phong trào" }
          ?? "Không tìm thấy phong trào này. Gõ: các phong trào")
    case .wrongState(let state):
      state.answer
    case .rateLimited(let seconds):
      Answer(
        "Thử quá nhiều lần. Xin thử lại sau \(waitWords(seconds)).",
        ["retry_after": .integer(Int64(seconds))])
    case .unavailable(let reason):
      reason.answer
    }
  }
}

private func waitWords(_ seconds: Int) -> String {
  seconds < 60 ? "\(seconds) giây" : "\((seconds + 59) / 60) phút"
}

extension Refusal.Permitted {
  fileprivate var answer: Answer {
    switch self {
    case .roles(let roles):
      Answer(
        "Anh/chị không có quyền làm việc này; chỉ \(vietnameseList(roles.map(\.words))) được làm.",
        ["allowed": strings(roles.map(\.rawValue))])
    case .selfUnitOrSecretary:
      Answer(
        "Anh/chị không có quyền làm việc này: mỗi người làm cho chính mình, cán bộ đầu mối làm cho đơn vị mình, thư ký Hội đồng làm cho mọi người.",
        ["allowed": ["self", "officer", "secretary"]])
    case .unitOfficerOr(let roles):
      Answer(
        "Anh/chị không có quyền với việc này: cán bộ đầu mối chỉ với đơn vị mình; \(vietnameseList(roles.map(\.words))) với tất cả.",
        ["allowed": strings(["officer"] + roles.map(\.rawValue))])
    }
  }
}

extension PassedDeadline {
  var answer: Answer {
    let who = vietnameseList(acceptsLate.map(\.words))
    return Answer(
      "Đã hết hạn \(title): ngày cuối là \(lastValidDay.vietnameseWithWeekday). Chỉ \(who) có thể nhận trễ, kèm lý do.",
      data)
  }

  var data: JSONObject {
    [
      "campaign": .string(campaign), "milestone": .string(milestone.rawValue),
      "last_valid_day": .string(lastValidDay.iso),
      "accepts_late": strings(acceptsLate.map(\.rawValue)),
    ]
  }
}

extension Refusal.Ineligibility {
  fileprivate var answer: Answer {
    switch self {
    case .notInForce(let honour, let day):
      Answer("Vào ngày \(day.vietnamese) không có danh hiệu \(honour) theo quy định.")
    case .wrongKind(let honour, let given, let allowed, let source):
      Answer(
        "\(honour) không dành cho \(given.words) mà dành cho \(vietnameseList(allowed.map(\.words))) (\(source)).",
        ["kind": .string(given.rawValue), "allowed": strings(allowed.map(\.rawValue))])
    case .notInPlan(let honour, let campaign):
      Answer(
        "Kế hoạch \(campaign) không có đăng ký \(honour). Gõ: đăng ký được những danh hiệu nào")
    case .barred(let subject, let reason, let since):
      Answer(
        "\(sentence(subject.words)) đang tạm dừng xét khen từ ngày \(since.vietnamese)\(reasonWords(reason)). Giải quyết xong thì gõ: gỡ tạm dừng xét khen \(subject.typed)",
        ["subject": subject.json, "since": .string(since.iso), "reason": optional(reason)])
    }
  }
}

extension Refusal.WrongState {
  fileprivate var code: String {
    switch self {
    case .alreadySigned, .work(.alreadyThere), .dossier(.alreadyThere), .award(.numberUsed),
      .award(.alreadyDecided), .bar(.alreadyThere), .alreadySettled:
      "duplicate"
    case .council(.ownCase): "not_permitted"
    case .council(.quotaNotOpen), .award(.publicNotice): "not_open_yet"
    case .noRegistrationDuty, .nothingRegistered, .honourNotRegistered, .whichRegistration,
      .nothingToUndo, .undoTooLate, .notUndoable, .unknownPush, .work, .target, .dossier, .council,
      .award, .bar, .quota, .nudgedToday,
      .notLater, .noMilestone, .nothingToAnswer, .whichFeedback, .nobodyToTell, .nobodyOwes,
      .notSettledByHand, .settledInFuture,
      .noExample, .reminderInPast, .noReminder, .whichReminder, .nothingToSnooze, .settings:
      "wrong_state"
    }
  }

  fileprivate var answer: Answer {
    switch self {
    case .noRegistrationDuty(let campaign):
      Answer("Phong trào \(campaign) không có bước đăng ký danh hiệu theo kế hoạch.")
    case .nothingRegistered(let subject):
      Answer("\(sentence(subject.words)) chưa có đăng ký nào.", ["subject": subject.json])
    case .honourNotRegistered(let subject, let honour):
      Answer("\(sentence(subject.words)) chưa đăng ký \(honour).", ["subject": subject.json])
    case .whichRegistration(let subject, let honours):
      Answer(
        "\(sentence(subject.words)) có \(honours.count) đăng ký; xin nói rõ danh hiệu nào.",
        ["subject": subject.json, "honours": strings(honours)])
    case .nothingToUndo:
      Answer("Không có thay đổi nào để hoàn tác.")
    case .undoTooLate(let receipt):
      Answer(
        "Không hoàn tác được \(receipt.code): sau đó đã có thay đổi khác.",
        ["receipt": .string(receipt.code)])
    case .notUndoable(let receipt):
      Answer(
        "Không hoàn tác được \(receipt.code): phiếu đã chốt hay tin đã gửi thì không lấy lại được.",
        ["receipt": .string(receipt.code)])
    case .unknownPush:
      Answer("Không có lời nhắc nào mang mã này.")
    case .work(let refusal): refusal.answer
    case .target(let refusal): refusal.answer
    case .dossier(let refusal): refusal.answer
    case .council(let refusal): refusal.answer
    case .award(let refusal): refusal.answer
    case .settings(let refusal): refusal.answer
    case .bar(let refusal): refusal.answer
    case .quota(let refusal): refusal.answer
    case .alreadySigned(let subject, let day):
      Answer(
        "\(sentence(subject.words)) đã ký giao ước thi đua ngày \(day.vietnamese); không ghi thêm. Gõ: ai đã ký giao ước",
        ["subject": subject.json, "date": .string(day.iso)])
    case .notLater(let milestone, let current):
      Answer(
        "Gia hạn thì ngày mới phải sau hạn hiện nay: \(milestone) hết \(current.vietnameseWithWeekday). Xin ghi một ngày muộn hơn, ví dụ: \(current.adding(days: 7).vietnamese)",
        ["last_valid_day": .string(current.iso)])
    case .noMilestone(let kind, let campaign):
      Answer(
        "Kế hoạch \(campaign) không có mốc \(kind.words). Gõ: xem các mốc thời hạn",
        ["milestone": .string(kind.rawValue)])
    case .nothingToAnswer:
      Answer("Không có phản ánh nào như thế đang chờ trả lời. Gõ: danh sách phản ánh")
    case .whichFeedback(let numbers):
      Answer(
        "Có \(numbers.count) phản ánh đang chờ trả lời, số \(vietnameseList(numbers.map(String.init))). Xin nói rõ, ví dụ: trả lời phản ánh \(numbers.first ?? 1): đã gia hạn thêm một tuần",
        ["numbers": .array(numbers.map { .integer($0) })])
    case .reminderInPast(let moment):
      Answer(
        "Lúc \(moment.vietnamese) đã qua rồi nên không nhắc được. Xin chọn lúc khác.",
        ["at": .string(moment.iso)])
    case .noReminder(let asWritten):
      Answer(
        asWritten.map { "Anh/chị không có lời nhắc nào về “\($0)”. Gõ: các lời nhắc" }
          ?? "Anh/chị chưa đặt lời nhắc nào. Gõ, ví dụ: nhắc tôi 8 giờ sáng mai nộp hồ sơ")
    case .whichReminder(let entries):
      Answer(
        lines: ["Anh/chị có \(entries.count) lời nhắc; xin nói rõ hủy lời nhắc về việc gì:"]
          + entries.map { bullet($0.line) },
        ["reminders": .array(entries.map(\.json))])
    case .nothingToSnooze:
      Answer("Chưa có lời nhắc nào để nhắc lại. Gõ, ví dụ: nhắc tôi 8 giờ sáng mai nộp hồ sơ")
    case .noExample(let subject):
      Answer(
        "Không có gương nào về \(subject.words) đang chờ duyệt. Gõ: các gương điển hình",
        ["subject": subject.json])
    case .notSettledByHand(let kind):
      Answer(
        "Việc \(kind.words) không cần ghi nhận riêng: làm xong trong trò chuyện thì hệ thống tự biết.",
        ["milestone": .string(kind.rawValue)])
    case .alreadySettled(let milestone, let day):
      Answer(
        "\(sentence(milestone)) đã được ghi nhận là xong ngày \(day.vietnamese).",
        ["date": .string(day.iso)])
    case .settledInFuture(let day):
      Answer(
        "Ngày \(day.vietnamese) chưa đến nên chưa ghi nhận là đã xong. Xin kiểm tra lại ngày.",
        ["date": .string(day.iso)])
    case .nobodyOwes(let milestone):
      Answer("Không còn ai thiếu: \(milestone). Không cần nhắc nữa.", ["count": 0])
    case .nudgedToday(let milestone, let count):
      Answer(
        "\(count) người còn thiếu (\(milestone)) đều đã được nhắc hôm nay. Mai hãy nhắc lại; gõ “ai đã xem lời nhắc” để biết ai đã xem.",
        ["count": number(count)])
    case .nobodyToTell:
      Answer(
        "Nơi nhận chưa có ai trong hệ thống nên thông báo chưa được gửi. Xin chọn đơn vị khác, hoặc nhờ quản trị thêm người."
      )
    }
  }
}

extension Refusal.Unavailability {
  fileprivate var answer: Answer {
    switch self {
    case .store: Answer("Hệ thống đang bận, chưa ghi nhận gì. Xin thử lại sau ít phút.")
    case .stopping: Answer("Hệ thống đang dừng; chưa ghi nhận gì. Xin thử lại sau.")
    }
  }
}
