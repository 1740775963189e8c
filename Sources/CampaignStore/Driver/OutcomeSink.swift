/// Where results of written transactions go: an event loop's mailbox.
package protocol OutcomeSink<Outcome>: AnyObject, Sendable {
  associatedtype Outcome: Sendable

  /// Called on the writer's thread, once for each commit that concerns this sink, after it. The
  /// deliveries stand in the order in which the jobs were run. Must be quick and must not wait:
  /// all other writes wait for it.
  func deliver(_ deliveries: [Delivery<Outcome>])
}

/// One job's end.
package struct Delivery<Outcome: Sendable>: Sendable {
  /// The number its submitter gave it.
  package let ticket: UInt64

  /// What the job returned, on disk by now; or what it threw, with nothing of it kept; or the
  /// `StoreError` of the commit, with nothing of it kept.
  package let result: Result<Outcome, any Error>
}
