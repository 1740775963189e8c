import Campaigns
import CivilTime
import Vietnamese
import Wire

// What somebody is told that another did.

extension CaseNotice {
  var answer: Answer {
    let tail = campaignTitle.map { ", phong trào \($0)" } ?? ""
    return Answer(
      lines: [
        what + tail + ".", detail, receipt.map { "Mã tiếp nhận \($0)." } ?? "", advice,
      ],
      [
        "campaign": optional(campaign), "event": .string(event.rawValue),
        "subject": subject.map { ["name": .string($0)] } ?? .null, "honour": optional(honour),
        "by": .string(by), "receipt": optional(receipt), "text": optional(text),
        "day": optional(day),
      ])
  }

  private var whom: String { subject ?? "đơn vị" }
  private var honourPart: String { honour.map { " \($0)" } ?? "" }
  private var dossier: String { "hồ sơ\(honourPart) của \(whom)" }
  private var dayWords: String { day?.vietnameseWithWeekday ?? "" }

  private var what: String {
    switch event {
    case .pledgeSigned: "\(by) đã ký giao ước thi đua cho \(whom)"
    case .workRegistered: "\(by) đã đăng ký công trình, phần việc cho \(whom)"
    case .dossierOpened: "\(by) đã lập \(dossier)"
    case .dossierSubmitted: "\(by) đã nộp \(dossier), chờ thẩm định"
    case .dossierAccepted: "\(by) đã thẩm định \(dossier): đủ điều kiện, chờ Hội đồng xét"
    case .dossierReturned: "\(by) đã trả lại \(dossier) để bổ sung"
    case .sittingOpened: "\(by) đã mở phiên họp Hội đồng; mời anh/chị bỏ phiếu"
    case .selected: "Hội đồng đã nhất trí đề nghị\(honourPart) cho \(whom)"
    case .notSelected: "Hội đồng chưa chọn \(whom)\(honour.map { " cho \($0)" } ?? "")"
    case .forwarded: "\(by) đã trình \(dossier) lên cấp trên"
    case .received: "\(by) đã trình lên anh/chị \(dossier)"
    case .awarded: "Chúc mừng \(whom) đã được tặng\(honour.map { " \($0)" } ?? " khen thưởng")"
    case .corrected: "\(by) đã đính chính quyết định tặng\(honourPart) cho \(whom)"
    case .barred: "\(by) đã ghi tạm dừng xét khen \(whom)"
    case .barLifted: "\(by) đã gỡ tạm dừng xét khen \(whom)"
    case .opinionRecorded:
      "\(by) đã ghi ý kiến bằng văn bản của anh/chị về \(dossier); nếu không đúng, xin tự bỏ phiếu"
    case .placesFixed: "\(by) đã ấn định số lượng khen thưởng"
    case .revoked: "\(by) đã ghi thu hồi\(honourPart) của \(whom)"
    case .exampleApproved: "Gương điển hình \(whom) đã được duyệt, mọi người cùng xem"
    case .reported: "\(by) báo: \(whom) đã báo cáo, tổng kết xong"
    case .extended: "\(by) đã gia hạn\(text.map { " \($0)" } ?? "")"
    case .announced: "Thông báo của \(by)"
    case .feedbackSent: "\(by) gửi phản ánh"
    case .feedbackAnswered: "\(by) đã trả lời phản ánh của anh/chị"
    case .exampleSent: "\(by) giới thiệu gương điển hình \(whom)"
    case .takenBack: "\(by) đã hoàn tác một thay đổi\(subject.map { " về \($0)" } ?? "")"
    }
  }

  /// The reason, words or day that came with it; a whole line.
  private var detail: String {
    switch event {
    case .pledgeSigned, .workRegistered, .announced, .feedbackSent, .feedbackAnswered,
      .exampleSent, .sittingOpened, .takenBack:
      text.map { "Nội dung: \($0)" } ?? ""
    case .dossierSubmitted: day == nil ? "" : "Thẩm định chậm nhất \(dayWords)."
    case .dossierReturned:
      lines(
        text.map { "Lý do: \($0)" }, day.map { _ in "Bổ sung chậm nhất \(dayWords)." })
    case .notSelected, .revoked, .barred, .barLifted: text.map { "Lý do: \($0)" } ?? ""
    case .exampleApproved, .opinionRecorded: ""
    case .placesFixed: text.map { "Số lượng: \($0)." } ?? ""
    case .forwarded, .received: text.map { "Nơi nhận: \($0)." } ?? ""
    case .awarded, .corrected:
      text.map { "Quyết định \($0)\(day.map { " ngày \($0.vietnamese)" } ?? "")." } ?? ""
    case .reported:
      lines(
        text.map { "Văn bản \($0)\(day.map { " ngày \($0.vietnamese)" } ?? "")." }, report?.words)
    case .extended: day == nil ? "" : "Hạn mới: hết \(dayWords)."
    case .dossierOpened, .dossierAccepted, .selected: text.map { "Ghi chú: \($0)" } ?? ""
    }
  }

  private func lines(_ parts: String?...) -> String {
    parts.compactMap(\.self).joined(separator: "\n")
  }

  /// What the recipient can do about it now.
  private var advice: String {
    switch event {
    case .dossierSubmitted, .received:
      subject.map { "Gõ: hồ sơ của \($0)" } ?? "Gõ: hồ sơ nào chờ thẩm định"
    case .dossierReturned:
      subject.map { "Cán bộ đầu mối bổ sung xong thì gõ: nộp hồ sơ của \($0)" } ?? ""
    case .sittingOpened, .opinionRecorded: "Gõ: chương trình họp hội đồng"
    case .placesFixed: "Gõ: còn bao nhiêu suất"
    case .feedbackSent: "Gõ: danh sách phản ánh"
    case .exampleSent: subject.map { "Gõ: duyệt gương \($0)" } ?? ""
    case .pledgeSigned, .workRegistered, .dossierOpened, .dossierAccepted, .selected,
      .notSelected, .forwarded, .awarded, .corrected, .barred, .barLifted, .extended, .announced,
      .reported, .feedbackAnswered, .revoked,
      .exampleApproved, .takenBack:
      ""
    }
  }
}

extension ReportFacts {
  fileprivate var words: String {
    let figures =
      "Số liệu: \(registeredPeople) người đăng ký; \(works) công trình, phần việc, xong \(worksDone); \(dossiers) hồ sơ; \(awards) được khen."
    let list = shortened(proposed.map(bullet), "người, tập thể")
    return ([figures] + titled("Đề nghị cấp trên:", list)).joined(separator: "\n")
  }
}
