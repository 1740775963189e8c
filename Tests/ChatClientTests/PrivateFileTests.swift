import Glibc
import Testing

@testable import ChatClient

/// In a real folder, which is taken away again.
@Suite struct PrivateFileTests {
  static func inFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/thidua-private-file-XXXXXX".utf8CString)
    let made = mkdtemp(&template) != nil
    try #require(made)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      for name in ["a/b/file.new", "a/b/file"] { unlink("\(folder)/\(name)") }
      for name in ["a/b", "a", ""] { rmdir("\(folder)/\(name)") }
    }
    try body(folder)
  }

  static func mode(_ path: String) -> mode_t {
    var information = stat()
    return stat(path, &information) == 0 ? information.st_mode & 0o777 : 0
  }

  @Test func appendedAndReplaced() throws {
    try Self.inFolder { folder in
      let file = PrivateFile(path: folder + "/a/b/file")
      #expect(try file.read() == "")
      try file.append("một\n")
      try file.append("hai\n")
      #expect(try file.read() == "một\nhai\n")
      try file.replace(with: "ba\n")
      #expect(try file.read() == "ba\n")
      #expect(Self.mode(file.path) == 0o600)
      #expect(Self.mode(folder + "/a/b") == 0o700)
    }
  }

  @Test func openFile_isClosedToOthers() throws {
    try Self.inFolder { folder in
      let file = PrivateFile(path: folder + "/a/b/file")
      try file.append("một\n")
      chmod(file.path, 0o666)
      try file.append("hai\n")
      #expect(Self.mode(file.path) == 0o600)
    }
  }

  @Test func folderInPlaceOfTheFile_isAnError() throws {
    try Self.inFolder { folder in
      #expect(throws: PrivateFile.Failure(code: EISDIR)) {
        try PrivateFile(path: folder).append("x")
      }
      #expect(throws: PrivateFile.Failure(code: EISDIR)) { try PrivateFile(path: folder).read() }
    }
  }
}
