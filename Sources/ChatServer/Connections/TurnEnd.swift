import Campaigns
import CivilTime
import Conversation
import Replies
import Understanding
import Wire

/// How a turn ends, before it is words and data.
enum TurnEnd {
  case done(Answer)
  /// Something more is needed before it can be done.
  case ask(Answer)
  case refused(Refusal)
  /// A refusal with words of its own.
  case refusedSaying(Answer, Refusal)
  case prompt(Prompt)
  case talk(Talk)

  /// The protocol's reply: state, what was understood, words and data.
  func reply(to turn: Turn, _ lexicon: Lexicon, on today: CivilDate) -> ChatReply {
    var (state, answer, code) = parts(on: today)
    if case .done = self, let more = turn.more { answer = answer.asking(too: more) }
    if state != .refused, case .impossible(let words, let fault) = turn.slots.date {
      answer = answer.remarking(fault, of: words)
    }
    return ChatReply(
      state, code: code, intent: turn.intent?.rawValue, slots: turn.slots.json(lexicon),
      text: answer.text, data: answer.data)
  }

  private func parts(on today: CivilDate) -> (ReplyState, Answer, code: String?) {
    switch self {
    case .done(let answer): (.done, answer, nil)
    case .ask(let answer): (.ask, answer, nil)
    case .refused(let refusal): (.refused, refusal.answer, refusal.code)
    case .refusedSaying(let answer, let refusal): (.refused, answer, refusal.code)
    case .prompt(let prompt): (prompt.state, prompt.answer(on: today), nil)
    case .talk(let talk): (talk.state, talk.answer, nil)
    }
  }
}

extension Prompt {
  fileprivate var state: ReplyState {
    switch self {
    case .missing, .secret: .ask
    case .confirm: .confirm
    case .choose: .choose
    }
  }
}

extension Talk {
  fileprivate var state: ReplyState {
    switch self {
    case .unclear, .notAnOrder, .numberOutOfRange: .unclear
    case .greeting, .thanks, .goodbye, .help, .cancelled, .nothingPending, .nothingToRepeat,
      .loggedOut, .passwordsDiffer, .notLoggedIn:
      .done
    }
  }
}
