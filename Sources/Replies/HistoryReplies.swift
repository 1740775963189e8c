import Campaigns
import CivilTime
import Vietnamese
import Wire

// Who changed what (lịch sử thay đổi).

extension History {
  var answer: Answer {
    guard !steps.isEmpty else {
      return Answer(
        "Chưa có thay đổi nào về \(subject.words).",
        ["subject": subject.json, "count": 0, "history": []])
    }
    return Answer(
      lines: ["\(steps.count) thay đổi về \(subject.words):"]
        + shortened(numbered(steps.map(\.line)), "thay đổi"),
      [
        "subject": subject.json, "count": number(steps.count),
        "history": .array(steps.map(\.json)),
      ])
  }
}

extension History.Step {
  fileprivate var line: String {
    "\(receipt.at.vietnamese), \(by ?? "quản trị"): \(act.words)"
      + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))") + ", mã \(receipt.code)"
  }

  fileprivate var json: JSONValue {
    [
      "receipt": .string(receipt.code), "at": .string(receipt.at.iso), "by": optional(by),
      "act": .string(act.rawValue), "facts": strings(facts),
    ]
  }
}

extension ChangeAct {
  fileprivate var words: String {
    switch self {
    case .registrationCreate: "đăng ký"
    case .registrationChange: "đổi đăng ký"
    case .registrationWithdraw: "rút đăng ký"
    case .pledgeSign: "ký giao ước"
    case .workRegister: "đăng ký công trình, phần việc"
    case .workProgress: "báo tiến độ"
    case .targetReport: "báo số liệu"
    case .dossierCreate: "lập hồ sơ"
    case .dossierAttach: "thêm giấy tờ"
    case .dossierSubmit: "nộp hồ sơ"
    case .dossierAccept: "thẩm định, đủ điều kiện"
    case .dossierReturn: "trả lại để bổ sung"
    case .councilOpen: "mở phiên họp"
    case .councilVote: "bỏ phiếu"
    case .councilClose: "Hội đồng xét"
    case .councilOpinion: "ghi ý kiến bằng văn bản"
    case .quotaSet: "ấn định số lượng khen"
    case .barRecord: "ghi tạm dừng xét khen"
    case .barLift: "gỡ tạm dừng xét khen"
    case .awardCorrect: "đính chính quyết định"
    case .awardDecide: "ghi quyết định khen thưởng"
    case .awardForward: "trình cấp trên"
    case .awardRevoke: "thu hồi khen thưởng"
    case .milestoneExtend: "gia hạn"
    case .milestoneDone: "ghi nhận đã làm"
    case .announce: "gửi thông báo"
    case .feedbackSubmit: "gửi phản ánh"
    case .feedbackReply: "trả lời phản ánh"
    case .exampleSubmit: "giới thiệu gương"
    case .exampleApprove: "duyệt gương"
    case .reminderCreate: "đặt lời nhắc"
    case .reminderCancel: "hủy lời nhắc"
    case .reminderNudge: "nhắc những người còn thiếu"
    case .reminderSettings: "đổi cài đặt nhắc việc"
    case .undo: "hoàn tác"
    case .passwordSet, .accountAdd, .accountReset, .accountLock, .accountUnlock: "sửa tài khoản"
    case .peopleImport: "nạp danh sách người"
    case .campaignLoad: "nạp kế hoạch"
    case .other: "thay đổi"
    }
  }
}
