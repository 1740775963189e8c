/// A set of slots, in one word: asked for many times in every message.
struct SlotSet: Sendable {
  private var bits: UInt32

  static let all = SlotSet(SlotName.allCases)

  init(_ names: [SlotName]) {
    bits = names.reduce(0) { $0 | 1 << $1.index }
  }

  @inline(__always)
  func contains(_ name: SlotName) -> Bool { bits & 1 << name.index != 0 }
}

extension SlotName {
  fileprivate var index: UInt32 {
    switch self {
    case .honour: 0
    case .subject: 1
    case .unit: 2
    case .campaign: 3
    case .year: 4
    case .date: 5
    case .time: 6
    case .duration: 7
    case .number: 8
    case .percent: 9
    case .milestone: 10
    case .workKind: 11
    case .documentKind: 12
    case .decision: 13
    case .vote: 14
    case .format: 15
    case .text: 16
    }
  }
}
