import Actions
import Campaigns
import Conversation
import TestSupport
import Understanding

/// One end of a conversation: readings in, what comes of them out; changes are made in the store,
/// as a connection of the server does it.
final class Talker {
  let office: Office
  var cast: Cast
  var username: String?
  private var dialog = Dialog()

  init(_ cast: Cast, in office: Office) {
    self.office = office
    self.cast = cast
    username = cast == .guest ? nil : cast.rawValue
  }

  /// How parts of a message would be read by themselves.
  var parts: [String: Reading] = [:]

  /// - Parameter text: the message as written, where it matters.
  func says(_ reading: Reading, _ text: String = "…") throws -> Said {
    try end(turn(reading, text))
  }

  /// The dialog's own answer, before anything is done.
  func turn(_ reading: Reading, _ text: String = "…") -> Turn {
    dialog.readingReceived(reading, text: text, in: context)
  }

  func saysSecret(_ line: String) throws -> Said {
    try end(dialog.secretReceived(line, in: context))
  }

  /// The server found the one-time code right.
  func needsNewPassword(user: String, password: String) throws -> Said {
    try end(dialog.newPasswordNeeded(user: user, password: password))
  }

  /// Something came unasked.
  func isShown(_ content: PushContent) {
    dialog.shown(content)
  }

  func logsIn(as cast: Cast) {
    self.cast = cast
    username = cast.rawValue
    dialog.speakerChanged()
  }

  var awaitsSecret: Bool { dialog.awaitsSecret }
  var topic: CampaignID? { dialog.topic }

  private var context: DialogContext {
    let speaker = office.speaker(cast)
    let permissions = PermissionTable(office.directory)
    return DialogContext(
      speaker: speaker, username: username, directory: office.directory, now: office.now,
      mayAcceptLate: permissions.mayAcceptLate(speaker),
      refusal: { permissions.refusal(of: $0, to: speaker, concerning: $1) },
      label: { $0.rawValue },
      words: WordReading(
        names: { _, text in [text] },
        read: { text in
          if let reading = self.parts[text] { return reading }
          return .said(
            nil,
            subject: self.office.directory.people.values.first { $0.name == text }
              .map { .person(candidates: [$0.id], asWritten: text) })
        }, changes: { [.registrationCreate, .reminderCreate, .announceSend].contains($0) }))
  }

  private func end(_ turn: Turn) throws -> Said {
    switch turn.step {
    case .prompt(let prompt): return .asked(prompt)
    case .talk(let talk): return .talked(talk)
    case .refuse(let refusal): return .refused(refusal)
    case .logIn(let user, let password, let newPassword):
      return .logIn(user: user, password: password, newPassword: newPassword)
    case .logOut: return .logOut
    case .repeatLast: return .repeatLast
    case .run(let command):
      do {
        return .done(try run(command))
      } catch let refusal as Refusal {
        return try dialog.refusalReceived(refusal, of: turn).map(end) ?? .refused(refusal)
      }
    }
  }

  private func run(_ command: Command) throws -> Outcome {
    switch command {
    case .question(let question): try office.answer(question, as: cast)
    case .change(let change): try office.perform(change, as: cast).outcome
    }
  }
}

enum Said: Hashable {
  case done(Outcome)
  case asked(Prompt)
  case talked(Talk)
  case refused(Refusal)
  case logIn(user: String, password: String, newPassword: String?)
  case logOut
  case repeatLast

  var proposal: Proposal? {
    if case .asked(.confirm(let proposal)) = self { proposal } else { nil }
  }

  /// The change that was made.
  var change: RegistrationChange? {
    if case .done(let outcome) = self { outcome.change } else { nil }
  }

  /// What was made of works, dossiers, sittings, awards or voices.
  var made: ChangeMade.What? {
    if case .done(.made(let change)) = self { change.what } else { nil }
  }

  /// As many as can be chosen from by number.
  var choices: Int? {
    if case .asked(.choose(let choice)) = self { choice.count } else { nil }
  }
}
