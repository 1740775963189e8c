package import Campaigns
package import CivilTime
import Vietnamese
import Wire

extension Prompt {
  /// Days ahead are told with how far they are from `today`.
  package func answer(on today: CivilDate) -> Answer {
    switch self {
    case .missing(let missing): missing.answer
    case .confirm(let proposal): proposal.answer(on: today)
    case .choose(let choice): choice.answer
    case .secret(let secret): secret.answer
    }
  }
}

extension Prompt.Missing {
  fileprivate var answer: Answer {
    switch self {
    case .honour(let offered):
      Answer(
        lines: ["Danh hiệu hoặc hình thức khen thưởng nào ạ?"] + offered.map(bullet),
        ["missing": "honour"])
    case .newHonour(let offered):
      Answer(lines: ["Đổi sang danh hiệu nào ạ?"] + offered.map(bullet), ["missing": "honour"])
    case .subject:
      Answer("Cho ai ạ? Xin ghi họ tên, tên đơn vị, hoặc “tôi”.", ["missing": "subject"])
    case .user:
      Answer("Tên đăng nhập của anh/chị là gì ạ?", ["missing": "text"])
    case .unit: Answer("Đơn vị nào ạ? Xin ghi tên đơn vị.", ["missing": "unit"])
    case .workKind:
      Answer(
        "Đó là \(vietnameseList(WorkKind.allCases.map(\.words), last: "hay")) ạ?",
        ["missing": "work_kind"])
    case .workTitle:
      Answer("Tên công trình, phần việc, mô hình hoặc sự kiện là gì ạ?", ["missing": "text"])
    case .percent:
      Answer(
        "Đã làm được bao nhiêu phần trăm ạ? Xin ghi từ 0 đến 100, ví dụ: 50 %",
        ["missing": "percent"])
    case .targetLine:
      Answer("Chỉ tiêu nào ạ? Xin ghi vài chữ trong tên chỉ tiêu.", ["missing": "text"])
    case .figure:
      Answer(
        "Số liệu là bao nhiêu ạ? Xin ghi con số hoặc tỷ lệ, ví dụ: 93 %", ["missing": "number"])
    case .documentKind:
      Answer(
        "Giấy tờ loại nào ạ: \(vietnameseList(DocumentKind.allCases.map(\.words), last: "hay"))?",
        ["missing": "document_kind"])
    case .appraisal:
      Answer("Hồ sơ đủ điều kiện hay trả lại để bổ sung ạ?", ["missing": "decision"])
    case .returnReason:
      Answer("Lý do trả lại hồ sơ, cần bổ sung gì ạ?", ["missing": "text"])
    case .reminderTime:
      Answer(
        "Nhắc vào lúc nào ạ? Ví dụ: 8 giờ sáng mai, hoặc trước hạn đăng ký 3 ngày.",
        ["missing": "time"])
    case .revocationReason:
      Answer("Lý do thu hồi là gì ạ?", ["missing": "text"])
    case .correctionReason(let subject, let number, let day):
      Answer(
        "\(sentence(subject.words)) đã có quyết định \(number) ngày \(day.vietnamese). Muốn đính chính, xin ghi lý do (hoặc “thôi”).",
        [
          "subject": subject.json, "number": .string(number), "date": .string(day.iso),
          "missing": "text",
        ])
    case .mailAddress:
      Answer("Địa chỉ email của anh/chị là gì ạ?", ["missing": "text"])
    case .councilMember:
      Answer(
        "Ý kiến của thành viên Hội đồng nào ạ? Xin ghi họ tên thành viên vắng mặt.",
        ["missing": "text"])
    case .places: Answer("Số lượng là bao nhiêu ạ? Xin ghi một số.", ["missing": "number"])
    case .placesKind:
      Answer(
        "Số lượng cho \(vietnameseList(SubjectKind.allCases.map(\.words), last: "hay")) ạ?",
        ["missing": "text"])
    case .vote:
      Answer(
        "Anh/chị bỏ phiếu thế nào ạ: \(vietnameseList(Vote.allCases.map(\.words), last: "hay"))?",
        ["missing": "vote"])
    case .decisionNumber:
      Answer("Số quyết định khen thưởng là gì ạ? Ví dụ: 12/QĐ-UBND", ["missing": "text"])
    case .milestone(let offered):
      Answer(
        lines: ["Mốc thời hạn nào ạ?"] + offered.map { bullet($0.line) },
        ["missing": "milestone", "milestones": .array(offered.map(\.json))])
    case .day: Answer("Ngày nào ạ? Xin ghi một ngày, ví dụ: 20/1", ["missing": "date"])
    case .words(let words): Answer(words.question, ["missing": "text"])
    case .sittingReason(let window):
      Answer(
        "\(window.words) Muốn họp ngoài thời gian này, xin ghi lý do (hoặc “thôi”).",
        window.data.merging(["missing": "text"]))
    case .lateReason(let passed):
      Answer(
        "\(sentence(passed.title)) đã hết hạn từ \(passed.lastValidDay.vietnameseWithWeekday). Muốn nhận trễ, xin ghi lý do (hoặc “thôi”).",
        passed.data.merging(["missing": "text"]))
    }
  }
}

extension Prompt.Words {
  fileprivate var question: String {
    switch self {
    case .announcement: "Nội dung thông báo là gì ạ?"
    case .feedback: "Vướng mắc, ý kiến của anh/chị là gì ạ?"
    case .reply: "Nội dung trả lời là gì ạ?"
    case .example: "Thành tích hoặc việc làm hay là gì ạ?"
    }
  }
}

extension Prompt.Choice {
  fileprivate var answer: Answer {
    switch self {
    case .subjects(let asWritten, let subjects):
      Answer(
        lines: ["Có \(subjects.count) người hoặc đơn vị hợp với “\(asWritten)”, xin chọn số:"]
          + numbered(subjects.map(\.words)),
        ["choices": .array(subjects.map(\.json))])
    case .honours(let names):
      Answer(
        lines: ["Ý anh/chị là danh hiệu, hình thức nào? Xin chọn số:"] + numbered(names),
        ["choices": strings(names)])
    case .campaigns(let entries):
      Answer(
        lines: ["Phong trào nào ạ? Xin chọn số:"] + numbered(entries.map(\.words)),
        ["choices": .array(entries.map(\.json))])
    case .readings(let readings):
      Answer(
        lines: ["Em chưa chắc ý anh/chị. Xin chọn số, hoặc nói lại:"] + numbered(readings),
        ["choices": strings(readings)])
    }
  }
}

extension Prompt.Secret {
  fileprivate var answer: Answer {
    switch self {
    case .password(let user):
      Answer("Mật khẩu (hoặc mã một lần) của \(user):", ["secret": true, "missing": "text"])
    case .newPassword:
      Answer(
        "Xin đặt một mật khẩu riêng (ít nhất 8 ký tự):",
        ["secret": true, "needs": "new_password"])
    case .newPasswordAgain:
      Answer("Xin gõ lại mật khẩu mới:", ["secret": true, "needs": "new_password"])
    }
  }
}
