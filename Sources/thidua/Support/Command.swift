import ArgumentParser

/// A subcommand whose failures have words and a status.
protocol Command: ParsableCommand {
  func perform() throws
}

extension Command {
  func run() throws {
    do {
      try perform()
    } catch let exit as ExitCode {
      throw exit
    } catch {
      let failure = CommandFailure(error)
      Console.note(failure.message)
      throw ExitCode(failure.status.rawValue)
    }
  }
}
