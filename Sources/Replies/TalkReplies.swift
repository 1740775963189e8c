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
    case .help(let about): HelpTopic.answer(about: about)
    case .cancelled: Answer("Dạ, em dừng lại; chưa có gì thay đổi.")
    case .nothingPending: Answer("Hiện không có việc nào đang chờ trả lời.")
    case .nothingToRepeat: Answer("Em chưa trả lời gì để nhắc lại ạ.")
    case .loggedOut: Answer("Anh/chị đã đăng xuất.")
    case .passwordsDiffer: Answer("Hai lần gõ không giống nhau. Xin đăng nhập lại từ đầu.")
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

/// What can be said, by topic.
private enum HelpTopic: CaseIterable {
  case registration, plans, honours, works, targets, dossiers, council, awards, voices
  case reminders, status, account

  static func answer(about words: String?) -> Answer {
    let wanted = Set(FoldedText(words ?? "").syllables.map(\.key))
    let chosen = allCases.filter { topic in
      FoldedText(topic.title).syllables.contains { wanted.contains($0.key) }
    }
    return Answer(
      lines: ["Em giúp được những việc sau, ví dụ:"]
        + (chosen.isEmpty ? allCases : chosen).flatMap {
          ["\($0.title):"] + $0.examples.map(bullet)
        })
  }

  private var title: String {
    switch self {
    case .registration: "Đăng ký"
    case .plans: "Kế hoạch, thời hạn"
    case .honours: "Danh hiệu, tiêu chuẩn"
    case .works: "Công trình, giao ước"
    case .targets: "Chỉ tiêu, số liệu"
    case .dossiers: "Hồ sơ khen thưởng"
    case .council: "Hội đồng"
    case .awards: "Khen thưởng"
    case .voices: "Góp ý, thông báo, gương điển hình"
    case .reminders: "Nhắc việc"
    case .status: "Theo dõi hồ sơ"
    case .account: "Tài khoản"
    }
  }

  private var examples: [String] {
    switch self {
    case .registration:
      [
        "đăng ký lao động tiên tiến cho tôi", "đổi sang chiến sĩ thi đua cơ sở",
        "rút đăng ký · hoàn tác", "ai chưa đăng ký (cán bộ đầu mối, thư ký)",
      ]
    case .plans:
      ["các phong trào", "hạn đăng ký là ngày nào", "chỉ tiêu · các đợt thi đua · ai phụ trách"]
    case .honours:
      [
        "tiêu chuẩn chiến sĩ thi đua cơ sở", "hồ sơ gồm những gì",
        "đăng ký được những danh hiệu nào",
      ]
    case .works:
      [
        "ký giao ước thi đua · ai đã ký giao ước",
        "đăng ký công trình đường hoa, xong trước 31/5",
        "báo tiến độ công trình đường hoa được 50 %",
        "tiến độ các công trình",
      ]
    case .targets: ["bảo hiểm y tế đạt 93 %", "kết quả thực hiện các chỉ tiêu", "báo cáo tổng hợp"]
    case .dossiers:
      [
        "lập hồ sơ giấy khen cho HỌ TÊN", "thêm biên bản vào hồ sơ HỌ TÊN",
        "nộp hồ sơ của HỌ TÊN", "hồ sơ nào chờ thẩm định",
        "hồ sơ HỌ TÊN đủ điều kiện · trả lại hồ sơ HỌ TÊN vì thiếu biên bản (thư ký)",
      ]
    case .council:
      [
        "chương trình họp hội đồng", "mở phiên họp · kết thúc phiên họp (thư ký, Chủ tịch)",
        "tôi đồng ý cho HỌ TÊN (thành viên Hội đồng)",
      ]
    case .awards:
      [
        "ai được khen thưởng", "số lượng khen thưởng còn lại",
        "ghi quyết định 12/QĐ-UBND khen HỌ TÊN · trình hồ sơ HỌ TÊN lên cấp trên (thư ký, Chủ tịch)",
      ]
    case .voices:
      [
        "tôi có vướng mắc: chưa có mẫu báo cáo", "giới thiệu gương HỌ TÊN: hiến đất làm đường",
        "danh sách phản ánh · trả lời phản ánh 12: mẫu gửi chiều nay (thư ký)",
        "thông báo cho mọi người: mai họp xét · gia hạn đăng ký đến 20/1 (thư ký, Chủ tịch)",
      ]
    case .reminders:
      [
        "nhắc tôi những gì · đã rõ", "nhắc tôi 8h sáng mai nộp báo cáo",
        "nhắc tôi trước hạn đăng ký 3 ngày", "nhắc lại sau 2 tiếng · hủy lời nhắc nộp báo cáo",
      ]
    case .status: ["hồ sơ của tôi"]
    case .account: ["đăng nhập TÊN", "tôi là ai", "đổi mật khẩu", "đăng xuất"]
    }
  }
}
