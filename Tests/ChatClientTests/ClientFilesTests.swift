import Testing

@testable import ChatClient

@Suite struct ClientFilesTests {
  @Test(arguments: [
    (
      ["HOME": "/home/hoa"], "/home/hoa/.local/state/thidua/history",
      "/home/hoa/.config/thidua/known_hosts"
    ),
    (
      ["HOME": "/home/hoa", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "relative"],
      "/s/thidua/history", "/home/hoa/.config/thidua/known_hosts"
    ),
    (
      ["HOME": "/h", "THIDUA_KNOWN_HOSTS": "demo/hosts"], "/h/.local/state/thidua/history",
      "demo/hosts"
    ),
    (
      ["XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/c"], "/s/thidua/history",
      "/c/thidua/known_hosts"
    ),
  ])
  func paths(environment: [String: String], history: String, knownHosts: String) {
    let files = ClientFiles(environment: environment)
    #expect(files?.historyPath == history)
    #expect(files?.knownHostsPath == knownHosts)
  }

  @Test(arguments: [[:], ["HOME": ""], ["XDG_STATE_HOME": "/s"]])
  func withoutAHome_nothingIsKept(environment: [String: String]) {
    #expect(ClientFiles(environment: environment) == nil)
  }
}
