import CivilTime
import Understanding
import UnderstandingTrials

// What the people who edit `intents/` read.

extension SentenceReview.Finding {
  var words: String {
    let what =
      switch kind {
      case .stolen(let thief?): "được hiểu thành \(thief.rawValue)"
      case .stolen(nil): "được coi là không thuộc việc nào"
      case .uselessSlot(let slot): "có ô {\(slot)} mà việc này không dùng"
      case .untested: "chưa có tin nhắn thử nào giống"
      }
    return "\(file):\(line): “\(text)” \(what)"
  }
}

extension UtteranceFault {
  var words: String {
    let what =
      switch problem {
      case .notYAML(let problem): "Tệp viết sai quy tắc YAML (\(problem))."
      case .noUtterances: "Thiếu mục utterances với mã việc ở dưới."
      case .noMessage: "Thiếu tin nhắn. Viết {say: \"…\"}."
      case .unknownIntent(let name): "Không có việc nào tên “\(name)”."
      case .unknownSlot(let name): "Không có ô nào tên “\(name)”."
      case .unknownDecision(let name): "“\(name)” không phải act, confirm, choose hay none."
      }
    return line == 0 ? "\(file): \(what)" : "\(file):\(line): \(what)"
  }
}

extension Score.Mistake {
  var words: String {
    let what =
      switch kind {
      case .act: "LÀM mà không phải lệnh"
      case .confirm: "hỏi lại như lệnh"
      case .intent: "hiểu sai, phải là \(utterance.intent?.rawValue ?? "không việc nào")"
      case .slots: "sai ô"
      case .needless: "hỏi lại không cần"
      }
    return "\(utterance.file):\(utterance.line): \(what): “\(said)” → \(reading)"
  }
}

/// The table of `thidua intents test`.
enum ScoreTable {
  static let heading =
    "nhiễu             việc %  ô F1 %  từ chối %  làm sai      hỏi sai     hỏi thừa"

  static func row(_ noise: Noise, _ score: Score) -> String {
    let cells = [
      (noise.rawValue, 16), (percent(score.intentAccuracy), 8), (percent(score.slotF1), 8),
      (percent(score.refusalRate), 11), ("\(score.wrongActs)", 9),
      ("\(score.wrongConfirms)/\(score.outside + score.traps)", 13),
      ("\(score.needlessConfirms)/\(score.completeOrders)", 13),
    ]
    return cells.enumerated().map { index, cell in
      let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return index == 0 ? cell.0 + padding : padding + cell.0
    }.joined()
  }

  static func reliability(_ table: Reliability) -> [String] {
    let bins = table.bins.map {
      "  tin \(percent($0.from))–\(percent($0.from + 0.1)) %: \($0.count) lần, "
        + "tự tin \(percent($0.confidence)) %, đúng \(percent($0.accuracy)) %"
    }
    let curve = table.curve.map {
      "  từ \($0.threshold): giữ \(percent($0.coverage)) %, trong đó sai \(percent($0.risk)) %"
    }
    return bins + ["  lệch trung bình \(percent(table.error)) %"] + curve
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10),\(tenths % 10)"
  }
}

extension Explanation {
  func lines(_ lexicon: Lexicon) -> [String] {
    var lines = ["từ: " + words.map(\.marked).joined(separator: " ")]
    if words.contains(where: { $0.isPadding || $0.isRepaired || !$0.isKnown }) {
      lines.append("    (đọc lướt qua), *đã sửa lỗi gõ*, ?không câu mẫu nào có?")
    }
    for signal in signals { lines.append("dấu hiệu \(signal.rule): \(signal.words)") }
    lines.append("giọng: \(mood.rawValue) · giống lệnh: \(rounded(order))")
    for candidate in candidates {
      let name = candidate.intent?.rawValue ?? "không việc nào"
      let reasons = candidate.reasons.map { "\($0.words) \(rounded($0.weight))" }
      lines.append("\(name) \(rounded(candidate.score)): " + reasons.joined(separator: ", "))
    }
    let slots = reading.slots.plain(lexicon).sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }
    lines.append(
      "kết luận: \(reading.intent?.rawValue ?? "không việc nào") · \(reading.decision.rawValue) · "
        + "tin \(rounded(reading.confidence)) · " + slots.joined(separator: ", "))
    if let doubt = reading.doubt { lines.append("chưa làm ngay vì " + words(doubt)) }
    return lines
  }

  private func words(_ doubt: Doubt) -> String {
    switch doubt {
    case .mood: "không phải lời bảo làm"
    case .unsure: "chưa đủ chắc"
    case .verb: "động từ được đoán"
    case .always: "việc này luôn hỏi lại"
    case .told: "kể việc đã xong"
    case .request: "là câu hỏi nhờ làm"
    case .missing: "còn thiếu ô"
    case .cut: "tin quá dài"
    case .value: "có giá trị được đoán"
    case .word(let place): "từ “\(words[place].text)” có thể là từ khác"
    case .speaker: "chưa chắc người nói tự nói mình"
    case .people: "nói đến hai người, có người chưa quen"
    case .past: "nói đến ngày hay năm đã qua"
    case .aside: "chỉ một câu của tin là lệnh"
    case .impossible: "ngày hay giờ nói đến không có thật, hoặc mâu thuẫn nhau"
    case .strangers: "nhiều từ mà câu mẫu của việc này không có"
    case .wording: "cách nói chưa gặp trong câu lệnh nào"
    }
  }

  private func rounded(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}

extension Explanation.Word {
  fileprivate var marked: String {
    let named = value.map { "{\($0) \(text)}" } ?? text
    if isPadding { return "(\(named))" }
    if isRepaired { return "*\(named)*" }
    return isKnown ? named : "?\(named)?"
  }
}
