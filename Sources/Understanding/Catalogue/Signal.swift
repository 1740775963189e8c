/// The rules that the reading of every message asks for by name; their words stand in
/// `intents/rules/`.
enum Signal: String, CaseIterable, Sendable {
  /// Read over: dạ, ạ, nhé …
  case filler
  /// tôi, em, mình …
  case me
  /// anh ấy, chị ấy, người đó …
  case spokenOf = "spoken_of"
  /// ông, bà, anh, chị, đồng chí … before a name
  case title
  /// gia đình, hộ … before a name
  case householdHead = "household_head"
  /// Makes the next word a name or the speaker: cho, của, giúp …
  case beneficiary
  /// Between a text and what is no part of it: cho, của, xong trước …
  case connector
  /// đừng, không, chưa … before a verb
  case negator
  /// ai, gì, nào, bao giờ … anywhere
  case questionWord = "question_word"
  /// không, chưa, à … at the end
  case questionEnd = "question_end"
  /// có được, cho hỏi … anywhere
  case questionFrame = "question_frame"
  /// nếu, lỡ, giả sử …
  case condition
  /// nghe nói, bảo là …
  case hearsay
  /// hôm qua, tuần trước …
  case past
  /// đã, vừa, mới … right before the verb
  case pastBefore = "past_before"
  /// rồi, xong … at the end
  case pastEnd = "past_end"
  /// Compounds that contain a signal's word and are none: "đảm bảo", "nông thôn mới".
  case notSignal = "not_signal"
  /// giúp, giùm, hộ, nhờ … make a question a request
  case request
}
