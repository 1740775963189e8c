package import CampaignStore
package import CivilTime

/// How wrong passwords are slowed down and then locked out for a while. The same for names that no
/// account has, so that it tells nothing.
package enum LoginThrottle {
  /// From so many failures in a row on, no attempt is looked at for `lockMilliseconds`.
  static let failuresToLock = 5
  static let lockMilliseconds: Int64 = 15 * 60_000

  /// How long the lock still lasts, in whole seconds above 0; `nil` if there is none.
  package static func secondsLocked(_ failures: LoginFailures?, at now: Instant) -> Int? {
    // A failure in the future was written under another clock (`--now`): it locks nobody.
    guard let failures, failures.count >= failuresToLock, failures.lastAt <= now else {
      return nil
    }
    let left = failures.lastAt.milliseconds + lockMilliseconds - now.milliseconds
    return left > 0 ? Int((left + 999) / 1000) : nil
  }

  /// How long the answer to the next wrong password is held back, in milliseconds of real time:
  /// half a second, doubling to four seconds.
  package static func answerDelay(afterFailures count: Int) -> Int {
    count <= 0 ? 0 : min(500 << min(count - 1, 3), 4000)
  }
}
