package import Campaigns

/// The folder of the honours catalogue, `deploy/honours/`.
package enum HonoursFolder {
  /// The whole catalogue, files in the order of their names. Codes are unique, and prerequisites
  /// are in it.
  package static func read(_ path: String) throws(ReadingFaults) -> HonoursCatalogue {
    let files = try Folder(path: path).files { text, name throws(ReadingFaults) in
      try HonoursFile.read(text, name: name)
    }
    let honours = files.flatMap { file in file.value.map { (file.name, $0) } }
    let codes = Set(honours.map(\.1.code))
    var faults: [Fault] = []
    var seen: [HonourCode: String] = [:]
    for (file, honour) in honours {
      if let first = seen.updateValue(file, forKey: honour.code) {
        let problem = Problem.duplicateAcrossFiles(value: honour.code, firstFile: first)
        faults.append(Fault(file: file, line: 0, column: 0, problem: problem))
      }
      let needed = Set(
        honour.rules.flatMap { $0.prerequisites.map(\.honour) + ($0.share?.honours ?? []) })
      for code in needed.subtracting(codes).sorted() {
        let problem = Problem.unknownHonour(code, nearest: nearest(to: code, among: codes.sorted()))
        faults.append(Fault(file: file, line: 0, column: 0, problem: problem))
      }
    }
    if !faults.isEmpty { throw ReadingFaults(faults: faults) }
    return HonoursCatalogue(honours.map(\.1))
  }
}
