import ArgumentParser
import CivilTime

extension Instant: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}

extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}
