import CLinux
import Glibc
import Testing

@testable import SecureSockets

@Suite struct SocketAddressTests {
  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1:7697"), ("localhost", "127.0.0.1:7697"), ("0.0.0.0", "0.0.0.0:7697"),
    ("::1", "[::1]:7697"), ("[::1]", "[::1]:7697"), ("2001:db8::7", "[2001:db8::7]:7697"),
    ("::ffff:10.1.2.3", "10.1.2.3:7697"),
  ])
  func readAndWritten(text: String, expected: String) {
    #expect(SocketAddress(text, port: 7697)?.description == expected)
  }

  @Test(arguments: ["", "thi-dua.example", "256.1.1.1", "127.0.0.1:7697", "[::1", "1.2.3"])
  func whatIsNoAddressIsRefused(text: String) {
    #expect(SocketAddress(text, port: 1) == nil)
  }

  @Test(arguments: [("127.9.9.9", true), ("::1", true), ("10.0.0.1", false), ("::2", false)])
  func loopback(text: String, expected: Bool) {
    #expect(SocketAddress(text, port: 1)?.isLoopback == expected)
  }

  @Test(arguments: ["127.0.0.1", "2001:db8::7"])
  func throughTheKernelsFormAndBack(text: String) throws {
    let address = try #require(SocketAddress(text, port: 7697))
    let back = address.withSockaddr { pointer, length in
      var storage = sockaddr_storage()
      withUnsafeMutableBytes(of: &storage) {
        $0.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: Int(length)))
      }
      return SocketAddress(storage)
    }
    #expect(back == address)
  }
}
