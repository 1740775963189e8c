/// The rules that the reading of every message asks for by name; their words stand in
/// `intents/rules/`.
///
/// Numbered, since every message asks for several of them: a look-up by name was a tenth of its
/// reading.
enum Signal: Int, CaseIterable, Sendable {
  /// Read over: dạ, ạ, nhé …
  case filler
  /// cảm ơn nhiều, cảm ơn em trước: read over behind an order
  case thanksBehind
  /// tôi, em, mình …
  case me
  /// anh ấy, chị ấy, người đó …
  case spokenOf
  /// ông, bà, anh, chị, đồng chí … before a name
  case title
  /// gia đình, hộ … before a name
  case householdHead
  /// Makes the next word a name or the speaker: cho, của, giúp …
  case beneficiary
  /// Between a text and what is no part of it: cho, của, xong trước …
  case connector
  /// đừng, không, chưa … before a verb
  case negator
  /// ai, gì, nào, bao giờ … anywhere
  case questionWord
  /// không, chưa, à … at the end
  case questionEnd
  /// có được, cho hỏi … anywhere
  case questionFrame
  /// nếu, lỡ, giả sử …
  case condition
  /// nghe nói, bảo là …
  case hearsay
  /// hôm qua, tuần trước …
  case past
  /// đã, vừa, mới … right before the verb
  case pastBefore
  /// rồi, xong … at the end
  case pastEnd
  /// Compounds that contain a signal's word and are none: "đảm bảo", "nông thôn mới".
  case notSignal
  /// Compounds that contain a unit's name and are none: "bảo hiểm y tế", "đoàn kết".
  case notName
  /// giúp, giùm, hộ, nhờ … make a question a request
  case request
  /// Makes the speaker the one concerned: của, cho
  case owner
  /// Whom the message is for: ad, bot, trợ lý
  case addressee
  /// việc, chuyện, vụ: what begins so may only speak of a matter
  case matter
  /// xem xét việc, bàn chuyện: what follows is only talked about
  case weighed
  /// chưa, where it begins a vote: perhaps it is none
  case notYet
  /// được, before the end of a question: it may be a polite order
  case may
  /// thì, behind the verb: what was ordered is only a condition or the topic of a comment
  case then
  /// mà, right before the verb said again: "nộp sao được mà nộp" says that nobody can
  case echo
  /// ơi: behind a name it is said to somebody else, not to the assistant
  case called
  /// họ, nó, người ta: right before the verb it is they who do it
  case they
  /// xin, sẽ, tự … between who does it and the verb
  case willingly
  /// khỏi, in a verb that calls off: it is no complaint
  case needless
  /// không đề nghị, không bảo: whoever says so has not asked for it
  case unsaid
  /// nên, right before the verb: what somebody should do is advice
  case advice
  /// vẫn, cũng … where a text begins: it tells, and names nothing
  case aloud
  /// giúp, nhé, nghen … behind a verb: it is asked of the assistant
  case urging
  /// cháu, con, bạn … right before a verb: who is asked
  case urged
  /// chỉ tiêu, mô hình, công trình … tell what is named, and are no part of its name
  case textHeading
  /// tỷ lệ, tổng, hội thi, đi … are a part of the text that follows them
  case textOpening
  /// năm nay, xã giao, đạt … are no part of the text before them
  case textClosing
  /// mũi, lớp, cấp … have a number behind them that is no figure
  case textNumbered

  /// đổi, sửa … and sang, thành: between them "chị sang" is no Ms. Sang
  case exchange
  case exchangedFor

  /// What must be known before values are: where names stand, and what may become a date.
  static let early: [Signal] = [
    .title, .beneficiary, .householdHead, .me, .past, .notSignal, .notName, .exchange,
    .exchangedFor,
  ]

  /// Signals whose words are none inside of a longer compound or value ("không đồng ý").
  /// One bit for each. No stored constant: every message asks, and those are guarded by a lock.
  @inline(__always)
  static var yielding: UInt64 {
    Signal.negator.bit | Signal.questionEnd.bit | Signal.questionWord.bit
      | Signal.questionFrame.bit | Signal.hearsay.bit | Signal.past.bit | Signal.pastBefore.bit
      | Signal.pastEnd.bit | Signal.condition.bit
  }

  /// Signals that the judge alone asks for, to doubt an order and to find where a text begins: they
  /// are no features of the model, nor does their number change those of other rules.
  @inline(__always)
  static var silent: UInt64 {
    Signal.thanksBehind.bit | Signal.matter.bit | Signal.weighed.bit | Signal.notYet.bit
      | Signal.may.bit | Signal.then.bit | Signal.echo.bit | Signal.called.bit | Signal.they.bit
      | Signal.willingly.bit | Signal.needless.bit | Signal.unsaid.bit | Signal.advice.bit
      | Signal.aloud.bit | Signal.urging.bit | Signal.urged.bit | Signal.exchange.bit
      | Signal.exchangedFor.bit | Signal.textHeading.bit | Signal.textOpening.bit
      | Signal.textClosing.bit | Signal.textNumbered.bit
  }

  static func isSilent(_ ruleName: String) -> Bool {
    Signal(ruleName: ruleName).map { silent & $0.bit != 0 } ?? false
  }

  @inline(__always)
  private var bit: UInt64 { 1 << UInt64(rawValue) }

  /// As `intents/rules/` calls it.
  var ruleName: String {
    switch self {
    case .filler: "filler"
    case .thanksBehind: "thanks_behind"
    case .me: "me"
    case .spokenOf: "spoken_of"
    case .title: "title"
    case .householdHead: "household_head"
    case .beneficiary: "beneficiary"
    case .connector: "connector"
    case .negator: "negator"
    case .questionWord: "question_word"
    case .questionEnd: "question_end"
    case .questionFrame: "question_frame"
    case .condition: "condition"
    case .hearsay: "hearsay"
    case .past: "past"
    case .pastBefore: "past_before"
    case .pastEnd: "past_end"
    case .notSignal: "not_signal"
    case .notName: "not_name"
    case .request: "request"
    case .owner: "owner"
    case .addressee: "addressee"
    case .matter: "matter"
    case .weighed: "weighed"
    case .notYet: "not_yet"
    case .may: "may"
    case .then: "then"
    case .echo: "echo"
    case .called: "called"
    case .they: "they"
    case .willingly: "willingly"
    case .needless: "needless"
    case .unsaid: "unsaid"
    case .advice: "advice"
    case .aloud: "aloud"
    case .urging: "urging"
    case .urged: "urged"
    case .exchange: "exchange"
    case .exchangedFor: "exchanged_for"
    case .textHeading: "text_heading"
    case .textOpening: "text_opening"
    case .textClosing: "text_closing"
    case .textNumbered: "text_numbered"
    }
  }

  /// `nil` for a rule that only sentences use.
  init?(ruleName: String) {
    guard let signal = Signal.allCases.first(where: { $0.ruleName == ruleName }) else { return nil }
    self = signal
  }
}
