import Glibc
import Testing

@testable import ChatServer

@Suite struct ModelFileTests {
  private let folder: String

  init() {
    var template = Array("/tmp/thidua-model-XXXXXX".utf8CString)
    folder = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  @Test func whatWasKeptIsRecalled() {
    let file = ModelFile(path: folder + "/cache/learned")
    #expect(file.recall() == nil)
    file.keep([1, 2, 3])
    #expect(file.recall() == [1, 2, 3])
    file.keep([UInt8](repeating: 7, count: 100_000))
    #expect(file.recall() == [UInt8](repeating: 7, count: 100_000))
  }

  @Test func onlyTheOwnerMayReadIt() throws {
    let file = ModelFile(path: folder + "/cache/learned")
    file.keep([1])
    var facts = stat()
    try #require(stat(folder + "/cache/learned", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
  }

  @Test func aPlaceThatCannotBeWrittenIsNoFault() {
    let file = ModelFile(path: "/proc/nowhere/learned")
    file.keep([1])
    #expect(file.recall() == nil)
  }

  @Test func theProgramKnowsItself() {
    #expect(ModelFile(path: folder).program == ModelFile(path: "/elsewhere").program)
    #expect(ModelFile(path: folder).program != 0)
  }
}
