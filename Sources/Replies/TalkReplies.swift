package import Campaigns
import Vietnamese
import Wire

extension Talk {
  package var answer: Answer {
    switch self {
    case .greeting:
      Answer("Chào anh/chị! Em có thể giúp gì ạ? Gõ “trợ giúp” để xem các việc em làm được.")
    case .thanks: Answer("Dạ, không có gì ạ.")
    case .goodbye: Answer("Chào anh/chị, hẹn gặp lại ạ.")
    case .help(let topic): topic.answer
    case .cancelled: Answer("Dạ, em dừng lại; chưa có gì thay đổi.")
    case .nothingPending: Answer("Hiện không có việc nào đang chờ trả lời.")
    case .nothingToRepeat: Answer("Em chưa trả lời gì để nhắc lại ạ.")
    case .loggedOut: Answer("Anh/chị đã đăng xuất.")
    case .notLoggedIn: Answer("Anh/chị chưa đăng nhập.")
    case .notAnOrder(let likely):
      Answer(
        lines: ["Em hiểu đây không phải là yêu cầu thực hiện nên chưa thay đổi gì."]
          + choices(likely),
        ["choices": strings(likely)])
    case .unclear(let likely):
      Answer(
        lines: ["Em chưa hiểu ý anh/chị; chưa có gì thay đổi."] + choices(likely)
          + ["Gõ “trợ giúp” để xem các việc em làm được."],
        ["choices": strings(likely)])
    case .numberOutOfRange(let count):
      Answer("Xin chọn một số từ 1 đến \(count), hoặc “thôi” để dừng.")
    }
  }

  private func choices(_ likely: [String]) -> [String] {
    likely.isEmpty ? [] : ["Có phải anh/chị muốn (chọn số):"] + numbered(likely)
  }
}

extension HelpTopic {
  fileprivate var answer: Answer {
    Answer(lines: lines, ["topic": .string(rawValue)])
  }

  private var lines: [String] {
    switch self {
    case .overview:
      ["Em giúp được những việc sau:"]
        + HelpTopic.allCases.filter { $0 != .overview }.flatMap(\.lines)
    case .registration:
      [
        "Đăng ký:", bullet("đăng ký lao động tiên tiến cho tôi"),
        bullet("đổi sang chiến sĩ thi đua cơ sở · rút đăng ký · hoàn tác"),
        bullet("danh sách đăng ký · ai chưa đăng ký (cán bộ đầu mối, thư ký)"),
      ]
    case .deadlines:
      [
        "Kế hoạch và thời hạn:", bullet("các phong trào · hạn đăng ký là ngày nào"),
        bullet("chỉ tiêu · các đợt thi đua · ai phụ trách"),
      ]
    case .honours:
      [
        "Danh hiệu:", bullet("tiêu chuẩn chiến sĩ thi đua cơ sở"),
        bullet("hồ sơ gồm những gì · đăng ký được những danh hiệu nào"),
      ]
    case .reminders:
      ["Nhắc việc:", bullet("nhắc tôi những gì · đã rõ")]
    case .status:
      ["Theo dõi:", bullet("hồ sơ của tôi")]
    case .account:
      ["Tài khoản:", bullet("đăng nhập TÊN · tôi là ai · đăng xuất")]
    }
  }
}
