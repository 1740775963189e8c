/// Reads every YAML file of a folder and gathers the faults of all of them.
struct Folder {
  let path: String

  /// What `read` makes of each file, in the order of their names. Throws all faults together.
  func files<Value>(
    _ read: (_ text: String, _ name: String) throws(ReadingFaults) -> Value
  ) throws(ReadingFaults) -> [(name: String, value: Value)] {
    var values: [(name: String, value: Value)] = []
    var faults: [Fault] = []
    for name in try TextFile.names(in: path, ending: ".yaml") {
      do throws(ReadingFaults) {
        values.append((name, try read(try TextFile.read("\(path)/\(name)", name: name), name)))
      } catch {
        faults += error.faults
      }
    }
    if !faults.isEmpty { throw ReadingFaults(faults: faults) }
    return values
  }
}
