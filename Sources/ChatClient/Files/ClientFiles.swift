/// Where a person's client keeps what it remembers, after the XDG base directories.
package struct ClientFiles: Equatable, Sendable {
  /// `~/.local/state/thidua/history`
  package let historyPath: String
  /// `~/.config/thidua/known_hosts`, or what `THIDUA_KNOWN_HOSTS` names: a demonstration with a
  /// throw-away certificate need not touch the person's own file.
  package let knownHostsPath: String

  /// `nil` if there is no home directory to keep anything in.
  package init?(environment: [String: String]) {
    func folder(_ variable: String, _ standard: String) -> String? {
      // The specification has relative paths ignored.
      if let path = environment[variable], path.hasPrefix("/") { return path }
      return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/" + standard }
    }
    guard let state = folder("XDG_STATE_HOME", ".local/state"),
      let configuration = folder("XDG_CONFIG_HOME", ".config")
    else { return nil }
    historyPath = state + "/thidua/history"
    knownHostsPath =
      environment["THIDUA_KNOWN_HOSTS"].flatMap { $0.isEmpty ? nil : $0 }
      ?? configuration + "/thidua/known_hosts"
  }
}
