import Campaigns
import CivilTime
import TestSupport

// Pledges, works, figures, dossiers, sittings, awards and voices: one of each.

extension Samples {
  static let now: Instant = "2022-11-16 09:00"
  static let window = SittingWindow(
    campaign: "duong-hoa-2022", title: "họp Hội đồng xét thi đua năm 2022", first: "2022-11-15",
    last: "2022-11-22")
  static let milestone = MilestoneEntry(Plans.duongHoa.milestones[0], at: "2022-01-10 09:00")

  static let pledge = PledgeEntry(
    subject: hoa,
    pledge: Pledge(text: "không để ai bỏ học", signedAt: "2022-01-10 09:00", signedBy: 7))
  static let ownPledge = PledgeEntry(
    subject: unit, pledge: Pledge(text: nil, signedAt: "2022-01-11 09:00", signedBy: 9))

  /// Quỳ Hợp's: one of work and task, and one event.
  static let minimum = WorkMinimum(
    groups: [
      WorkMinimum.Group(kinds: [.work, .task], atLeast: 1),
      WorkMinimum.Group(kinds: [.event], atLeast: 1),
    ], owedBy: "mỗi đơn vị", source: "mục IV")

  static func lacking(_ kinds: WorkKind...) -> [WorkMinimum.Shortfall] {
    minimum.shortfall(of: kinds.map { Work(kind: $0, title: "x", due: nil) }) { _ in true }
  }

  static func work(
    _ kind: WorkKind = .work, percent: Int = 50, due: CivilDate? = "2022-12-31",
    completedOn: CivilDate? = nil
  ) -> WorkEntry {
    WorkEntry(
      id: 4, unit: unit,
      work: Work(
        kind: kind, title: "đường hoa", due: due, percent: percent, completedOn: completedOn))
  }

  static let insurance = Target(
    id: "insurance", title: "Bảo hiểm y tế",
    figures: [
      Target.Figure(
        label: nil, direction: .atLeast, thousandths: 93_000, upToThousandths: nil, unit: "%")
    ], note: nil)
  static let budget = Target(
    id: "budget", title: "Thu ngân sách",
    figures: [
      Target.Figure(
        label: "năm", direction: .atLeast, thousandths: 428_000_000_000, upToThousandths: nil,
        unit: "đồng")
    ], note: nil)
  static let standard = Target(
    id: "standard", title: "Chuẩn y tế",
    figures: [
      Target.Figure(
        label: nil, direction: .kept, thousandths: nil, upToThousandths: nil, unit: "")
    ], note: nil)

  static func figure(
    _ target: Target, _ thousandths: Int64?, byUnit: [FigureEntry.OfUnit] = []
  ) -> FigureEntry {
    FigureEntry(
      target: target, index: 0,
      reported: thousandths.map { FigureEntry.Reported(thousandths: $0, day: "2022-11-10") },
      byUnit: byUnit)
  }

  /// - Parameter missing: of a dossier that has one paper already.
  static func dossier(
    _ state: DossierState, of subject: NamedSubject = hoa, missing: [String] = [],
    warnings: [DossierWarning] = [], clock: AppraisalClock = .notRunning,
    returned: Dossier.Return? = nil, forwardedTo: String? = nil
  ) -> DossierEntry {
    DossierEntry(
      id: 21, subject: subject, honour: "Chiến sĩ thi đua cơ sở",
      dossier: Dossier(
        honour: "CSTDCS", year: 2022, state: state,
        papers: [Dossier.Paper(kind: .proposal, note: "số 12/TTr", addedOn: "2022-11-01")],
        receivedOn: state == .draft ? nil : "2022-11-02", clock: clock, returned: returned,
        forwardedTo: forwardedTo, lateReason: nil),
      missing: missing, warnings: warnings)
  }

  static let submitted = dossier(.submitted, clock: .running(due: "2022-11-30"))
  static let returned = dossier(
    .returned, missing: ["Biên bản họp xét"], clock: .stopped(left: 12),
    returned: Dossier.Return(reason: "thiếu biên bản", completeBy: "2022-11-18"))

  static let award = AwardEntry(
    subject: hoa, honour: "Chiến sĩ thi đua cơ sở",
    award: Award(
      honour: "CSTDCS", year: 2022, decision: "12/QĐ-UBND", decidedOn: "2022-12-12",
      decidedBy: "Chủ tịch UBND xã", dossier: 21),
    campaign: "thi đua năm 2022")

  static let revoked: AwardEntry = {
    var taken = award.award
    taken.revocation = .init(reason: "khai sai thành tích", day: "2022-12-20")
    return AwardEntry(
      subject: award.subject, honour: award.honour, award: taken, campaign: award.campaign)
  }()

  static let corrected = AwardEntry(
    subject: award.subject, honour: award.honour,
    award: award.award.corrected(
      AwardDecision(number: "15/QĐ-UBND", day: "2022-12-13"), because: "ghi nhầm số",
      on: "2022-12-20"),
    campaign: award.campaign)
  static let places = PlacesFixed(
    kind: .collective, honour: nil, year: 2023, places: 5, day: "2023-04-20")
  static let ownPlaces = PlacesFixed(
    kind: .person, honour: "GKX", year: 2023, places: 10, day: "2023-04-20")

  static let settings = SettingsInUse(
    ReminderSettings(
      isOn: true, pausedThrough: "2022-12-01", daysAhead: 5,
      hour: TimeOfDay(milliseconds: 7 * 3_600_000),
      quiet: QuietHours(
        start: TimeOfDay(milliseconds: 21 * 3_600_000), end: TimeOfDay(milliseconds: 6 * 3_600_000)),
      mail: "hoa@xa.example"), under: rules)
  /// One planned duty as the page has it.
  static let rules = ReminderRules(
    planned: [.registration: ReminderRule(days: ReminderDays(before: [14, 7, 3, 1, 0]))])

  static let reminder = PersonalEntry(
    reminder: PersonalReminder(
      id: 5, person: 1, text: "nộp hồ sơ", at: "2022-11-17 08:00", before: nil),
    duty: nil)
  static let beforeDuty = PersonalEntry(
    reminder: PersonalReminder(
      id: 6, person: 1, text: nil, at: "2022-01-11 08:00",
      before: .init(campaign: "duong-hoa-2022", milestone: "registration", days: 3)),
    duty: DutyDue(of: Plans.duongHoa.milestones[0], in: Plans.duongHoa))

  static func agenda(_ items: [DossierEntry], openedAt: Instant? = nil) -> Agenda {
    Agenda(
      campaign: "thi đua năm 2022", window: window, openedAt: openedAt, members: 5, voted: 2,
      items: items)
  }

  static let minutes = Minutes(
    members: 5, voters: 4,
    items: [
      Minutes.Item(
        entry: dossier(.selected),
        tally: Tally(members: 5, agree: 4, disagree: 0, abstain: 0), threshold: 80,
        verdict: .selected),
      Minutes.Item(
        entry: dossier(.notSelected, of: unit),
        tally: Tally(members: 5, agree: 2, disagree: 1, abstain: 1), threshold: nil,
        verdict: .tooFewVotes),
      Minutes.Item(
        entry: dossier(.notSelected, of: household),
        tally: Tally(members: 5, agree: 3, disagree: 1, abstain: 0), threshold: nil,
        verdict: .quotaFull),
    ])

  static let feedback = FeedbackEntry(
    id: 12, feedback: Feedback(text: "chưa có mẫu báo cáo", from: 7, sentAt: "2022-11-10 08:00"),
    from: "Nguyễn Thị Hoa", campaign: "thi đua năm 2022")
  static let answered = FeedbackEntry(
    id: 3,
    feedback: Feedback(
      text: "hạn gấp quá", from: 8, sentAt: "2022-11-09 08:00",
      answer: Feedback.Answer(text: "đã gia hạn", by: 1, at: "2022-11-10 10:00")),
    from: "Trần Văn Bình", campaign: "thi đua năm 2022")

  static func made(_ what: ChangeMade.What) -> ChangeMade {
    ChangeMade(receipt: Receipt(number: 12, at: now), campaign: Plans.duongHoa, what: what)
  }

  static let changes: [ChangeMade.What] =
    [
      .pledged(pledge), .pledged(ownPledge),
      .workRegistered(work(percent: 0), lacking: lacking(.work)),
      .workRegistered(work(percent: 0, due: nil), lacking: []),
      .workReported(work(percent: 50), before: 20),
      .workReported(work(percent: 50, due: nil), before: 20),
      .workReported(work(percent: 100, completedOn: "2022-11-16"), before: 50),
      .figureReported(
        figure(insurance, 93_500), unit: "thôn Hộ", value: 94_000,
        before: FigureEntry.Reported(thousandths: 90_000, day: "2022-10-01")),
      .figureReported(figure(standard, 100_000), unit: nil, value: 100_000, before: nil),
      .dossierOpened(dossier(.draft, missing: ["Biên bản họp xét"], warnings: [.notRegistered])),
      .paperAttached(
        dossier(.draft),
        Dossier.Paper(kind: .minutes, note: "họp ngày 1/11", addedOn: "2022-11-16")),
      .dossierSubmitted(submitted), .dossierAppraised(dossier(.accepted)),
      .dossierAppraised(returned),
      .sittingOpened(agenda([dossier(.accepted), dossier(.accepted, of: unit)], openedAt: now)),
      .voted(dossier(.accepted), .agree, changed: false, left: 2),
      .voted(dossier(.accepted), .abstain, changed: true, left: 0),
      .opinionRecorded(dossier(.accepted), member: "Trần Văn Bình", changed: false),
      .opinionRecorded(dossier(.accepted), member: "Trần Văn Bình", changed: true),
      .sittingClosed(minutes, noticeEnds: nil),
      .sittingClosed(minutes, noticeEnds: "2022-11-26"),
      .sittingClosed(Minutes(members: 5, voters: 5, written: 1, items: []), noticeEnds: nil),
      .placesFixed(places, honour: nil), .placesFixed(ownPlaces, honour: "Giấy khen"),
      .barred(hoa, reason: "đang bị xem xét kỷ luật"), .barred(unit, reason: nil),
      .barLifted(hoa, reason: nil), .awarded([award]), .corrected([corrected]),
      .forwarded(
        dossier(.forwarded, forwardedTo: "thị xã Hương Thủy"), to: "thị xã Hương Thủy",
        reachesInbox: true),
      .forwarded(
        dossier(.forwarded, forwardedTo: "thị xã Hương Thủy"), to: "thị xã Hương Thủy",
        reachesInbox: false),
      .extended(milestone, from: "2022-01-07", told: 3), .announced(told: 12),
      .feedbackSent(feedback), .feedbackAnswered(answered), .exampleApproved(hoa),
      .revoked(revoked), .reminderSet(reminder), .reminderSet(beforeDuty),
      .reminderCancelled(reminder),
      .settingsChanged(
        .turn(on: false), SettingsInUse(ReminderSettings(isOn: false), under: rules)),
      .milestoneDone(
        .report, title: nil,
        MilestoneDone(milestone: "report", on: "2022-11-30", document: "45/BC-UBND"), unit: nil,
        reached: ["thị xã Hương Thủy"]),
      .milestoneDone(
        .closing, title: "tổng kết phong trào",
        MilestoneDone(milestone: "x", on: "2022-11-30", document: nil),
        unit: "thôn Hộ", reached: []),
      .nudged(
        DutyDue(of: Samples.milestone.milestone, in: Plans.duongHoa), told: ["Nguyễn Thị Hoa"],
        already: 2),
      .settingsChanged(.pause(through: "2022-12-01"), settings), .exampleSent(household),
    ] + ChangeTopic.allCases.map { .takenBack($0) }

  static let caseRefusals: [Refusal.WrongState] = [
    .work(.noDuty(campaign: "thi đua năm 2022")), .work(.unknown(asWritten: "kè suối")),
    .work(.unknown(asWritten: "")), .work(.which([work(), work(.event)])),
    .work(.dueTooLate(lastValidDay: "2022-12-31")), .work(.alreadyThere(work())),
    .target(.noTargets(campaign: "thi đua năm 2022")), .target(.unknown(asWritten: "trồng rừng")),
    .target(.which(["Bảo hiểm y tế", "Bảo hiểm xã hội"])),
    .target(.whichFigure(target: "Phổ cập giáo dục", labels: ["tiểu học", "trung học cơ sở"])),
    .target(.wrongMeasure(target: "Bảo hiểm y tế", unit: "%")),
    .target(.wrongMeasure(target: "Chuẩn y tế", unit: "")),
    .dossier(.none(subject: hoa, honour: "Giấy khen")),
    .dossier(.none(subject: household, honour: nil)),
    .dossier(
      .which(
        subject: hoa,
        honours: [
          .init(code: "GKX", name: "Giấy khen"),
          .init(code: "CSTDCS", name: "Chiến sĩ thi đua cơ sở"),
        ])),
    .dossier(.beforeCouncil(submitted)),
    .dossier(.alreadyThere(submitted)), .dossier(.state(submitted, wanted: .attach)),
    .dossier(.state(dossier(.awarded), wanted: .forward)),
    .dossier(.papersMissing(dossier(.draft), ["Biên bản họp xét"])),
    .council(.nothingToJudge(campaign: "thi đua năm 2022")),
    .council(.alreadyOpen(campaign: "thi đua năm 2022", since: now)),
    .council(.notOpen(campaign: "thi đua năm 2022")), .council(.ownCase),
    .council(.notOnAgenda(subject: unit)),
    .council(.noQuorum(voted: 2, needed: 4, members: 5)),
    .council(.tie(names: ["Nguyễn Thị Hoa", "Trần Văn Bình"], places: 1)),
    .council(
      .quotaNotOpen(campaign: "Quỳ Hợp", from: "2023-04-19", decidedBy: "UBND huyện Quỳ Hợp")),
    .council(.outsideWindow(window)), .council(.noMembers),
    .award(.numberUsed(number: "12/QĐ-UBND", on: "2022-12-12")),
    .award(.conferredHere(honour: "Giấy khen", by: "Chủ tịch UBND xã")),
    .award(.conferredAbove(honour: "Chiến sĩ thi đua cấp tỉnh", by: "Chủ tịch UBND tỉnh")),
    .award(.dayInFuture("2022-12-31")), .award(.none(subject: hoa)),
    .award(.which(subject: hoa, honours: ["Lao động tiên tiến", "Giấy khen xã"])),
    .noExample(subject: hoa), .award(.beforeSitting("2022-11-10", closed: "2022-11-16")),
    .council(.notMember(asWritten: "chị Lan")), .council(.hasVoted(name: "Trần Văn Bình")),
    .award(.publicNotice(until: "2022-11-26")), .award(.objectionsOpen([12, 15])),
    .award(.nobodySelected(campaign: "thi đua năm 2022")),
    .award(.alreadyDecided(subject: hoa, number: "12/QĐ-UBND", on: "2022-12-12")),
    .bar(.alreadyThere(subject: hoa, since: "2022-11-01")), .bar(.none(subject: unit)),
    .quota(.fixedByPlan(campaign: "Đồng khởi mới", source: "mục IV")), .quota(.alreadyTaken(3)),
    .settings(.dayInPast("2022-01-01")), .settings(.tooManyDays(most: 60)),
    .settings(.noMailAddress(asWritten: "hoa@")), .settings(.mailNotSetUp),
    .target(.impossibleShare(target: "Bảo hiểm y tế")), .reminderInPast(now),
    .noReminder(asWritten: "họp"), .noReminder(asWritten: nil),
    .whichReminder([reminder, beforeDuty]),
    .nothingToSnooze, .notUndoable(receipt: Receipt(number: 7, at: now)),
  ]

  static let caseActs: [Proposal.ProposedAct] = [
    .signPledge(text: nil), .signPledge(text: "không để ai bỏ học"),
    .registerWork(.event, title: "hội thao", due: "2022-05-19"),
    .registerWork(.task, title: "quét dọn", due: nil), .reportWork(about: "", percent: 100),
    .reportWork(about: "đường hoa", percent: 50),
    .reportFigure(about: "bảo hiểm y tế", thousandths: 93_500, isShare: true), .openDossier,
    .attachPaper(.minutes, note: nil), .attachPaper(.initiative, note: "số hóa sổ sách"),
    .submitDossier, .appraise(.accept), .appraise(.return(because: "thiếu biên bản")),
    .openSitting(reason: nil), .openSitting(reason: "hồ sơ nộp muộn"), .castVote(.disagree),
    .closeSitting, .recordOpinion(member: "Trần Văn Bình", .agree),
    .fixPlaces(.collective, places: 5), .recordBar(because: "có đơn tố cáo"),
    .recordBar(because: nil), .liftBar(because: nil),
    .decide(AwardDecision(number: "12/QĐ-UBND", day: "2022-12-12")),
    .decide(
      AwardDecision(number: "15/QĐ-UBND", day: "2022-12-13", correction: "ghi nhầm số")),
    .forward,
    .extend(milestone, to: "2022-01-20"), .announce("mai họp xét", unit: nil),
    .announce("mai họp xét", unit: "thôn Hộ"), .feedback("chưa có mẫu"), .reply("đã gửi mẫu"),
    .example("hiến đất làm đường"), .revoke(because: "khai sai"), .approveExample,
    .remind(.at(now), about: "họp"), .remind(.before(.registration, in: "x", days: 3), about: nil),
    .cancelReminder(about: nil), .cancelReminder(about: "họp"), .snooze(until: now, about: nil),
    .snooze(until: now, about: "họp"),
    .settleMilestone(
      .report, title: "gửi báo cáo tổng kết", unit: "thôn Hộ", on: "2022-11-30",
      document: "45/BC-UBND"),
    .settleMilestone(.report, title: nil, unit: nil, on: nil, document: nil),
    .nudge(Samples.milestone, unit: "thôn Hộ"), .nudge(Samples.milestone, unit: nil),
    .changeSettings(.turn(on: true)), .changeSettings(.turn(on: false)),
    .changeSettings(.pause(through: "2022-12-01")), .changeSettings(.daysAhead(5)),
    .changeSettings(.hour(TimeOfDay(milliseconds: 7 * 3_600_000))),
    .changeSettings(.quiet(settings.settings.quiet)), .changeSettings(.quiet(nil)),
    .changeSettings(.mail("hoa@xa.example")), .changeSettings(.mail(nil)),
  ]
}

extension ChangeMade.What {
  enum Kind: String, CaseIterable {
    case pledged
    case workRegistered = "work_registered"
    case workReported = "work_reported"
    case figureReported = "figure_reported"
    case dossierOpened = "dossier_opened"
    case paperAttached = "paper_attached"
    case dossierSubmitted = "dossier_submitted"
    case dossierAppraised = "dossier_appraised"
    case sittingOpened = "sitting_opened"
    case voted
    case sittingClosed = "sitting_closed"
    case opinionRecorded = "opinion_recorded"
    case placesFixed = "places_fixed"
    case barred
    case barLifted = "bar_lifted"
    case awarded, corrected, revoked, forwarded, extended, announced
    case feedbackSent = "feedback_sent"
    case feedbackAnswered = "feedback_answered"
    case exampleSent = "example_sent"
    case exampleApproved = "example_approved"
    case reminderSet = "reminder_set"
    case reminderCancelled = "reminder_cancelled"
    case settingsChanged = "settings_changed"
    case nudged
    case milestoneDone = "milestone_done"
    case takenBack = "taken_back"
  }

  var kind: Kind {
    switch self {
    case .pledged: .pledged
    case .workRegistered: .workRegistered
    case .workReported: .workReported
    case .figureReported: .figureReported
    case .dossierOpened: .dossierOpened
    case .paperAttached: .paperAttached
    case .dossierSubmitted: .dossierSubmitted
    case .dossierAppraised: .dossierAppraised
    case .sittingOpened: .sittingOpened
    case .voted: .voted
    case .sittingClosed: .sittingClosed
    case .opinionRecorded: .opinionRecorded
    case .placesFixed: .placesFixed
    case .barred: .barred
    case .barLifted: .barLifted
    case .awarded: .awarded
    case .corrected: .corrected
    case .revoked: .revoked
    case .forwarded: .forwarded
    case .extended: .extended
    case .announced: .announced
    case .feedbackSent: .feedbackSent
    case .feedbackAnswered: .feedbackAnswered
    case .exampleSent: .exampleSent
    case .exampleApproved: .exampleApproved
    case .reminderSet: .reminderSet
    case .reminderCancelled: .reminderCancelled
    case .settingsChanged: .settingsChanged
    case .nudged: .nudged
    case .milestoneDone: .milestoneDone
    case .takenBack: .takenBack
    }
  }
}
