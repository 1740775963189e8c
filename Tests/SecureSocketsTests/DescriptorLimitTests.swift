import Glibc
import Testing

@testable import SecureSockets

@Suite struct DescriptorLimitTests {
  /// In a process of its own, since the limit is the process's.
  @Test func itIsRaisedToWhatTheSystemAllows() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit(rlim_cur: 100, rlim_max: 500)
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      let raised = try DescriptorLimit.raise()
      #expect(raised == 500)
      getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      #expect(limit.rlim_cur == 500)
    }
  }
}
