package import Campaigns

extension Push {
  /// `nil` for a push that is no reminder.
  package var digest: ReminderDigest? {
    if case .reminder(let digest) = content { digest } else { nil }
  }
}
