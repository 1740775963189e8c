import Campaigns
import Conversation
import Replies
import Understanding
import Wire

// A step's answer as the protocol's reply: state, what was understood, words and data.

extension Turn {
  func reply(with answer: Answer) -> ChatReply { reply(.done, answer) }

  /// Something more is needed before it can be done.
  func reply(asking answer: Answer) -> ChatReply { reply(.ask, answer) }

  func reply(refusing refusal: Refusal) -> ChatReply {
    reply(.refused, refusal.answer, code: refusal.code)
  }

  /// With words of its own instead of the refusal's.
  func reply(refusedWith answer: Answer, code refusal: Refusal) -> ChatReply {
    reply(.refused, answer, code: refusal.code)
  }

  func reply(to prompt: Prompt) -> ChatReply {
    let state: ReplyState =
      switch prompt {
      case .missing, .secret: .ask
      case .confirm: .confirm
      case .choose: .choose
      }
    return reply(state, prompt.answer)
  }

  func reply(to talk: Talk) -> ChatReply {
    let state: ReplyState =
      switch talk {
      case .unclear, .notAnOrder, .numberOutOfRange: .unclear
      case .greeting, .thanks, .goodbye, .help, .cancelled, .nothingPending, .nothingToRepeat,
        .loggedOut, .passwordsDiffer, .notLoggedIn:
        .done
      }
    return reply(state, talk.answer)
  }

  private func reply(_ state: ReplyState, _ answer: Answer, code: String? = nil) -> ChatReply {
    ChatReply(
      state, code: code, intent: intent?.rawValue, slots: slots.json, text: answer.text,
      data: answer.data)
  }
}
