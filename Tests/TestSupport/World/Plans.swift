package import Campaigns
package import CivilTime

/// The facts of three plans that the rules turn on, as values; the whole plans are files of
/// `deploy/campaigns/`.
package enum Plans {
  package static let duongHoaCommune = Organization(
    id: "duong-hoa", name: "xã Dương Hòa", level: .commune,
    superiors: ["thị xã Hương Thủy", "tỉnh Thừa Thiên Huế"])
  package static let hongPhongCommune = Organization(
    id: "hong-phong", name: "xã Hồng Phong", level: .commune,
    superiors: ["huyện Cao Lộc", "tỉnh Lạng Sơn"])
  package static let nhonHungWard = Organization(
    id: "nhon-hung", name: "phường Nhơn Hưng", level: .commune,
    superiors: ["thị xã Tịnh Biên", "tỉnh An Giang"])

  /// Registration by members and officers before 2022-01-15; the council sits in a window.
  package static let duongHoa = duongHoa()

  /// - Parameter opens: first day on which honours can be registered, for plans that have one.
  package static func duongHoa(
    registrationOpens opens: CivilDate? = nil, registrationEnds last: CivilDate = "2022-01-14"
  ) -> Campaign {
    campaign(
      "duong-hoa-2022", of: duongHoaCommune, title: "thi đua năm 2022",
      Period(first: "2021-11-02", last: "2022-12-31", wording: "năm 2022"),
      milestones: [
        Milestone(
          id: "registration", kind: .registration, title: "đăng ký danh hiệu thi đua năm 2022",
          wording: "trước ngày 15/01/2022", opens: opens, deadline: Deadline(lastValidDay: last),
          owedBy: .persons([.member, .officer]), source: "mục III.1"),
        Milestone(
          id: "council", kind: .council, title: "họp Hội đồng xét thi đua năm 2022",
          wording: "từ ngày 15 đến ngày 22/11/2022", opens: "2022-11-15",
          deadline: Deadline(lastValidDay: "2022-11-22"), owedBy: .posts([.secretary, .chair]),
          source: "mục III.2"),
      ],
      honours: [
        honour("LDTT", [.person]), honour("CSTDCS", [.person]),
        honour("CSTDT", [.person], proposedUpward: true), honour("TTLDTT", [.collective]),
        honour("GDVH", [.household]), honour("XPTTTB", [.collective]),
        // Can be conferred, but is not registered beforehand.
        honour("GKX", [.person, .collective], registrable: false),
      ])
  }

  /// A plan that asks for everything: registration, works and events, figures, papers, the council in
  /// a window, and one collective and one person a year.
  ///
  /// - Parameter noticeDays: how long the council's choice is made public before a decision.
  package static func everything(quota: Quota? = nil, noticeDays: Int? = nil) -> Campaign {
    campaign(
      "duong-hoa-2022", of: duongHoaCommune, title: "thi đua năm 2022",
      Period(first: "2021-11-02", last: "2022-12-31", wording: "năm 2022"),
      milestones: duongHoa.milestones + [
        Milestone(
          id: "work", kind: .work, title: "hoàn thành công trình, sự kiện",
          wording: "trước ngày 01/11/2022", opens: nil,
          deadline: Deadline(lastValidDay: "2022-10-31"), owedBy: .units, source: "mục IV"),
        Milestone(
          id: "dossier", kind: .dossier, title: "gửi đề nghị khen thưởng",
          wording: "đến hết ngày 31/10/2022", opens: nil,
          deadline: Deadline(lastValidDay: "2022-10-31"), owedBy: .units, source: "mục IV"),
      ],
      honours: duongHoa.honours,
      targets: [
        Target(
          id: "budget", title: "Thu cân đối ngân sách",
          figures: [figure(nil, .atLeast, 428_000_000_000, "đồng")], note: nil),
        Target(
          id: "health-insurance", title: "Người dân tham gia bảo hiểm y tế",
          figures: [figure(nil, .atLeast, 93_000, "%")], note: nil),
        Target(
          id: "schooling", title: "Học sinh ra lớp đúng độ tuổi",
          figures: [
            figure("tiểu học", .atLeast, 100_000, "%"),
            figure("trung học cơ sở", .atLeast, 97_000, "%"),
          ], note: nil),
      ],
      quota: quota ?? .perYear(collectives: 1, persons: 1, source: "mục II.3"),
      works: WorkMinimum(
        groups: [
          .init(kinds: [.work, .task], atLeast: 1), .init(kinds: [.event], atLeast: 1),
        ], owedBy: "mỗi thôn", source: "mục IV"),
      dossier: DossierRequirements(
        papers: [
          .init(kind: .minutes, title: "biên bản họp xét"),
          .init(kind: .achievementReport, title: "báo cáo thành tích"),
        ], note: nil, source: "mục V", appraisalDays: 5, completionDays: 3,
        noticeDays: noticeDays))
  }

  private static func figure(
    _ label: String?, _ direction: Target.Direction, _ thousandths: Int64, _ unit: String
  ) -> Target.Figure {
    Target.Figure(
      label: label, direction: direction, thousandths: thousandths, upToThousandths: nil,
      unit: unit)
  }

  /// Asks for no registration: works by each unit, then the closing by the secretary.
  package static let hongPhong = campaign(
    "hong-phong-2023", of: hongPhongCommune, title: "90 năm Đảng bộ tỉnh",
    Period(first: "2023-03-15", last: "2023-05-31", wording: "đến hết ngày 31/5/2023"),
    milestones: [
      Milestone(
        id: "work", kind: .work, title: "hoàn thành mô hình, công trình, phần việc",
        wording: "đến hết ngày 31/5/2023", opens: nil,
        deadline: Deadline(lastValidDay: "2023-05-31"), owedBy: .units, source: "mục II"),
      Milestone(
        id: "closing", kind: .closing, title: "tổng kết phong trào",
        wording: "khi kết thúc", opens: nil, deadline: Deadline(lastValidDay: "2023-06-15"),
        owedBy: .posts([.secretary]), source: "mục V"),
    ],
    honours: [honour("GKX", [.person, .collective, .household], registrable: false)])

  /// "trong tháng 3 năm 2024": the last valid day is a Sunday.
  package static let nhonHung = campaign(
    "nhon-hung-2024", of: nhonHungWard, title: "thi đua năm 2024",
    Period(first: "2024-03-07", last: "2024-12-31", wording: "năm 2024"),
    milestones: [
      Milestone(
        id: "registration", kind: .registration, title: "đăng ký danh hiệu thi đua năm 2024",
        wording: "trong tháng 3 năm 2024", opens: nil,
        deadline: Deadline(lastValidDay: "2024-03-31"),
        owedBy: .persons([.member, .officer]), source: "mục IV")
    ],
    honours: [honour("LDTT", [.person])])

  package static func campaign(
    _ id: CampaignID, of organization: Organization, title: String, _ period: Period,
    milestones: [Milestone], honours: [CampaignHonour], targets: [Target] = [],
    quota: Quota = .none, works: WorkMinimum? = nil, dossier: DossierRequirements? = nil,
    findings: [Finding] = Plans.findings
  ) -> Campaign {
    Campaign(
      id: id, organization: organization, title: title, aliases: [], theme: "thi đua",
      document: PlanDocument(
        number: "42/KH-UBND", issued: nil, issuer: "Ủy ban nhân dân \(organization.name)"),
      bases: [], period: period, participants: [], milestones: milestones, waves: [], rounds: [],
      movements: [], targets: targets, honours: honours, quota: quota, works: works,
      dossier: dossier,
      posts: [], reports: [], notes: [], findings: findings)
  }

  private static let findings = [
    Finding(
      id: "issued", text: "“ngày 42 tháng 11 năm 2021”: không có ngày này", readAs: nil,
      source: "phần mở đầu")
  ]

  private static func honour(
    _ code: HonourCode, _ kinds: [SubjectKind], registrable: Bool = true,
    proposedUpward: Bool = false
  ) -> CampaignHonour {
    CampaignHonour(
      code: code, kinds: kinds, registrable: registrable, conferredBy: "Chủ tịch UBND xã",
      proposedUpward: proposedUpward, criteria: [], source: "mục III")
  }
}
