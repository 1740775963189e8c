import Campaigns
import CivilTime
package import Wire

extension Dossier: Keepable {
  package static var recordKind: RecordKind { .dossier }

  package var stored: JSONValue {
    [
      "honour": .string(honour), "year": .integer(Int64(year)), "state": .string(state.rawValue),
      "papers": .array(papers.map(\.json)), "received": JSONValue(receivedOn),
      "clock": clock.json,
      "returned": returned.map {
        ["reason": .string($0.reason), "by": JSONValue($0.completeBy)]
      } ?? .null,
      "forwarded": JSONValue(forwardedTo), "late": JSONValue(lateReason),
    ]
  }

  package init?(json: JSONValue) {
    guard let honour = json.text("honour"), let year = json.integer("year"),
      let state = json.text("state").flatMap({ DossierState(rawValue: $0) }),
      let papers = json["papers"]?.list(of: { Paper($0) }),
      let clock = json["clock"].flatMap({ AppraisalClock($0) })
    else { return nil }
    self.init(
      honour: honour, year: Int(year), state: state, papers: papers,
      receivedOn: json.day("received"), clock: clock,
      returned: json["returned"].flatMap { Return($0) }, forwardedTo: json.text("forwarded"),
      lateReason: json.text("late"))
  }
}

extension Dossier.Paper {
  fileprivate var json: JSONValue {
    ["kind": .string(kind.rawValue), "note": JSONValue(note), "on": JSONValue(addedOn)]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let kind = json.text("kind").flatMap({ DocumentKind(rawValue: $0) }),
      let on = json.day("on")
    else { return nil }
    self.init(kind: kind, note: json.text("note"), addedOn: on)
  }
}

extension Dossier.Return {
  fileprivate init?(_ json: JSONValue) {
    guard let reason = json.text("reason"), let by = json.day("by") else { return nil }
    self.init(reason: reason, completeBy: by)
  }
}

extension AppraisalClock {
  fileprivate var json: JSONValue {
    switch self {
    case .notRunning: [:]
    case .running(let due): ["due": JSONValue(due)]
    case .stopped(let left): ["left": .integer(Int64(left))]
    }
  }

  fileprivate init?(_ json: JSONValue) {
    guard json.objectValue != nil else { return nil }
    if let due = json.day("due") {
      self = .running(due: due)
    } else if let left = json.integer("left") {
      self = .stopped(left: Int(left))
    } else {
      self = .notRunning
    }
  }
}
