package import Campaigns
import CivilTime
import Vietnamese
import Wire

extension Prompt {
  package var answer: Answer {
    switch self {
    case .missing(let missing): missing.answer
    case .confirm(let proposal): proposal.answer
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
    case .lateReason(let passed):
      Answer(
        "\(sentence(passed.title)) đã hết hạn từ \(passed.lastValidDay.vietnameseWithWeekday). Muốn nhận trễ, xin ghi lý do (hoặc “thôi”).",
        passed.data.merging(["missing": "text"]))
    }
  }
}

extension JSONObject {
  fileprivate func merging(_ other: JSONObject) -> JSONObject {
    var merged = self
    for member in other.members { merged[member.key] = member.value }
    return merged
  }
}

extension Proposal {
  fileprivate var answer: Answer {
    Answer(
      lines: [
        question, lateReason.map { "Ghi nhận trễ hạn, lý do: \($0)." } ?? "",
        "Đồng ý không ạ? (có / thôi)",
      ],
      [
        "subject": subject?.json ?? .null, "honours": strings(honours),
        "campaign_title": campaign.map { .string($0) } ?? .null,
      ])
  }

  private var question: String {
    let who = isSpeaker ? "anh/chị" : subject?.words ?? ""
    let place = campaign.map { ", phong trào \($0)" } ?? ""
    let names = vietnameseList(honours)
    return switch act {
    case .register: "Đăng ký \(names) cho \(who)\(place)."
    case .replace(let from):
      "Đổi đăng ký của \(who)\(from.map { " từ \($0)" } ?? "") sang \(names)\(place)."
    case .withdraw: "Rút đăng ký\(names.isEmpty ? "" : " " + names) của \(who)\(place)."
    case .undo: "Hoàn tác thay đổi gần nhất của anh/chị."
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
