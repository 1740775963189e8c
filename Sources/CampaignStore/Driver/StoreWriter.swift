import Synchronization

/// The one thread that writes. Jobs from all event loops share its commits.
///
/// - A job is a synchronous closure and one transaction. It must not wait for anything.
/// - While one commit is on its way to the disk, the next jobs gather; up to `batchLimit` of them
///   share the next commit.
/// - Results are delivered after the commit, never before, once per sink and commit.
/// - The thread owns the session; callers own nothing but the writer. `stop` before the sinks
///   stop listening, or their last deliveries are lost.
package final class StoreWriter<Outcome: Sendable>: Sendable {
  package typealias Job = @Sendable (any SQLSession) throws -> Outcome

  private let queue: JobQueue<Entry>
  private let thread: WriterThread
  private let isJoined = Mutex(false)

  /// Opens the store and starts the thread. `queueLimit` is how many jobs may be accepted and not
  /// yet delivered; above it `submit` answers `full`.
  package init(
    _ driver: some StoreDriver, queueLimit: Int = 16_384, batchLimit: Int = 256
  ) throws(StoreError) {
    let session = try driver.openWriting()
    let queue = JobQueue<Entry>(limit: queueLimit)
    self.queue = queue
    thread = try WriterThread {
      writeUntilClosed(queue, GroupCommit(session: session), batchLimit: batchLimit)
    }
  }

  deinit {
    stop()
    if thread.isCurrent { thread.detach() }
  }

  /// Hands a job in from any thread without waiting. If it is accepted, `sink` gets exactly one
  /// delivery with `ticket`. Jobs of one thread are run in the order they were handed in.
  package func submit(
    _ job: @escaping Job, ticket: UInt64, to sink: any OutcomeSink<Outcome>
  ) -> Submission {
    queue.put(Entry(job: job, ticket: ticket, sink: sink))
  }

  /// Refuses new jobs, writes and delivers those accepted, closes the store and returns when the
  /// thread has ended. On the writer's own thread (in `deliver`) it only asks for that.
  package func stop() {
    queue.close()
    guard !thread.isCurrent else { return }
    // Joined under the lock: a second caller, too, returns only when the thread has ended.
    isJoined.withLock { isJoined in
      if !isJoined { thread.join() }
      isJoined = true
    }
  }

  struct Entry: Sendable {
    let job: Job
    let ticket: UInt64
    let sink: any OutcomeSink<Outcome>
  }
}

/// The thread's life. Ends, and closes the store, when the queue is closed and empty.
private func writeUntilClosed<Outcome>(
  _ queue: JobQueue<StoreWriter<Outcome>.Entry>, _ commit: GroupCommit<Outcome>, batchLimit: Int
) {
  var taken: [StoreWriter<Outcome>.Entry] = []
  while queue.exchange(&taken) {
    var rest = taken[...]
    while !rest.isEmpty {
      let batch = rest.prefix(batchLimit)
      rest = rest.dropFirst(batchLimit)
      let results = commit.perform(batch.lazy.map(\.job))
      // Before the delivery, so that a sink that answers by submitting finds the room.
      queue.finished(batch.count)
      deliver(results, of: batch)
    }
    rest = []
    taken.removeAll(keepingCapacity: true)
  }
}

private func deliver<Outcome>(
  _ results: [Result<Outcome, any Error>], of batch: ArraySlice<StoreWriter<Outcome>.Entry>
) {
  // Sinks are few (one for each event loop), so a list finds them faster than a table.
  var parcels: [(sink: any OutcomeSink<Outcome>, deliveries: [Delivery<Outcome>])] = []
  for (entry, result) in zip(batch, results) {
    let delivery = Delivery(ticket: entry.ticket, result: result)
    if let index = parcels.firstIndex(where: { $0.sink === entry.sink }) {
      parcels[index].deliveries.append(delivery)
    } else {
      parcels.append((entry.sink, [delivery]))
    }
  }
  for parcel in parcels { parcel.sink.deliver(parcel.deliveries) }
}
