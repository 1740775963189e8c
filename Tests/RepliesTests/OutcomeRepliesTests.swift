import Actions
import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

/// What came of a command, in words and in typed data; asked of the real plans.
@Suite struct OutcomeRepliesTests {
  // MARK: The facts of all five campaigns

  @Test(
    "Every fact of every plan has words, to guests and to secretaries",
    arguments: [
      "duong-hoa-2022", "hong-phong-2023", "my-thanh-2015", "nhon-hung-2024", "quy-hop-2023",
    ])
  func factsOfAllPlans(id: CampaignID) throws {
    let campaign = try #require(try FiveCampaigns.campaigns().first { $0.id == id })
    for now in [Instant(campaign.period.first), Instant(campaign.period.last.adding(days: 40))] {
      let office = try Office.ofFiveCampaigns(at: now)
      let codes = campaign.honours.map(\.code)
      for question in [
        Question.campaigns(year: nil), .campaigns(year: now.date.year), .campaign(id),
        .deadlines(id, of: nil), .registrableHonours(id), .targets(id, about: nil),
        .movements(id), .waves(id), .contacts(id), .quota(id), .criteria(codes, id),
        .criteria(codes, nil), .requirements(id),
      ] {
        for cast in [Cast.guest, .secretary, .strangerSecretary] {
          let answer = try office.answer(question, as: cast).answer(at: now)
          expectVietnamese(answer.text)
          #expect(!answer.data.isEmpty)
        }
      }
    }
  }

  // MARK: Data

  @Test(
    "Keys are promised to clients",
    arguments: [
      (.campaigns(year: nil), "campaigns"),
      (
        .campaign(Office.campaign),
        "campaign title organization theme period phase document bases participants notes findings"
      ),
      (.deadlines(Office.campaign, of: nil), "milestones"),
      (.registrableHonours(Office.campaign), "registration honours"),
      (.targets(Office.campaign, about: nil), "targets"),
      (.movements(Office.campaign), "movements"), (.waves(Office.campaign), "waves rounds"),
      (.contacts(Office.campaign), "posts reports"), (.quota(Office.campaign), "quota"),
      (.criteria(["LDTT"], nil), "honours"), (.requirements(Office.campaign), "papers"),
      (.registrations(Office.campaign, RegistrationFilter()), "count registrations"),
      (.missing(Office.campaign, nil), "count done missing milestone"),
      (.reminders, "personal waiting planned"), (.whoAmI, "name unit organization role"),
    ] as [(Question, String)])
  func keysOfAnswers(question: Question, keys: String) throws {
    let office = try Office(at: "2022-01-10 09:00")
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let data = try office.answer(question, as: .secretary).answer(at: office.now).data
    #expect(data.members.map(\.key).joined(separator: " ") == keys)
  }

  @Test func theAnswerToAChangeHasReceiptStateAndNext() throws {
    let office = try Office(at: "2022-01-10 09:00")
    let changes: [(Change, String, String, String)] = [
      (office.register("LDTT", for: .hoa), "registered", "registered", "LDTT"),
      (office.replace(by: "CSTDCS", for: .hoa), "changed", "registered", "CSTDCS"),
      (.undo, "undone", "registered", "LDTT"),
      (office.withdraw(for: .hoa), "withdrawn", "withdrawn", "LDTT"),
      (.undo, "undone", "registered", "LDTT"),
    ]
    var receipts: Set<String> = []
    for (change, event, state, honour) in changes {
      let data = try office.perform(change, as: .hoa).outcome.answer(at: office.now).data
      #expect(
        data.members.map(\.key) == [
          "receipt", "at", "event", "campaign", "subject", "honours", "registration_state", "late",
          "next",
        ])
      #expect(data["event"] == .string(event))
      #expect(data["registration_state"] == .string(state))
      #expect(data["honours"] == [.string(honour)])
      #expect(data["at"] == "2022-01-10T09:00:00+07:00")
      #expect(data["late"] == false)
      // Whoever has withdrawn can still register.
      #expect(
        data["next"]?["last_valid_day"]
          == (state == "registered" ? "2022-11-22" : "2022-01-14"))
      receipts.insert(try #require(data["receipt"]?.stringValue))
    }
    #expect(receipts.count == changes.count)
  }

  // MARK: Words

  @Test func changesInWords() throws {
    let office = try Office(at: "2022-01-10 09:00")
    try office.perform(office.register("LDTT", for: .binh), as: .binh)
    let registered = try office.perform(office.register("LDTT", "CSTDCS", for: .hoa), as: .hoa)
    let receipt = try #require(registered.outcome.change).receipt.code
    #expect(
      registered.outcome.answer(at: office.now).text == """
        Đã đăng ký Lao động tiên tiến và Chiến sĩ thi đua cơ sở cho anh/chị, phong trào thi đua năm 2022.
        Mã tiếp nhận \(receipt), lúc 09:00 thứ Hai, 10/01/2022. Trạng thái: đã ghi nhận.
        Tiếp theo: họp Hội đồng xét thi đua năm 2022: từ thứ Ba, 15/11/2022 đến hết thứ Ba, 22/11/2022, còn 316 ngày.
        """)
    let lines: [(Change, Cast, String)] = [
      (
        office.replace(by: "CSTDCS", for: .binh), .lan,
        "Đã đổi đăng ký của Trần Văn Bình (thôn Buồng Tằm) từ Lao động tiên tiến sang Chiến sĩ thi đua cơ sở, phong trào thi đua năm 2022."
      ),
      (
        .undo, .lan,
        "Đã hoàn tác việc đổi đăng ký của Trần Văn Bình (thôn Buồng Tằm), phong trào thi đua năm 2022."
      ),
      (
        office.withdraw("LDTT", for: .hoa), .hoa,
        "Đã rút đăng ký Lao động tiên tiến của anh/chị, phong trào thi đua năm 2022."
      ),
      (
        .undo, .hoa,
        "Đã hoàn tác: giữ lại đăng ký Lao động tiên tiến của anh/chị, phong trào thi đua năm 2022."
      ),
      (
        .undo, .hoa,
        "Đã hoàn tác: bỏ đăng ký Lao động tiên tiến và Chiến sĩ thi đua cơ sở của anh/chị, phong trào thi đua năm 2022."
      ),
    ]
    for (change, cast, line) in lines {
      let text = try office.perform(change, as: cast).outcome.answer(at: office.now).text
      #expect(text.split(separator: "\n").first.map(String.init) == line)
      expectVietnamese(text)
    }
  }

  @Test func lateIsSaid() throws {
    let office = try Office(at: "2022-01-20 09:00")
    let late = try office.perform(
      office.register("LDTT", for: .hoa, reason: "đi học"), as: .secretary)
    let answer = late.outcome.answer(at: office.now)
    #expect(answer.text.contains("Ghi nhận là nộp trễ."))
    #expect(answer.data["late"] == true)
    let list = try office.answer(
      .registrations(Office.campaign, RegistrationFilter()), as: .secretary)
    #expect(list.answer(at: office.now).text.contains("(trễ hạn, lý do: đi học)"))
  }

  @Test func statusAndListsInWords() throws {
    let office = try Office(at: "2022-01-10 09:00")
    let mine = Question.status(of: office.subject(.hoa))
    let missing = Question.missing(Office.campaign, nil)
    #expect(
      try text(mine, .hoa, office) == """
        Hồ sơ thi đua của anh/chị Nguyễn Thị Hoa:
        Phong trào thi đua năm 2022:
        - chưa đăng ký danh hiệu nào
        - còn phải làm: đăng ký danh hiệu thi đua năm 2022: hết thứ Sáu, 14/01/2022, còn 4 ngày
        - bước tiếp theo: họp Hội đồng xét thi đua năm 2022: từ thứ Ba, 15/11/2022 đến hết thứ Ba, 22/11/2022, còn 316 ngày
        """)
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(
      try text(mine, .hoa, office).contains("- Lao động tiên tiến: đã ghi nhận ngày 10/01/2022"))
    #expect(
      try text(missing, .lan, office) == """
        Còn 2 người của thôn Buồng Tằm chưa đăng ký (đã đăng ký: 1), phong trào thi đua năm 2022; hạn hết thứ Sáu, 14/01/2022, còn 4 ngày:
        1. Trần Văn Bình (thôn Buồng Tằm)
        2. Lê Thị Lan (thôn Buồng Tằm)
        """)
    for cast in [Cast.binh, .lan] {
      try office.perform(office.register("LDTT", for: cast), as: cast)
    }
    #expect(
      try text(missing, .lan, office)
        == "Tất cả 3 người của thôn Buồng Tằm đã đăng ký, phong trào thi đua năm 2022.")
  }

  @Test func whoOneIs() throws {
    let office = try Office()
    #expect(
      try text(.whoAmI, .lan, office)
        == "Anh/chị là Lê Thị Lan, thôn Buồng Tằm, xã Dương Hòa; vai trò: cán bộ đầu mối.")
    #expect(try text(.whoAmI, .guest, office) == "Anh/chị chưa đăng nhập. Gõ: đăng nhập TÊN")
  }

  @Test func everyRoleHasAWord() throws {
    let office = try Office()
    let texts = try Cast.people.map { try text(.whoAmI, $0, office) }
    for (cast, text) in zip(Cast.people, texts) {
      expectVietnamese(text)
      #expect(!text.contains(cast.role.rawValue))
    }
  }

  private func text(_ question: Question, _ cast: Cast, _ office: Office) throws -> String {
    try office.answer(question, as: cast).answer(at: office.now).text
  }
}
