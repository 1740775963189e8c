import Campaigns
import CivilTime
import Vietnamese
import Wire

// What people say to the office and the office to people: difficulties, good examples,
// announcements.

extension FeedbackList {
  var answer: Answer {
    guard !entries.isEmpty else {
      return Answer(
        "Không có phản ánh nào, phong trào \(campaign).", ["count": 0, "open": 0, "feedback": []])
    }
    let open = entries.filter { $0.feedback.answer == nil }
    return Answer(
      lines: ["\(entries.count) phản ánh, phong trào \(campaign) (chưa trả lời: \(open.count)):"]
        + shortened(entries.map { bullet($0.line) }, "phản ánh")
        + (open.first.map { ["Gõ: trả lời phản ánh \($0.id): NỘI DUNG"] } ?? []),
      [
        "count": number(entries.count), "open": number(open.count),
        "feedback": .array(entries.map { .object($0.facts) }),
      ])
  }
}

extension FeedbackEntry {
  fileprivate var line: String {
    let answer = feedback.answer.map {
      "đã trả lời ngày \($0.at.date.vietnamese): \(quoted($0.text))"
    }
    return
      "\(feedback.noticeEnds == nil ? "" : "kiến nghị khi công khai, ")số \(id), \(from), ngày \(feedback.sentAt.date.vietnamese): \(quoted(feedback.text)) – \(answer ?? "chưa trả lời")"
  }

  fileprivate var facts: JSONObject {
    [
      "id": .integer(id), "from": .string(from),
      "notice_ends": optional(feedback.noticeEnds?.iso), "text": .string(feedback.text),
      "sent_at": .string(feedback.sentAt.iso), "answer": optional(feedback.answer?.text),
      "answered_at": feedback.answer.map { .string($0.at.iso) } ?? .null,
    ]
  }

  var sentWords: ChangeWords {
    ChangeWords(
      event: "feedback_sent", what: "Đã gửi phản ánh số \(id) đến người phụ trách",
      state: "chờ trả lời",
      details: ["Nội dung: \(quoted(feedback.text))"]
        + (feedback.noticeEnds.map {
          [
            "Đang công khai kết quả đến hết \($0.vietnamese): phản ánh được coi là kiến nghị, phải trả lời trước khi ra quyết định"
          ]
        } ?? []),
      next: "khi có trả lời, anh/chị sẽ nhận được tin nhắn", data: facts)
  }

  var answeredWords: ChangeWords {
    ChangeWords(
      event: "feedback_answered", what: "Đã trả lời phản ánh số \(id) của \(from)",
      state: "đã trả lời",
      details: [feedback.answer.map { "Nội dung: \(quoted($0.text))" } ?? ""],
      next: "gõ “danh sách phản ánh” để xem các phản ánh còn lại", data: facts)
  }
}

func exampleWords(_ subject: NamedSubject) -> ChangeWords {
  ChangeWords(
    event: "example_sent", what: "Đã ghi nhận gương điển hình \(subject.words)",
    state: "chờ thư ký Hội đồng duyệt",
    next: "thư ký Hội đồng xem xét; được duyệt thì gương được giới thiệu với mọi người",
    data: ["subject": subject.json])
}

func exampleApprovedWords(_ subject: NamedSubject) -> ChangeWords {
  ChangeWords(
    event: "example_approved", what: "Đã duyệt gương điển hình \(subject.words)",
    state: "mọi người cùng xem được", next: "gõ “các gương điển hình” để xem tất cả",
    data: ["subject": subject.json])
}

extension ExampleList {
  var answer: Answer {
    let place = unit.map { " của \($0)" } ?? ""
    guard !entries.isEmpty else {
      return Answer(
        "Chưa có gương điển hình nào\(place), phong trào \(campaign). Gõ: giới thiệu gương HỌ TÊN: VIỆC ĐÃ LÀM",
        ["count": 0, "examples": []])
    }
    return Answer(
      lines: ["\(entries.count) gương điển hình\(place), phong trào \(campaign):"]
        + shortened(numbered(entries.map(\.line)), "gương"),
      ["count": number(entries.count), "examples": .array(entries.map(\.json))])
  }
}

extension ExampleList.Entry {
  fileprivate var line: String {
    "\(subject.words): \(example.text)" + (example.isApproved ? "" : " (chờ thư ký duyệt)")
  }

  fileprivate var json: JSONValue {
    [
      "subject": subject.json, "text": .string(example.text),
      "approved": .bool(example.isApproved), "sent_at": .string(example.sentAt.iso),
    ]
  }
}

func announcedWords(_ told: Int) -> ChangeWords {
  ChangeWords(
    event: "announced", what: "Đã gửi thông báo cho \(told) người", state: "đã gửi",
    next: "ai chưa đăng nhập sẽ nhận được khi đăng nhập lại", data: ["told": number(told)])
}
