import ChatServer
import Glibc

/// Where the program keeps what it learned from a folder `intents/`: in the user's cache, a file for
/// each folder.
enum LearnedFile {
  /// `nil` where there is no cache: neither systemd's `CACHE_DIRECTORY`, nor `XDG_CACHE_HOME`, nor
  /// `HOME`.
  static func memory(of intents: String) -> ModelFile? {
    guard let cache, let folder = realpath(intents, nil) else { return nil }
    defer { free(folder) }
    let name = String(cString: folder).utf8.map { byte in
      byte.isFileNameLetter ? Character(Unicode.Scalar(byte)) : "-"
    }
    // Names of files are short: of a long path its end tells it apart.
    return ModelFile(path: "\(cache)/learned\(String(name.suffix(200)))")
  }

  private static var cache: String? {
    if let folder = environment("CACHE_DIRECTORY") { return folder }
    if let folder = environment("XDG_CACHE_HOME") { return folder + "/thidua" }
    return environment("HOME").map { $0 + "/.cache/thidua" }
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

extension UInt8 {
  fileprivate var isFileNameLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
