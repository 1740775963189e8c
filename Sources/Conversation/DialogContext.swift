package import Campaigns
package import CivilTime
package import Understanding

/// What a dialog may know of the world for one message.
package struct DialogContext {
  package let speaker: Speaker
  /// The login name; `nil` for a guest.
  package let username: String?
  package let directory: Directory
  package let now: Instant
  /// Asked before anything is asked back, so that nobody is led through a dialog that must end in
  /// a refusal. The clerk asks again when the command is carried out.
  package let refusal: (Act, Concern) -> Refusal?
  /// Whether the speaker can accept something after its last valid day.
  package let mayAcceptLate: Bool
  /// What an intent does, in a few words.
  package let label: (Intent) -> String
  /// The states of a dossier that somebody's words name.
  package let dossierStates: (String) -> [DossierState]

  package init(
    speaker: Speaker, username: String?, directory: Directory, now: Instant,
    mayAcceptLate: Bool, refusal: @escaping (Act, Concern) -> Refusal?,
    label: @escaping (Intent) -> String,
    dossierStates: @escaping (String) -> [DossierState]
  ) {
    self.speaker = speaker
    self.username = username
    self.directory = directory
    self.now = now
    self.mayAcceptLate = mayAcceptLate
    self.refusal = refusal
    self.label = label
    self.dossierStates = dossierStates
  }

  func honourName(_ code: HonourCode) -> String {
    directory.honours[code]?.name ?? code
  }
}
