import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct AwardsTests {
  let office: Office

  init() throws {
    office = try Office(
      at: "2022-06-01 09:00", campaigns: [Plans.everything(quota: Campaigns.Quota.none)])
  }

  /// Up to the council's yes.
  private func select(_ honour: HonourCode, _ cast: Cast..., by officer: Cast = .lan) throws {
    office.clock.now = "2022-06-01 09:00"
    for one in cast { try office.accept(honour, for: office.subject(one), as: officer) }
    office.clock.now = "2022-11-16 09:00"
    try office.perform(.openSitting(Office.campaign, reason: nil), as: .secretary)
    for one in cast {
      for voter in [Cast.council, .chair] {
        try office.perform(.castVote(office.dossier(one, honour), .agree), as: voter)
      }
    }
    try office.perform(.closeSitting(Office.campaign), as: .secretary)
  }

  private func decide(
    _ casts: [Cast], _ number: String = "12/QĐ-UBND", on day: CivilDate = "2022-11-16"
  ) -> Change {
    .decideAwards(
      Office.campaign, casts.map { office.dossier($0) }, AwardDecision(number: number, day: day))
  }

  private func awards(_ filter: AwardFilter = AwardFilter(), as cast: Cast = .guest) throws
    -> [AwardEntry]
  {
    guard case .awards(let list) = try office.answer(.awards(filter), as: cast) else {
      throw NotAsWanted()
    }
    return list.awards
  }

  @Test func oneDecisionForSeveral_publishedAndTold() throws {
    try select("LDTT", .hoa, .binh)
    let performed = try office.perform(decide([.hoa, .binh]), as: .chair)
    #expect(Set(performed.pushes.compactMap(\.notice).map(\.text)) == ["12/QĐ-UBND"])
    #expect(performed.pushes.contains { $0.recipient == office.person(.hoa).id })
    let published = try awards()
    #expect(published.map(\.subject.name) == [Cast.hoa.name, Cast.binh.name])
    #expect(published.map(\.award.decision) == ["12/QĐ-UBND", "12/QĐ-UBND"])
    #expect(published.map(\.award.year) == [2022, 2022])
    #expect(try awards(AwardFilter(year: 2021)).isEmpty)
    #expect(try awards(AwardFilter(honours: ["CSTDCS"])).isEmpty)
    #expect(try awards(AwardFilter(unit: office.unit("thôn Hộ"))).isEmpty)
    #expect(try office.dossierStates(of: office.subject(.hoa)) == [.awarded])
  }

  @Test func noAwardWithoutTheCouncil_allOrNone() throws {
    try select("LDTT", .hoa)
    try office.perform(.openDossier(office.dossier(.binh, "LDTT")), as: .lan)
    guard
      case .wrongState(.dossier(.state(let entry, .decide)))? = try office.refusal(
        of: decide([.hoa, .binh]), as: .chair)
    else { throw NotAsWanted() }
    #expect(entry.subject.name == Cast.binh.name)
    #expect(try awards().isEmpty)
  }

  @Test func whoIsNamedTwiceIsAwardedOnce() throws {
    try select("LDTT", .hoa)
    try office.perform(decide([.hoa, .hoa]), as: .chair)
    #expect(try awards().map(\.subject.name) == [Cast.hoa.name])
  }

  @Test func aNumberBelongsToOneDay() throws {
    try select("LDTT", .hoa, .binh)
    try office.perform(decide([.hoa]), as: .chair)
    #expect(
      try office.refusal(of: decide([.binh], on: "2022-11-15"), as: .chair)
        == .wrongState(.award(.numberUsed(number: "12/QĐ-UBND", on: "2022-11-16"))))
    #expect(
      try office.refusal(of: decide([.binh], "13/QĐ-UBND", on: "2022-11-17"), as: .chair)
        == .wrongState(.award(.dayInFuture("2022-11-17"))))
    try office.perform(decide([.binh]), as: .chair)
  }

  @Test func whatIsConferredAboveIsSentUp_andItsAnswerRecorded() throws {
    try select("CSTDT", .hoa)
    guard
      case .wrongState(.award(.conferredAbove))? = try office.refusal(
        of: decide([.hoa]), as: .chair)
    else { throw NotAsWanted() }
    try office.perform(.forwardDossier(office.dossier(.hoa)), as: .secretary)
    #expect(try office.dossierStates(of: office.subject(.hoa)) == [.forwarded])
    try office.perform(decide([.hoa], "2045/QĐ-UBND"), as: .secretary)
    #expect(try awards().map(\.award.decision) == ["2045/QĐ-UBND"])
  }

  @Test func whatIsConferredHereIsNotSentUp() throws {
    try select("LDTT", .hoa)
    guard
      case .wrongState(.award(.conferredHere))? = try office.refusal(
        of: .forwardDossier(office.dossier(.hoa)), as: .secretary)
    else { throw NotAsWanted() }
  }

  @Test func whoMay() throws {
    try select("LDTT", .hoa)
    for cast in [Cast.hoa, .lan, .council, .admin] {
      #expect(
        try office.refusal(of: decide([.hoa]), as: cast)
          == .notPermitted(.roles([.secretary, .chair])))
    }
  }

  @Test func aRevokedAwardStaysWithItsReason_andCountsNoMore() throws {
    try select("LDTT", .hoa)
    try office.perform(decide([.hoa]), as: .chair)
    let revoke = Change.revokeAward(office.dossier(.hoa), because: "khai sai")
    #expect(
      try office.refusal(of: revoke, as: .lan) == .notPermitted(.roles([.secretary, .chair])))
    let performed = try office.perform(revoke, as: .secretary)
    #expect(
      Set(performed.pushes.map(\.recipient)) == [office.person(.hoa).id, office.person(.lan).id])
    #expect(
      try awards().map(\.award.revocation) == [.init(reason: "khai sai", day: "2022-11-16")])
    guard case .wrongState(.award(.none))? = try office.refusal(of: revoke, as: .secretary) else {
      throw NotAsWanted()
    }
  }

  @Test func whoDidWhatIsShownToThoseWhoMay_andNoVote() throws {
    try select("LDTT", .hoa)
    try office.perform(decide([.hoa]), as: .chair)
    func steps(_ cast: Cast, as reader: Cast) throws -> [String] {
      guard
        case .history(let history) = try office.answer(
          .history(of: office.subject(cast)), as: reader)
      else { throw NotAsWanted() }
      return history.steps.map { "\($0.act.rawValue) \($0.by ?? "")" }
    }
    let wanted = [
      "dossier.create Lê Thị Lan", "dossier.attach Lê Thị Lan", "dossier.attach Lê Thị Lan",
      "dossier.submit Lê Thị Lan", "dossier.accept Đỗ Minh Thư", "council.close Đỗ Minh Thư",
      "award.decide Võ Chủ",
    ]
    for reader in [Cast.hoa, .lan, .secretary, .council, .chair] {
      #expect(try steps(.hoa, as: reader) == wanted)
    }
    for reader in [Cast.binh, .son, .admin, .strangerSecretary] {
      #expect(
        try office.refusal(of: Question.history(of: office.subject(.hoa)), as: reader)
          == .notPermitted(.unitOfficerOr([.secretary, .council, .chair])))
    }
  }

  @Test func aDecisionIsTakenBackWhileNobodyBuiltOnIt() throws {
    try select("LDTT", .hoa)
    try office.perform(decide([.hoa]), as: .chair)
    let undone = try office.perform(.undo, as: .chair)
    guard case .takenBack(.dossier)? = undone.made else { throw NotAsWanted() }
    #expect(try awards().isEmpty)
    #expect(try office.dossierStates(of: office.subject(.hoa)) == [.selected])
    // All who had been told, or work with it.
    #expect(
      Set(undone.pushes.map(\.recipient))
        == [office.person(.hoa).id, office.person(.lan).id, office.person(.secretary).id])
  }

  // MARK: All whom the council chose; corrections; the public notice

  @Test func nobodyNamedMeansAllWhomTheCouncilChose_andThisOfficeHonours() throws {
    try select("LDTT", .hoa, .binh)
    let performed = try office.perform(decide([]), as: .chair)
    guard case .awarded(let entries)? = performed.made else { throw NotAsWanted() }
    #expect(entries.map(\.subject.name) == [Cast.hoa.name, Cast.binh.name])
    #expect(
      try office.refusal(of: decide([], "13/QĐ-UBND"), as: .chair)
        == .wrongState(.award(.nobodySelected(campaign: "thi đua năm 2022"))))
  }

  @Test func whatGoesUpIsNotAmongThem() throws {
    try select("CSTDT", .hoa)
    #expect(
      try office.refusal(of: decide([]), as: .chair)
        == .wrongState(.award(.nobodySelected(campaign: "thi đua năm 2022"))))
  }

  @Test func aRecordedDecisionIsCorrectedOnlyForAReason_andKeepsWhatStoodThere() throws {
    try select("LDTT", .hoa)
    try office.perform(decide([.hoa]), as: .chair)
    office.clock.now = "2022-11-20 09:00"
    let other = AwardDecision(number: "21/QĐ-UBND", day: "2022-11-18")
    let names = [office.dossier(.hoa)]
    guard
      case .wrongState(.award(.alreadyDecided(_, "12/QĐ-UBND", "2022-11-16")))? =
        try office.refusal(of: .decideAwards(Office.campaign, names, other), as: .chair)
    else { throw NotAsWanted() }
    let correction = AwardDecision(
      number: other.number, day: other.day, correction: "ghi nhầm số")
    let performed = try office.perform(
      .decideAwards(Office.campaign, names, correction), as: .chair)
    #expect(
      Set(performed.pushes.map(\.recipient)) == [office.person(.hoa).id, office.person(.lan).id])
    let award = try #require(try awards().first?.award)
    #expect(award.decision == "21/QĐ-UBND")
    #expect(award.decidedOn == "2022-11-18")
    #expect(
      award.correction
        == .init(before: "12/QĐ-UBND", reason: "ghi nhầm số", day: "2022-11-20"))
    try office.perform(.undo, as: .chair)
    #expect(try awards().map(\.award.decision) == ["12/QĐ-UBND"])
    #expect(try awards().map(\.award.correction) == [nil])
  }

  @Test func onlyTheDayCanBeCorrectedToo_butNotToBeforeTheSitting() throws {
    try select("LDTT", .hoa)
    try office.perform(decide([.hoa]), as: .chair)
    office.clock.now = "2022-11-20 09:00"
    func correct(on day: CivilDate) -> Change {
      .decideAwards(
        Office.campaign, [office.dossier(.hoa)],
        AwardDecision(number: "12/QĐ-UBND", day: day, correction: "ghi nhầm ngày"))
    }
    #expect(
      try office.refusal(of: correct(on: "2022-11-15"), as: .chair)
        == .wrongState(.award(.beforeSitting("2022-11-15", closed: "2022-11-16"))))
    try office.perform(correct(on: "2022-11-17"), as: .chair)
    #expect(try awards().map(\.award.decidedOn) == ["2022-11-17"])
  }

  @Test(
    "Public for ten days: the last one, moved off the weekend, belongs to those who object",
    arguments: [("2022-11-28 23:59:59.999", true), ("2022-11-29 00:00", false)]
      as [(Instant, Bool)])
  func publicNotice(now: Instant, isRefused: Bool) throws {
    let office = try inPublicNotice()
    office.clock.now = now
    let refusal = try office.refusal(of: decide([.hoa], on: now.date), as: .chair)
    #expect(
      refusal
        == (isRefused ? .wrongState(.award(.publicNotice(until: "2022-11-28"))) : nil))
  }

  @Test(
    "What is told while the choice is public must be answered before a decision",
    arguments: [
      ("2022-11-16 09:00", true), ("2022-11-28 23:59:59.999", true), ("2022-11-29 00:00", false),
    ] as [(Instant, Bool)])
  func objections(sent: Instant, isObjection: Bool) throws {
    let office = try inPublicNotice()
    office.clock.now = sent
    let told = try office.perform(
      .submitFeedback(Office.campaign, "chị Hoa đã chuyển công tác"), as: .binh)
    guard case .feedbackSent(let entry)? = told.made else { throw NotAsWanted() }
    #expect(entry.feedback.noticeEnds == (isObjection ? "2022-11-28" : nil))
    office.clock.now = "2022-11-29 10:00"
    let decision = decide([.hoa], on: "2022-11-29")
    #expect(
      try office.refusal(of: decision, as: .chair)
        == (isObjection ? .wrongState(.award(.objectionsOpen([entry.id]))) : nil))
    guard isObjection else { return }
    try office.perform(.replyFeedback(entry.id, "đã xác minh, vẫn công tác"), as: .secretary)
    try office.perform(decision, as: .chair)
  }

  /// The council chose on 16 November, and the plan makes that public for ten days.
  private func inPublicNotice() throws -> Office {
    let office = try Office(
      at: "2022-06-01 09:00",
      campaigns: [Plans.everything(quota: Campaigns.Quota.none, noticeDays: 10)])
    try office.accept("LDTT", for: office.subject(.hoa), as: .lan)
    office.clock.now = "2022-11-16 09:00"
    try office.perform(.openSitting(Office.campaign, reason: nil), as: .secretary)
    for voter in [Cast.council, .chair] {
      try office.perform(.castVote(office.dossier(.hoa), .agree), as: voter)
    }
    let closed = try office.perform(.closeSitting(Office.campaign), as: .secretary)
    guard case .sittingClosed(_, "2022-11-28")? = closed.made else { throw NotAsWanted() }
    return office
  }
}
