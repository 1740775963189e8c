import CLinux
import Glibc
import Synchronization
import Testing

@testable import SecureSockets

@Suite struct MailboxTests {
  private let wakeUp: WakeUpCall
  private let mailbox: Mailbox<Int>

  init() throws {
    wakeUp = try WakeUpCall()
    mailbox = Mailbox(wakeUp)
  }

  @Test func messagesComeInTheirOrder() {
    mailbox.put(1)
    mailbox.put(contentsOf: [2, 3])
    mailbox.put(4)
    #expect(mailbox.take() == [1, 2, 3, 4])
    #expect(mailbox.take() == [])
  }

  @Test func onlyTheFirstPutRings() {
    mailbox.put(contentsOf: [1, 2])
    mailbox.put(3)
    #expect(rings() == 1)
    _ = mailbox.take()
    mailbox.put(4)
    #expect(rings() == 1)
  }

  @Test func nothingPutRingsNobody() {
    #expect(mailbox.put(contentsOf: []))
    #expect(rings() == 0)
  }

  @Test func aClosedMailboxTakesNothingAndGivesBackTheRest() {
    mailbox.put(1)
    #expect(mailbox.close() == [1])
    #expect(!mailbox.put(2))
    #expect(mailbox.take() == [])
  }

  @Test func manyThreadsLoseNothing() throws {
    let mailbox = mailbox
    let threads = try (0..<4).map { thread in
      try LoopThread("put-\(thread)") {
        for number in 0..<1000 { mailbox.put(thread * 1000 + number) }
      }
    }
    for thread in threads { thread.join() }
    let taken = mailbox.take()
    #expect(taken.sorted() == Array(0..<4000))
    for thread in 0..<4 {
      let own = taken.filter { $0 / 1000 == thread }
      #expect(own == own.sorted())
    }
  }

  private func rings() -> UInt64 {
    var count: eventfd_t = 0
    guard eventfd_read(wakeUp.descriptor, &count) == 0 else { return 0 }
    return count
  }
}
