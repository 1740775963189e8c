import Glibc

extension IntentCatalogue {
  /// Reads every file of a folder.
  package init(directory: String) throws(CatalogueFaults) {
    try self.init(files: IntentCatalogue.files(in: directory))
  }

  /// Every `.yaml` of a folder and its subfolders `sentences`, `rules`, `lists` and `none`.
  package static func files(in directory: String) throws(CatalogueFaults) -> [SourceFile] {
    var files: [SourceFile] = []
    for folder in ["", "sentences/", "rules/", "lists/", "none/"] {
      files += try SourceFile.all(in: directory, folder)
    }
    guard !files.isEmpty else {
      throw CatalogueFaults([CatalogueFault(.noFolder, file: directory)])
    }
    return files
  }
}

extension SourceFile {
  /// Every file of a folder with this ending, in order of their names; none if there is no such
  /// folder.
  package static func all(
    in directory: String, _ folder: String = "", ending: String = ".yaml"
  ) throws(CatalogueFaults) -> [SourceFile] {
    var files: [SourceFile] = []
    for name in names(in: directory + "/" + folder) where name.hasSuffix(ending) {
      guard let text = text(of: directory + "/" + folder + name) else {
        throw CatalogueFaults([CatalogueFault(.unreadable, file: folder + name)])
      }
      files.append(SourceFile(path: folder + name, text: text))
    }
    return files
  }

  private static func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted()
  }

  private static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 { return nil }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
