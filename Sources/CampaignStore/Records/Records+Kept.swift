import Campaigns
import CivilTime
package import Wire

// How each kind of record is kept.

extension Pledge: Keepable {
  package static var recordKind: RecordKind { .pledge }

  package var stored: JSONValue {
    [
      "text": JSONValue(text), "at": JSONValue(signedAt), "by": .integer(signedBy),
      "late": JSONValue(lateReason),
    ]
  }

  package init?(json: JSONValue) {
    guard let at = json.instant("at"), let by = json.integer("by") else { return nil }
    self.init(
      text: json.text("text"), signedAt: at, signedBy: by, lateReason: json.text("late"))
  }
}

extension Work: Keepable {
  package static var recordKind: RecordKind { .work }

  package var stored: JSONValue {
    [
      "kind": .string(kind.rawValue), "title": .string(title), "due": JSONValue(due),
      "percent": .integer(Int64(percent)), "done": JSONValue(completedOn),
      "late": JSONValue(lateReason),
    ]
  }

  package init?(json: JSONValue) {
    guard let kind = json.text("kind").flatMap({ WorkKind(rawValue: $0) }),
      let title = json.text("title"), let percent = json.integer("percent")
    else { return nil }
    self.init(
      kind: kind, title: title, due: json.day("due"), percent: Int(percent),
      completedOn: json.day("done"), lateReason: json.text("late"))
  }
}

extension FigureReport: Keepable {
  package static var recordKind: RecordKind { .figure }

  package var stored: JSONValue {
    [
      "target": .string(target), "figure": .integer(Int64(figure)),
      "unit": unit.map { .integer($0) } ?? .null, "value": .integer(thousandths),
      "day": JSONValue(day),
    ]
  }

  package init?(json: JSONValue) {
    guard let target = json.text("target"), let figure = json.integer("figure"),
      let value = json.integer("value"), let day = json.day("day")
    else { return nil }
    self.init(
      target: target, figure: Int(figure), unit: json.integer("unit"), thousandths: value, day: day)
  }
}

extension Award: Keepable {
  package static var recordKind: RecordKind { .award }

  package var stored: JSONValue {
    [
      "honour": .string(honour), "year": .integer(Int64(year)), "decision": .string(decision),
      "on": JSONValue(decidedOn), "by": .string(decidedBy), "dossier": .integer(dossier),
      "revoked": revocation.map {
        ["reason": .string($0.reason), "on": JSONValue($0.day)]
      } ?? .null,
      "corrected": correction.map {
        ["before": .string($0.before), "reason": .string($0.reason), "on": JSONValue($0.day)]
      } ?? .null,
    ]
  }

  package init?(json: JSONValue) {
    guard let honour = json.text("honour"), let year = json.integer("year"),
      let decision = json.text("decision"), let on = json.day("on"), let by = json.text("by"),
      let dossier = json.integer("dossier")
    else { return nil }
    self.init(
      honour: honour, year: Int(year), decision: decision, decidedOn: on, decidedBy: by,
      dossier: dossier, revocation: json["revoked"].flatMap(Revocation.init),
      correction: json["corrected"].flatMap(Correction.init))
  }
}

extension Award.Correction {
  fileprivate init?(_ json: JSONValue) {
    guard let before = json.text("before"), let reason = json.text("reason"),
      let day = json.day("on")
    else { return nil }
    self.init(before: before, reason: reason, day: day)
  }
}

extension AwardBar: Keepable {
  package static var recordKind: RecordKind { .bar }

  package var stored: JSONValue {
    [
      "reason": JSONValue(reason), "since": JSONValue(since),
      "lifted": lifting.map { ["reason": JSONValue($0.reason), "on": JSONValue($0.day)] } ?? .null,
    ]
  }

  package init?(json: JSONValue) {
    guard let since = json.day("since") else { return nil }
    self.init(
      reason: json.text("reason"), since: since, lifting: json["lifted"].flatMap(Lifting.init))
  }
}

extension AwardBar.Lifting {
  fileprivate init?(_ json: JSONValue) {
    guard let day = json.day("on") else { return nil }
    self.init(reason: json.text("reason"), day: day)
  }
}

extension PlacesFixed: Keepable {
  package static var recordKind: RecordKind { .places }

  package var stored: JSONValue {
    [
      "kind": .string(kind.rawValue), "honour": JSONValue(honour), "year": .integer(Int64(year)),
      "places": .integer(Int64(places)), "on": JSONValue(day),
    ]
  }

  package init?(json: JSONValue) {
    guard let kind = json.text("kind").flatMap({ SubjectKind(rawValue: $0) }),
      let year = json.integer("year"), let places = json.integer("places"),
      let day = json.day("on")
    else { return nil }
    self.init(
      kind: kind, honour: json.text("honour"), year: Int(year), places: Int(places), day: day)
  }
}

extension Award.Revocation {
  fileprivate init?(_ json: JSONValue) {
    guard let reason = json.text("reason"), let day = json.day("on") else { return nil }
    self.init(reason: reason, day: day)
  }
}

extension Feedback: Keepable {
  package static var recordKind: RecordKind { .feedback }

  package var stored: JSONValue {
    [
      "text": .string(text), "from": .integer(from), "at": JSONValue(sentAt),
      "notice_ends": JSONValue(noticeEnds),
      "answer": answer.map {
        ["text": .string($0.text), "by": .integer($0.by), "at": JSONValue($0.at)]
      } ?? .null,
    ]
  }

  package init?(json: JSONValue) {
    guard let text = json.text("text"), let from = json.integer("from"),
      let at = json.instant("at")
    else { return nil }
    self.init(
      text: text, from: from, sentAt: at, noticeEnds: json.day("notice_ends"),
      answer: json["answer"].flatMap(Answer.init))
  }
}

extension Feedback.Answer {
  fileprivate init?(_ json: JSONValue) {
    guard let text = json.text("text"), let by = json.integer("by"), let at = json.instant("at")
    else { return nil }
    self.init(text: text, by: by, at: at)
  }
}

extension GoodExample: Keepable {
  package static var recordKind: RecordKind { .example }

  package var stored: JSONValue {
    [
      "text": .string(text), "from": .integer(from), "at": JSONValue(sentAt),
      "approved": .bool(isApproved),
    ]
  }

  package init?(json: JSONValue) {
    guard let text = json.text("text"), let from = json.integer("from"),
      let at = json.instant("at"), let isApproved = json["approved"]?.boolValue
    else { return nil }
    self.init(text: text, from: from, sentAt: at, isApproved: isApproved)
  }
}

extension MilestoneMove: Keepable {
  package static var recordKind: RecordKind { .milestone }

  package var stored: JSONValue {
    ["milestone": .string(milestone), "last": JSONValue(lastValidDay)]
  }

  package init?(json: JSONValue) {
    guard let milestone = json.text("milestone"), let last = json.day("last") else { return nil }
    self.init(milestone: milestone, lastValidDay: last)
  }
}

extension MilestoneDone: Keepable {
  package static var recordKind: RecordKind { .done }

  package var stored: JSONValue {
    ["milestone": .string(milestone), "on": JSONValue(on), "document": JSONValue(document)]
  }

  package init?(json: JSONValue) {
    guard let milestone = json.text("milestone"), let on = json.day("on") else { return nil }
    self.init(milestone: milestone, on: on, document: json.text("document"))
  }
}
