/// What the next line of the person will be.
package struct SessionPrompt: Equatable, Sendable {
  package var text: String
  /// Not to be shown while it is typed, and not to be kept.
  package var isSecret: Bool
  /// Something said in the conversation, worth being taken up again.
  package var isRemembered: Bool

  init(_ text: String, isSecret: Bool = false, isRemembered: Bool = false) {
    self.text = text
    self.isSecret = isSecret
    self.isRemembered = isRemembered
  }
}
