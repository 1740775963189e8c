import Foundation

/// An archive as a program that knows nothing of this one reads it: Python's `zipfile` and `xml`.
struct ZipReading {
  let names: [String]
  private let texts: [String: String]

  private struct Part: Decodable {
    let name: String
    let text: String
  }

  /// Throws if the archive is damaged, or if a part of it is no well-formed XML.
  init(_ bytes: [UInt8]) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", ZipReading.script, file.path(percentEncoded: false)]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    python.waitUntilExit()
    guard python.terminationStatus == 0 else { throw Damaged() }
    let parts = try JSONDecoder().decode([Part].self, from: answer)
    names = parts.map(\.name)
    texts = Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.text) })
  }

  struct Damaged: Error {}

  func text(of name: String) throws -> String {
    guard let text = texts[name] else { throw Damaged() }
    return text
  }

  private static let script = """
    import json, sys, zipfile, xml.dom.minidom
    archive = zipfile.ZipFile(sys.argv[1])
    assert archive.testzip() is None
    parts = [(name, archive.read(name).decode()) for name in archive.namelist()]
    for _, text in parts: xml.dom.minidom.parseString(text.encode())
    print(json.dumps([{"name": name, "text": text} for name, text in parts]))
    """
}
