import CampaignStore
import Campaigns
import ChatServer
import StoreOnSQLite

/// The directory of a store, for commands.
enum StoredDirectory {
  static func read(_ store: StoreArguments) throws -> Directory {
    let installation = try Installation.find()
    let source = KnowledgeSource(
      honours: try installation.honours(), calendar: try installation.calendar(),
      reminderRules: try installation.reminderRules())
    return try store.open().openReading().withSnapshot { try source.directory(on: $0) }
  }
}
