import CLinux
import Glibc

/// A thread of our own: event loops wait in the kernel, which Swift's task threads must not. A queue
/// of Dispatch that never ends costs a wake-up each second, so whoever waits for long takes this too.
package struct LoopThread: Sendable {
  private final class Work: Sendable {
    let name: String
    let run: @Sendable () -> Void

    init(_ name: String, _ run: @escaping @Sendable () -> Void) {
      self.name = name
      self.run = run
    }
  }

  private let thread: pthread_t

  /// `name`: up to 15 bytes, as `top -H` shows it. The thread must be joined.
  package init(_ name: String, _ run: @escaping @Sendable () -> Void) throws(SocketError) {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(name, run))
    let status = pthread_create(&thread, nil, LoopThread.main, work.toOpaque())
    guard status == 0 else {
      work.release()
      throw SocketError("pthread_create", code: status)
    }
    self.thread = thread
  }

  /// Waits until it has ended. Once only.
  package func join() {
    pthread_join(thread, nil)
  }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    argument in
    guard let argument else { return nil }
    let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
    pthread_setname_np(pthread_self(), work.name)
    work.run()
    return nil
  }
}
