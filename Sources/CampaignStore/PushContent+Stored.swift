import Campaigns
import CivilTime
import Wire

// A push's facts as one JSON text in the outbox. Keys are stored: add new ones, rename none.

extension PushContent {
  var stored: String {
    let json: JSONValue =
      switch self {
      case .reminder(let digest): ["reminder": digest.json]
      case .registrationNotice(let notice): ["registration": notice.json]
      case .caseNotice(let notice): ["case": notice.json]
      case .personal(let note): ["personal": note.json]
      case .nudge(let nudge): ["nudge": nudge.json]
      }
    return json.description
  }

  /// Throws `StoreError` with kind `corrupt` for a text that no version of the program wrote.
  init(stored: String) throws {
    guard let json = try? JSONReader.read(stored) else { throw damaged }
    if let digest = json["reminder"].flatMap(ReminderDigest.init) {
      self = .reminder(digest)
    } else if let notice = json["registration"].flatMap(RegistrationNotice.init) {
      self = .registrationNotice(notice)
    } else if let notice = json["case"].flatMap(CaseNotice.init) {
      self = .caseNotice(notice)
    } else if let note = json["personal"].flatMap(PersonalNote.init) {
      self = .personal(note)
    } else if let nudge = json["nudge"].flatMap(Nudge.init) {
      self = .nudge(nudge)
    } else {
      throw damaged
    }
  }
}

private let damaged = StoreError(.read, .corrupt, detail: "push.content")

extension ReminderDigest {
  fileprivate var json: JSONValue {
    [
      "day": .string(day.iso), "late": .bool(isLate),
      "duties": .array(duties.map(\.json)),
      "missing": .array(
        missing.map {
          [
            "duty": $0.duty.json, "names": .array($0.names.map { .string($0) }),
            "count": .integer(Int64($0.count)), "units": .bool($0.areUnits),
          ]
        }),
      "cases": .array(cases.map(\.json)),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let day = json["day"]?.stringValue.flatMap({ CivilDate(iso: $0) }),
      let isLate = json["late"]?.boolValue, let duties = json["duties"]?.list(of: DutyDue.init),
      let missing = json["missing"]?.list(of: MissingDuty.init)
    else { return nil }
    // Digests of earlier versions have none.
    let cases = json["cases"].map { $0.list(of: CaseDue.init) } ?? []
    guard let cases else { return nil }
    self.init(day: day, isLate: isLate, duties: duties, missing: missing, cases: cases)
  }
}

extension MissingDuty {
  fileprivate init?(_ json: JSONValue) {
    guard let duty = json["duty"].flatMap({ DutyDue($0) }),
      let names = json["names"]?.list(of: \.stringValue), let count = json["count"]?.integerValue
    else { return nil }
    // Lists of earlier versions were always of people.
    self.init(
      duty: duty, names: names, count: Int(count), areUnits: json["units"]?.boolValue ?? false)
  }
}

extension DutyDue {
  fileprivate var json: JSONValue {
    [
      "campaign": .string(campaign), "title": .string(campaignTitle),
      "milestone": .string(milestone), "kind": .string(kind.rawValue), "duty": .string(title),
      "last": .string(lastValidDay.iso),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let campaign = json["campaign"]?.stringValue,
      let campaignTitle = json["title"]?.stringValue,
      let milestone = json["milestone"]?.stringValue, let title = json["duty"]?.stringValue,
      let kind = json["kind"]?.stringValue.flatMap({ MilestoneKind(rawValue: $0) }),
      let last = json["last"]?.stringValue.flatMap({ CivilDate(iso: $0) })
    else { return nil }
    self.init(
      campaign: campaign, campaignTitle: campaignTitle, milestone: milestone, kind: kind,
      title: title, lastValidDay: last)
  }
}

extension CaseDue {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "campaign": .string(campaign),
      "title": .string(campaignTitle), "record": .integer(record), "about": .string(about),
      "honour": JSONValue(honour), "due": .string(due.iso), "oversight": .bool(isOversight),
      "dossier": dossier?.json ?? .null,
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let kind = json.text("kind").flatMap({ CaseDuty.Kind(rawValue: $0) }),
      let campaign = json.text("campaign"), let title = json.text("title"),
      let record = json.integer("record"), let about = json.text("about"),
      let due = json.day("due"), let isOversight = json["oversight"]?.boolValue
    else { return nil }
    self.init(
      kind: kind, campaign: campaign, campaignTitle: title, record: record, about: about,
      dossier: json["dossier"].flatMap { DossierName($0, in: campaign) },
      honour: json.text("honour"), due: due, isOversight: isOversight)
  }
}

extension DossierName {
  fileprivate var json: JSONValue {
    [
      "kind": .integer(subject.kindNumber), "subject": .integer(subject.number),
      "honour": JSONValue(honour),
    ]
  }

  /// `nil` in digests of earlier versions.
  fileprivate init?(_ json: JSONValue, in campaign: CampaignID) {
    guard let kind = json.integer("kind"), let number = json.integer("subject"),
      let subject = Subject(kindNumber: kind, number: number)
    else { return nil }
    self.init(campaign: campaign, subject: subject, honour: json.text("honour"))
  }
}

extension Nudge {
  fileprivate var json: JSONValue { ["duty": duty.json, "by": .string(by)] }

  fileprivate init?(_ json: JSONValue) {
    guard let duty = json["duty"].flatMap({ DutyDue($0) }), let by = json.text("by") else {
      return nil
    }
    self.init(duty: duty, by: by)
  }
}

extension RegistrationNotice {
  fileprivate var json: JSONValue {
    [
      "event": .integer(event.rawValue), "kind": .string(kind.rawValue),
      "subject": .string(subject), "campaign": .string(campaign),
      "title": .string(campaignTitle), "honours": .array(honours.map { .string($0) }),
      "by": .string(by), "receipt": .string(receipt), "late": .bool(isLate),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let event = json["event"]?.integerValue.flatMap({ RegistrationEvent(rawValue: $0) }),
      let kind = json["kind"]?.stringValue.flatMap({ SubjectKind(rawValue: $0) }),
      let subject = json["subject"]?.stringValue,
      let campaign = json["campaign"]?.stringValue, let title = json["title"]?.stringValue,
      let honours = json["honours"]?.list(of: \.stringValue), let by = json["by"]?.stringValue,
      let receipt = json["receipt"]?.stringValue, let isLate = json["late"]?.boolValue
    else { return nil }
    self.init(
      event: event, kind: kind, subject: subject, campaign: campaign, campaignTitle: title,
      honours: honours, by: by, receipt: receipt, isLate: isLate)
  }
}

extension PersonalNote {
  fileprivate var json: JSONValue {
    [
      "text": JSONValue(text), "at": JSONValue(at), "duty": duty.map(\.json) ?? .null,
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let at = json.instant("at") else { return nil }
    self.init(text: json.text("text"), at: at, duty: json["duty"].flatMap { DutyDue($0) })
  }
}

extension CaseNotice {
  fileprivate var json: JSONValue {
    [
      "event": .string(event.rawValue), "campaign": JSONValue(campaign),
      "title": JSONValue(campaignTitle), "subject": JSONValue(subject),
      "honour": JSONValue(honour), "by": .string(by), "receipt": JSONValue(receipt),
      "text": JSONValue(text), "day": JSONValue(day), "report": report?.json ?? .null,
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let event = json.text("event").flatMap({ Event(rawValue: $0) }),
      let by = json.text("by")
    else { return nil }
    self.init(
      event, campaign: json.text("campaign"), campaignTitle: json.text("title"),
      subject: json.text("subject"), honour: json.text("honour"), by: by,
      receipt: json.text("receipt"), text: json.text("text"), day: json.day("day"),
      report: json["report"].flatMap { ReportFacts($0) })
  }
}

extension ReportFacts {
  fileprivate var json: JSONValue {
    [
      "registered": .integer(Int64(registeredPeople)), "works": .integer(Int64(works)),
      "done": .integer(Int64(worksDone)), "dossiers": .integer(Int64(dossiers)),
      "awards": .integer(Int64(awards)), "proposed": .array(proposed.map { .string($0) }),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    func count(_ key: String) -> Int { Int(json.integer(key) ?? 0) }
    guard let proposed = json["proposed"]?.list(of: \.stringValue) else { return nil }
    self.init(
      registeredPeople: count("registered"), works: count("works"), worksDone: count("done"),
      dossiers: count("dossiers"), awards: count("awards"), proposed: proposed)
  }
}
