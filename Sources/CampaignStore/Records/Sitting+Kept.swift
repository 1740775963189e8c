import Campaigns
import CivilTime
package import Wire

extension Sitting: Keepable {
  package static var recordKind: RecordKind { .sitting }

  package var stored: JSONValue {
    [
      "opened": JSONValue(openedAt), "reason": JSONValue(reason),
      "members": .array(members.map { .integer($0) }),
      "agenda": .array(agenda.map { .integer($0) }), "closed": JSONValue(closedAt),
      "results": .array(results.map(\.json)),
    ]
  }

  package init?(json: JSONValue) {
    guard let opened = json.instant("opened"),
      let members = json["members"]?.list(of: \.integerValue),
      let agenda = json["agenda"]?.list(of: \.integerValue),
      let results = json["results"]?.list(of: { Result($0) })
    else { return nil }
    self.init(
      openedAt: opened, reason: json.text("reason"), members: members, agenda: agenda,
      closedAt: json.instant("closed"), results: results)
  }
}

extension Sitting.Result {
  fileprivate var json: JSONValue {
    [
      "dossier": .integer(dossier), "members": .integer(Int64(tally.members)),
      "agree": .integer(Int64(tally.agree)), "disagree": .integer(Int64(tally.disagree)),
      "abstain": .integer(Int64(tally.abstain)), "verdict": .string(verdict.rawValue),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let dossier = json.integer("dossier"), let members = json.integer("members"),
      let agree = json.integer("agree"), let disagree = json.integer("disagree"),
      let abstain = json.integer("abstain"),
      let verdict = json.text("verdict").flatMap({ Sitting.Verdict(rawValue: $0) })
    else { return nil }
    self.init(
      dossier: dossier,
      tally: Tally(
        members: Int(members), agree: Int(agree), disagree: Int(disagree), abstain: Int(abstain)),
      verdict: verdict)
  }
}
