import Testing

@testable import ChatClient

@Suite struct ServerAddressTests {
  @Test(arguments: [
    ("localhost", "localhost:7697"), ("Thidua.Example.VN", "thidua.example.vn:7697"),
    ("127.0.0.1:80", "127.0.0.1:80"), ("[::1]", "[::1]:7697"), ("[::1]:1", "[::1]:1"),
    ("::1", "[::1]:7697"), ("a:65535", "a:65535"),
  ])
  func good(text: String, address: String) {
    #expect(ServerAddress(text)?.description == address)
  }

  @Test(arguments: [
    "", ":", ":1", "a:", "a:0", "a:65536", "a:-1", "a:+1", "a:x", "[::1", "[::1]x", "[]", "[]:1",
    "a b", "https://a", "a/b",
  ])
  func bad(text: String) {
    #expect(ServerAddress(text) == nil)
  }
}
