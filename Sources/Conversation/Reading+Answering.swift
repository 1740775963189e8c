import Campaigns
import Understanding
import Vietnamese

// What a message is to a dialog that has asked something: an answer, or a message of its own.
extension Reading {
  /// "thôi", "không", "hủy"; "hoàn tác" too, as what is being asked about was not done yet.
  var givesUp: Bool {
    intent == .talkNo || intent == .talkCancel || intent == .talkUndo
  }

  /// Where free words are wanted only a word or two give up: "ghi nhầm số" is a reason.
  func givesUp(in text: String) -> Bool {
    givesUp && FoldedText(text).syllables.count <= 2
  }

  /// "nếu rút thì sao", "nghe nói chị Hoa rút rồi": it names somebody, but not as an answer.
  var isRemark: Bool {
    switch mood {
    case .conditional, .reported, .negated, .past: decision == .none && !isBareValue
    case .plain, .question: false
    }
  }

  /// Whether it says something that the draft could take over. What is more than a value ("quỹ vì
  /// người nghèo 0,5 tỷ") is a message of its own, of which no number is taken for another.
  func answers(_ draft: Draft) -> Bool {
    if isBareValue { return slots.answersSomething }
    if slots.text != nil, draft.slots.text != nil { return false }
    return intent == draft.intent ? slots.answersSomething : slots.namesSomething
  }

  /// "đồng ý", "không".
  var asVote: VoteKind? {
    switch intent {
    case .talkYes: .agree
    case .talkNo: .disagree
    default: nil
    }
  }

  /// "2", "số 2".
  var chosenNumber: Int? {
    guard intent == nil, let number = slots.number, number == number.rounded(), abs(number) < 1000
    else { return nil }
    return Int(number)
  }

  /// Two intents are about as likely; otherwise a choice is between namesakes.
  var hasRival: Bool {
    guard let rival = alternatives.first(where: { $0.intent != intent }) else { return false }
    return slots.honourCandidates.isEmpty && (slots.subject?.candidates.count ?? 0) < 2
      && slots.campaigns.count < 2 && rival.confidence > 0
  }
}
