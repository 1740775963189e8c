package import Campaigns
package import Understanding

/// What the dialog wants done next. The connection does it and answers the request with it.
package enum Step: Sendable {
  case run(Command)
  case prompt(Prompt)
  case talk(Talk)
  case refuse(Refusal)
  /// Verify and log in; `newPassword` replaces a one-time code or an old password.
  case logIn(user: String, password: String, newPassword: String?)
  case logOut
  /// The last answer again.
  case repeatLast
}

/// One step with what was understood, for the reply's `intent` and `slots`.
package struct Turn: Sendable {
  package let step: Step
  package let intent: Intent?
  package let slots: Slots
  /// A second order of the same message, as written: a yes to the answer begins it.
  package let more: String?

  package init(
    _ step: Step, intent: Intent? = nil, slots: Slots = Slots(), more: String? = nil
  ) {
    self.more = more
    self.step = step
    self.intent = intent
    self.slots = slots
  }
}
