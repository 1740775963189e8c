import Synchronization

/// The event loops of a process, one thread each.
///
///     ProcessSignal.prepareProcess(toTake: [.terminate, .hangUp])      // first line of main
///     let group = try EventLoopGroup<ChatMessage>(loops: 2)            // mailboxes exist
///     try group.start(signals: [.terminate, .hangUp]) { ChatLoop($0) } // threads run
///     group.accept(listener)                                           // clients are served
///     group.join()                                                     // until all loops end
package final class EventLoopGroup<Message: Sendable>: Sendable {
  /// How any thread reaches each loop; `ConnectionID.loop` is the index.
  package let mailboxes: [Mailbox<Message>]

  private let links: [LoopLink]
  private let threads = Mutex<[LoopThread]>([])

  package init(loops: Int) throws(SocketError) {
    precondition(loops > 0, "a group without loops")
    var links: [LoopLink] = []
    for index in 0..<loops { links.append(try LoopLink(index: index)) }
    self.links = links
    mailboxes = links.map { Mailbox($0.wakeUp) }
  }

  /// Starts the threads. `makeHandler` is called on each of them, before anything happens there,
  /// and what it makes stays there. Once only.
  ///
  /// - Parameter signals: what the first loop takes; see `ProcessSignal.prepareProcess`.
  /// - Throws: what the kernel or `makeHandler` threw first; then no thread is left.
  package func start<Handler: LoopHandler>(
    signals: Set<ProcessSignal> = [],
    _ makeHandler: @escaping @Sendable (EventLoop) throws -> Handler
  ) throws where Handler.Message == Message {
    ProcessSignal.ignoreBrokenPipes()
    do {
      for (link, mailbox) in zip(links, mailboxes) {
        let taken = link.index == 0 ? signals : []
        let started = try StartReport()
        let thread = try LoopThread("loop-\(link.index)") {
          EventLoopGroup.runLoop(link, mailbox, taken, started, makeHandler)
        }
        threads.withLock { $0.append(thread) }
        try started.wait()
      }
    } catch {
      end()
      join()
      throw error
    }
  }

  /// The first loop accepts, all loops serve.
  package func accept(_ listener: Listener) {
    listener.willBeServed(by: links[0])
    if !links[0].commands.put(.accept(listener, among: links)) { listener.closeDescriptor() }
  }

  /// Tells every loop to end at once, from any thread; see `EventLoop.endOnceEmpty`.
  package func end() {
    for link in links { link.commands.put(.end) }
  }

  /// Waits until all loops have ended. Not from a loop.
  package func join() {
    let running = threads.withLock { threads in
      defer { threads = [] }
      return threads
    }
    for thread in running { thread.join() }
  }

  private static func runLoop<Handler: LoopHandler>(
    _ link: LoopLink, _ mailbox: Mailbox<Message>, _ signals: Set<ProcessSignal>,
    _ started: StartReport, _ makeHandler: (EventLoop) throws -> Handler
  ) where Handler.Message == Message {
    do {
      // Here too, so that a signal sent to this very thread is read and not suffered.
      ProcessSignal.block(signals)
      let loop = try EventLoop(link, signals: signals)
      let handler = try makeHandler(loop)
      started.succeeded()
      loop.run(handler, mailbox)
    } catch {
      started.failed(error)
    }
  }
}
