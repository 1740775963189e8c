import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// A push's facts as one JSON text in the outbox: what is stored today is read by every later
/// version.
@Suite struct PushContentTests {
  let office: Office

  init() throws { office = try Office() }

  @Test(
    arguments: [
      .reminder(ReminderDigest(day: "2022-01-14", isLate: false, duties: [], missing: [])),
      .reminder(
        ReminderDigest(day: "2022-01-14", isLate: true, duties: [duty, otherDuty], missing: [])),
      .reminder(
        ReminderDigest(
          day: "2022-01-15", isLate: false, duties: [],
          missing: [
            MissingDuty(duty: duty, names: ["Trần “Bình”\n\\", ""], count: 73),
            MissingDuty(duty: otherDuty, names: [], count: 0),
          ])),
      .registrationNotice(notice(.registered, late: false)),
      .registrationNotice(notice(.changed, late: true)),
      .registrationNotice(notice(.withdrawn, late: false)),
      .registrationNotice(notice(.undone, late: false)),
    ] as [PushContent])
  func whatIsPutInComesOut(content: PushContent) throws {
    let recipient = office.person(.hoa).id
    let outbox = PushTable(office.session)
    let added = try #require(try outbox.add(content, to: recipient, at: office.now))
    #expect(added.content == content)
    #expect(try outbox.waiting(for: recipient) == [added])
  }

  @Test("Every kind of milestone comes back", arguments: MilestoneKind.allCases)
  func milestoneKinds(kind: MilestoneKind) throws {
    let duty = DutyDue(
      campaign: "x", campaignTitle: "x", milestone: "m", kind: kind, title: "t",
      lastValidDay: "2022-01-14")
    let digest = ReminderDigest(day: "2022-01-14", isLate: false, duties: [duty], missing: [])
    try whatIsPutInComesOut(content: .reminder(digest))
  }

  @Test("Stored names are never renamed") func storedNames() throws {
    let outbox = PushTable(office.session)
    let digest = ReminderDigest(
      day: "2022-01-14", isLate: false, duties: [duty],
      missing: [MissingDuty(duty: duty, names: ["Bình"], count: 1)])
    _ = try outbox.add(.reminder(digest), to: 1, at: office.now)
    _ = try outbox.add(
      .registrationNotice(notice(.changed, late: true)), to: 2, at: office.now)
    let stored = try office.session.all(selectContents) { try $0.text(0) }
    let due =
      #"{"campaign":"duong-hoa-2022","title":"thi đua năm 2022","milestone":"registration","kind":"registration","duty":"đăng ký","last":"2022-01-14"}"#
    #expect(
      stored == [
        #"{"reminder":{"day":"2022-01-14","late":false,"duties":[\#(due)],"missing":[{"duty":\#(due),"names":["Bình"],"count":1,"units":false}],"cases":[]}}"#,
        #"{"registration":{"event":2,"kind":"household","subject":"Nguyễn Thị Hoa","campaign":"duong-hoa-2022","title":"thi đua năm 2022","honours":["Lao động tiên tiến"],"by":"Lê Thị Lan","receipt":"TN-000012","late":true}}"#,
      ])
  }

  @Test(
    "Damaged content is an error, never half a message",
    arguments: [
      "", "{", "null", "[]", "{}", #"{"reminder":null}"#, #"{"reminder":{}}"#,
      #"{"reminder":{"day":"2022-02-30","late":false,"duties":[],"missing":[]}}"#,
      #"{"reminder":{"day":"2022-01-14","late":false}}"#,
      #"{"reminder":{"day":"2022-01-14","late":false,"duties":[{}],"missing":[]}}"#,
      #"{"reminder":{"day":"2022-01-14","late":false,"duties":["x"],"missing":[]}}"#,
      #"{"reminder":{"day":"2022-01-14","late":false,"duties":[],"missing":[{"count":1}]}}"#,
      #"{"registration":{"event":9,"kind":"person","subject":"x","campaign":"x","title":"x","honours":[],"by":"x","receipt":"x","late":false}}"#,
      #"{"registration":{"event":1,"kind":"person","subject":"x","campaign":"x","title":"x","honours":[1],"by":"x","receipt":"x","late":false}}"#,
      #"{"registration":{"event":1,"kind":"ghost","subject":"x","campaign":"x","title":"x","honours":[],"by":"x","receipt":"x","late":false}}"#,
      #"{"registration":{"event":1}}"#, #"{"something":{"day":"2022-01-14"}}"#,
    ])
  func damage(text: String) throws {
    let outbox = PushTable(office.session)
    let recipient = office.person(.hoa).id
    _ = try outbox.add(
      .registrationNotice(notice(.registered, late: false)), to: recipient, at: office.now)
    try office.session.run(updateContents, [.text(text)])
    do {
      let waiting = try outbox.waiting(for: recipient)
      Issue.record("read as \(waiting)")
    } catch let error as StoreError {
      #expect(error.kind == .corrupt)
    }
  }

  @Test func aListOfAnEarlierVersionIsOfPeople() throws {
    let outbox = PushTable(office.session)
    _ = try outbox.add(.registrationNotice(notice(.registered, late: false)), to: 1, at: office.now)
    let due =
      #"{"campaign":"x","title":"x","milestone":"m","kind":"registration","duty":"đăng ký","last":"2022-01-14"}"#
    let earlier =
      #"{"reminder":{"day":"2022-01-14","late":false,"duties":[],"missing":[{"duty":\#(due),"names":["Bình"],"count":1}]}}"#
    try office.session.run(updateContents, [.text(earlier)])
    #expect(
      try outbox.waiting(for: 1).compactMap(\.digest).flatMap(\.missing).map(\.areUnits) == [false])
  }

  @Test func aMemberOfALaterVersionIsPassedOver() throws {
    let outbox = PushTable(office.session)
    _ = try outbox.add(.registrationNotice(notice(.registered, late: false)), to: 1, at: office.now)
    let later =
      #"{"reminder":{"day":"2022-01-14","late":false,"duties":[],"missing":[],"mood":"x"},"v":2}"#
    try office.session.run(updateContents, [.text(later)])
    #expect(try outbox.waiting(for: 1).map(\.digest?.day) == ["2022-01-14"])
  }
}

private let duty = DutyDue(
  campaign: "duong-hoa-2022", campaignTitle: "thi đua năm 2022", milestone: "registration",
  kind: .registration, title: "đăng ký", lastValidDay: "2022-01-14")
private let otherDuty = DutyDue(
  campaign: "duong-hoa-2022", campaignTitle: "thi đua năm 2022", milestone: "council",
  kind: .council, title: "họp Hội đồng", lastValidDay: "2022-11-22")

private func notice(_ event: RegistrationEvent, late: Bool) -> RegistrationNotice {
  RegistrationNotice(
    event: event, kind: .household, subject: "Nguyễn Thị Hoa", campaign: "duong-hoa-2022",
    campaignTitle: "thi đua năm 2022", honours: ["Lao động tiên tiến"], by: "Lê Thị Lan",
    receipt: "TN-000012", isLate: late)
}

private let selectContents = SQLStatement("SELECT content FROM push ORDER BY id")
private let updateContents = SQLStatement("UPDATE push SET content = $1")
