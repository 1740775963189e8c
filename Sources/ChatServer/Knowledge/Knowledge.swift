import Campaigns
import Understanding

/// Everything a loop needs to understand and answer, as one immutable value.
///
/// Made anew when the store's directory or the files of `intents/` change; loops take over the
/// newest between two messages. A class: it is passed along with every message.
final class Knowledge: Sendable {
  let directory: Directory
  let language: Language
  /// Accounts that an administrator locked: their sessions end.
  let lockedAccounts: Set<String>
  private let lexicons: [OrganizationID: Lexicon]
  private let publicLexicon: Lexicon

  init(directory: Directory, language: Language, lockedAccounts: Set<String>) {
    self.directory = directory
    self.language = language
    self.lockedAccounts = lockedAccounts
    let names = Names(directory)
    publicLexicon = Lexicon(
      honours: names.honours, campaigns: names.campaigns, topics: names.topics,
      wordings: language.recognizer.nameWordings)
    lexicons = Dictionary(
      uniqueKeysWithValues: directory.organizations.keys.map { organization in
        (organization, names.lexicon(of: organization, language.recognizer.nameWordings))
      })
  }

  /// The names a speaker can use: those of the own organization; a guest has public ones only.
  func lexicon(for speaker: Speaker) -> Lexicon {
    speaker.person.flatMap { lexicons[$0.organization] } ?? publicLexicon
  }
}
