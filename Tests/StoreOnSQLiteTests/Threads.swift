import Glibc

/// Runs `body` with 0, 1, … `count - 1` at once, each on a thread of its own, until all are done.
///
/// The tests' own tasks share as many threads as the machine has cores; what waits for something
/// must not stand on them.
func concurrently(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let threads = (0..<count).map { number in
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work { body(number) })
    precondition(pthread_create(&thread, nil, runWork, work.toOpaque()) == 0)
    return thread
  }
  for thread in threads { pthread_join(thread, nil) }
}

private final class Work {
  let run: () -> Void

  init(_ run: @escaping () -> Void) { self.run = run }
}

private func runWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let work else { return nil }
  Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run()
  return nil
}
