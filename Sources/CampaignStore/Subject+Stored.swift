import Campaigns

extension Subject {
  /// As stored; never renumbered.
  var kindNumber: Int64 {
    switch self {
    case .person: 1
    case .unit: 2
    case .household: 3
    }
  }

  var number: Int64 {
    switch self {
    case .person(let id), .unit(let id), .household(of: let id): id
    }
  }

  init?(kindNumber: Int64, number: Int64) {
    switch kindNumber {
    case 1: self = .person(number)
    case 2: self = .unit(number)
    case 3: self = .household(of: number)
    default: return nil
    }
  }
}
