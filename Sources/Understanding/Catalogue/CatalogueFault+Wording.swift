extension CatalogueFault: CustomStringConvertible {
  /// One line: where, what, and what to do about it.
  package var description: String {
    let place = line == 0 ? file : column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    return "\(place): \(problem.words). \(problem.advice)"
  }
}

extension CatalogueFaults: CustomStringConvertible {
  package var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension CatalogueFault.Problem {
  package var words: String {
    switch self {
    case .noFolder: "Thư mục không có tệp nào của trợ lý"
    case .unreadable: "Không đọc được tệp"
    case .notYAML(let problem): "Tệp viết sai quy tắc YAML (\(problem))"
    case .noKeys: "Tệp không có mục nào"
    case .listWanted: "Ở đây cần một danh sách"
    case .textWanted: "Ở đây cần một câu chữ"
    case .badTemplate(let text, let kind): "Trong “\(text)”: \(kind.words)"
    case .tooManyForms(let name): "Một cách nói của “\(name)” viết ra được quá nhiều câu"
    case .tooManyRules(let most): "Có hơn \(most) quy tắc và danh sách"
    case .doubledRule(let name): "Quy tắc “\(name)” có hai lần"
    case .emptyRule(let name): "Quy tắc “\(name)” để trống"
    case .missingRule(let name): "Thiếu quy tắc “\(name)”, câu nào cũng cần đến"
    case .unknownRule(let name): "Không có quy tắc <\(name)>"
    case .unknownRuleOfIntent(let name, let intent):
      "Việc \(intent.rawValue) dùng quy tắc “\(name)” không có"
    case .listWithoutSlot: "Danh sách không cho biết là giá trị của ô nào"
    case .groupsWanted: "Ở đây cần các nhóm tên gọi"
    case .badShortForm: "Chữ viết tắt cần một cách viết đầy đủ"
    case .noIntents: "Mục intents để trống"
    case .unknownIntent(let name): "Không có việc nào tên “\(name)”"
    case .missingIntent(let intent): "Thiếu việc \(intent.rawValue)"
    case .noPurpose: "Việc này không cho biết để làm gì"
    case .fileWithoutIntent: "Tệp câu mẫu không cho biết là của việc nào"
    case .noSentence(let intent): "Việc \(intent.rawValue) không có câu mẫu nào"
    case .unknownSlot(let name): "Không có ô {\(name)}"
    case .unknownSlotName(let name): "Không có ô nào tên “\(name)”"
    case .unknownSpeakerRule: "Cách hiểu người nói không đúng"
    case .unknownMood(let name): "Không có giọng nào tên “\(name)”"
    }
  }

  package var advice: String {
    switch self {
    case .noFolder: "Xin cho biết thư mục có tệp catalogue.yaml."
    case .unreadable: "Tệp phải đọc được và viết bằng UTF-8."
    case .notYAML: "Đặt trong ngoặc kép những chữ có : # { } [ ]."
    case .noKeys: "Bắt đầu tệp bằng một mục, như “intent:”."
    case .listWanted: "Viết các dòng bắt đầu bằng “- ”."
    case .textWanted: "Đặt trong ngoặc kép những chữ có : # { } [ ]."
    case .badTemplate: "Mở ngoặc nào thì đóng ngoặc ấy."
    case .tooManyForms: "Viết thành vài câu ngắn hơn, không có ô trong ngoặc nhọn."
    case .tooManyRules: "Gộp bớt các quy tắc."
    case .doubledRule: "Gộp hai chỗ làm một."
    case .emptyRule: "Thêm một cách nói, hoặc bỏ quy tắc."
    case .missingRule: "Viết lại quy tắc này vào rules/signals.yaml."
    case .unknownRule, .unknownRuleOfIntent: "Các quy tắc ở trong thư mục rules/."
    case .listWithoutSlot, .unknownSlotName:
      "Chọn một trong: \(SlotName.allCases.map(\.rawValue).joined(separator: ", "))."
    case .groupsWanted: "Viết các dòng bắt đầu bằng “- [”."
    case .badShortForm: "Viết như “đk: đăng ký”."
    case .noIntents: "Viết một mục cho mỗi mã việc."
    case .unknownIntent: "Mã của các việc ở trong catalogue.yaml."
    case .missingIntent: "Thêm mục có does, slots và roles."
    case .noPurpose: "Viết “does: …”."
    case .fileWithoutIntent: "Viết “intent: MÃ” ở đầu tệp."
    case .noSentence: "Thêm tệp trong sentences/ với ít nhất một câu."
    case .unknownSlot: "Các ô ở trong catalogue.yaml."
    case .unknownSpeakerRule: "Viết named hoặc spoken."
    case .unknownMood: "Chọn trong: question, negated, conditional, reported, past."
    }
  }
}

extension Template.Fault.Kind {
  fileprivate var words: String {
    switch self {
    case .unopened(let sign): "có “\(sign)” mà không mở trước"
    case .unclosed(let sign): "“\(sign)” không được đóng"
    case .emptyText: "nội dung {text: …} để trống"
    case .badName: "tên trong ngoặc để trống hoặc quá dài"
    }
  }
}
