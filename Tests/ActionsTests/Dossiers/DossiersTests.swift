import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// A dossier's way to the council, under a plan with two papers and five working days.
@Suite struct DossiersTests {
  let office: Office

  init() throws {
    office = try Office(at: "2022-06-01 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
  }

  private func entry(_ performed: Performed) throws -> DossierEntry {
    switch performed.made {
    case .dossierOpened(let entry), .paperAttached(let entry, _), .dossierSubmitted(let entry),
      .dossierAppraised(let entry), .forwarded(let entry, _, _):
      entry
    default: throw NotAsWanted()
    }
  }

  @Test func whatIsMissingIsSaidAtEveryStep() throws {
    let name = office.dossier(.hoa, "LDTT")
    #expect(
      try entry(office.perform(.openDossier(name), as: .lan)).missing
        == ["biên bản họp xét", "báo cáo thành tích"])
    guard
      case .wrongState(.dossier(.papersMissing(_, let missing)))? = try office.refusal(
        of: .submitDossier(name), as: .lan)
    else { throw NotAsWanted() }
    #expect(missing == ["biên bản họp xét", "báo cáo thành tích"])
    #expect(
      try entry(office.perform(.attachPaper(name, .minutes, note: "số 5"), as: .lan)).missing
        == ["báo cáo thành tích"])
    try office.perform(.attachPaper(name, .achievementReport, note: nil), as: .lan)
    let submitted = try entry(office.perform(.submitDossier(name), as: .lan))
    #expect(submitted.dossier.state == .submitted)
    #expect(submitted.dossier.clock == .running(due: "2022-06-08"))
    #expect(submitted.missing.isEmpty)
  }

  @Test func returnedCompletedAcceptedAndToldToThoseWhomItConcerns() throws {
    let name = office.dossier(.hoa, "LDTT")
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    let returned = try office.perform(
      .appraiseDossier(name, .return(because: "biên bản chưa ký")), as: .secretary)
    #expect(try entry(returned).dossier.returned?.reason == "biên bản chưa ký")
    #expect(
      Set(returned.pushes.map(\.recipient)) == [office.person(.hoa).id, office.person(.lan).id])
    let notice = try #require(returned.pushes.first?.notice)
    #expect(notice.event == .dossierReturned)
    #expect(notice.text == "biên bản chưa ký")
    #expect(notice.day == "2022-06-06")
    try office.perform(.attachPaper(name, .minutes, note: "đã ký"), as: .lan)
    let again = try office.perform(.submitDossier(name), as: .lan)
    #expect(again.pushes.map(\.recipient) == [office.person(.secretary).id])
    #expect(
      try entry(office.perform(.appraiseDossier(name, .accept), as: .secretary)).dossier.state
        == .accepted)
  }

  @Test func twoOfficialsAtOnce_theLaterIsToldWhatChanged() throws {
    let name = office.dossier(.hoa, "LDTT")
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    try office.perform(.appraiseDossier(name, .accept), as: .secretary)
    guard
      case .wrongState(.dossier(.state(let entry, let wanted)))? = try office.refusal(
        of: .appraiseDossier(name, .accept), as: .secretary)
    else { throw NotAsWanted() }
    #expect(entry.dossier.state == .accepted)
    #expect(wanted == .accept)
  }

  @Test(
    "Warned, never barred",
    arguments: [
      ("LDTT", false, [.notRegistered]), ("LDTT", true, []),
      (
        "CSTDT", true,
        [
          .brokenChain(
            honour: "Chiến sĩ thi đua cơ sở", needed: 3, missingYears: [2019, 2020, 2021],
            source: "Luật 15/2003/QH11, Điều 22")
        ]
      ),
    ] as [(HonourCode, Bool, [DossierWarning])])
  func warnings(honour: HonourCode, isRegistered: Bool, wanted: [DossierWarning]) throws {
    if isRegistered {
      office.clock.now = "2022-01-10 09:00"
      try office.perform(office.register(honour, for: .hoa), as: .hoa)
      office.clock.now = "2022-06-01 09:00"
    }
    let opened = try entry(
      office.perform(.openDossier(office.dossier(.hoa, honour)), as: .lan))
    #expect(opened.warnings.map(\.withoutSource) == wanted.map(\.withoutSource))
  }

  @Test(
    "Two of three people: enough for the law of 2003, not for that of 2022",
    arguments: [
      ("2022-06-01 09:00", 1, HonourRule.Share.Bound.over(50)), ("2022-06-01 09:00", 2, nil),
      ("2023-12-31 23:59", 2, nil), ("2024-01-01 00:00", 2, .atLeast(70)),
      ("2024-01-01 00:00", 3, nil),
    ] as [(Instant, Int, HonourRule.Share.Bound?)])
  func peopleOfACollective(now: Instant, bearers: Int, needed: HonourRule.Share.Bound?) throws {
    let unit = Subject.unit(office.unit("thôn Buồng Tằm"))
    let people = [Cast.hoa, .binh, .lan]
    office.clock.now = "2022-05-30 09:00"
    try office.keepAwards("LDTT", of: Array(people.prefix(bearers)))
    office.clock.now = now
    let opened = try entry(
      office.perform(.openDossier(office.dossier(of: unit, "TTLDTT")), as: .secretary))
    let told = opened.warnings.compactMap { warning -> HonourRule.Share.Bound? in
      guard case .tooFewBearers(_, bearers, people.count, let bound, _) = warning else {
        return nil
      }
      return bound
    }
    #expect(told == (needed.map { [$0] } ?? []))
  }

  @Test func anInitiativeThatStandsInAnotherDossierIsNoticed() throws {
    for honour in ["LDTT", "CSTDCS"] {
      let name = office.dossier(.hoa, honour)
      try office.perform(.openDossier(name), as: .lan)
      let attached = try entry(
        office.perform(.attachPaper(name, .initiative, note: "sáng kiến 7"), as: .lan))
      #expect(
        attached.warnings.contains(
          .initiativeUsed(note: "sáng kiến 7", honour: "Lao động tiên tiến"))
          == (honour == "CSTDCS"))
    }
  }

  @Test func refusals() throws {
    let hoa = office.dossier(.hoa, "LDTT")
    let cases: [(Change, Cast, Refusal)] = [
      (.openDossier(hoa), .hoa, .notPermitted(.roles([.officer, .secretary]))),
      (.openDossier(hoa), .son, .notPermitted(.selfUnitOrSecretary)),
      (
        .submitDossier(hoa), .lan,
        .wrongState(
          .dossier(
            .none(
              subject: named(.hoa), honour: "Lao động tiên tiến")))
      ),
      (.appraiseDossier(hoa, .accept), .lan, .notPermitted(.roles([.secretary]))),
      (.appraiseDossier(hoa, .accept), .strangerSecretary, .notPermitted(.roles([.secretary]))),
    ]
    for (change, cast, wanted) in cases {
      #expect(try office.refusal(of: change, as: cast) == wanted, "\(change) \(cast)")
    }
    guard
      case .notEligible(.wrongKind)? = try office.refusal(
        of: .openDossier(office.dossier(.hoa, "TTLDTT")), as: .lan)
    else { throw NotAsWanted() }
    try office.perform(.openDossier(hoa), as: .lan)
    guard
      case .wrongState(.dossier(.alreadyThere))? = try office.refusal(
        of: .openDossier(hoa), as: .lan)
    else { throw NotAsWanted() }
  }

  @Test func whichDossierIsAskedWhereThereAreSeveral() throws {
    for honour in ["LDTT", "CSTDCS"] {
      try office.perform(.openDossier(office.dossier(.hoa, honour)), as: .lan)
    }
    guard
      case .wrongState(.dossier(.which(_, let honours)))? = try office.refusal(
        of: .attachPaper(office.dossier(.hoa), .minutes, note: nil), as: .lan)
    else { throw NotAsWanted() }
    #expect(honours.map(\.name) == ["Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"])
  }

  @Test func theLastMinuteOfHandingIn() throws {
    let name = office.dossier(.hoa, "LDTT")
    try office.perform(.openDossier(name), as: .lan)
    for kind in [DocumentKind.minutes, .achievementReport] {
      try office.perform(.attachPaper(name, kind, note: nil), as: .lan)
    }
    office.clock.now = "2022-11-01 00:00"
    guard case .deadlinePassed? = try office.refusal(of: .submitDossier(name), as: .lan) else {
      throw NotAsWanted()
    }
    office.clock.now = "2022-10-31 23:59:59.999"
    try office.perform(.submitDossier(name), as: .lan)
    // What was returned is completed after that day too.
    try office.perform(.appraiseDossier(name, .return(because: "thiếu")), as: .secretary)
    office.clock.now = "2022-11-02 09:00"
    try office.perform(.submitDossier(name), as: .lan)
  }

  @Test func anOfficerSeesTheUnit_theSecretaryAll_theMemberTheOwn() throws {
    try office.perform(.openDossier(office.dossier(.hoa, "LDTT")), as: .lan)
    try office.perform(.openDossier(office.dossier(.minh, "LDTT")), as: .son)
    func list(as cast: Cast, _ states: [DossierState] = []) throws -> [String] {
      guard
        case .dossiers(let list) = try office.answer(
          .dossiers(Office.campaign, DossierFilter(states: states)), as: cast)
      else { throw NotAsWanted() }
      return list.dossiers.map(\.subject.name)
    }
    #expect(try list(as: .lan) == ["Nguyễn Thị Hoa"])
    #expect(try list(as: .secretary) == ["Nguyễn Thị Hoa", "Phạm Văn Minh"])
    #expect(try list(as: .council).count == 2)
    #expect(try list(as: .secretary, [.submitted]).isEmpty)
    #expect(
      try office.refusal(
        of: Question.dossiers(Office.campaign, DossierFilter()), as: .hoa)
        == .notPermitted(.unitOfficerOr([.secretary, .council, .chair])))
    guard
      case .status(let own) = try office.answer(
        .status(of: office.subject(.hoa)), as: .hoa)
    else { throw NotAsWanted() }
    #expect(own.campaigns.first?.dossiers.map(\.dossier.state) == [.draft])
  }

  private func named(_ cast: Cast) -> NamedSubject {
    NamedSubject(subject: office.subject(cast), name: cast.name, unit: cast.unit)
  }
}

extension Push {
  var notice: CaseNotice? {
    if case .caseNotice(let notice) = content { notice } else { nil }
  }
}

extension DossierWarning {
  /// Sources are the catalogue's business.
  var withoutSource: DossierWarning {
    if case .brokenChain(let honour, let needed, let years, _) = self {
      .brokenChain(honour: honour, needed: needed, missingYears: years, source: "")
    } else {
      self
    }
  }
}
