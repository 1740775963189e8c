import CampaignReading
import Campaigns
import Testing

/// The 24 target lines of `nhon-hung-2024`, every figure exact.
@Suite struct NhonHungTargetsTests {
  struct Line: CustomTestStringConvertible {
    let id: String
    /// `>= 99.64 %`, as the spec's figures read.
    let figures: [String]

    init(_ id: String, _ figures: String...) {
      self.id = id
      self.figures = figures
    }

    var testDescription: String { id }
  }

  static let lines = [
    Line("trade", "tăng >= 2.5 %/năm"),
    Line("budget", ">= 428000000 đồng"),
    Line("income", ">= 64000000 đồng/người/năm"),
    Line("crops", ">= 55 ha"),
    Line("electricity", ">= 99.64 %"),
    Line("water", ">= 100 %"),
    Line("livestock", "kept"),
    Line("health-insurance", ">= 93 %"),
    Line(
      "health", "chuẩn quốc gia về y tế được giữ >= 10 chuẩn",
      "suy dinh dưỡng thể chiều cao <= 15 %", "suy dinh dưỡng thể cân nặng <= 8.19 %"),
    Line(
      "schooling", "mẫu giáo 5 tuổi >= 100 %/năm", "tiểu học >= 100 %/năm",
      "trung học cơ sở >= 97–98 %/năm"),
    Line("dropout", "tiểu học < 1 %/năm học", "trung học cơ sở < 2 %/năm học"),
    Line("literacy", "kept"),
    Line(
      "jobs", "việc làm mới >= 200 lao động/năm", "có việc làm thường xuyên >= 92 %",
      "lao động qua đào tạo > 70 %"),
    Line("poverty", "hộ nghèo giảm >= 1 hộ", "hộ cận nghèo giảm >= 1 hộ"),
    Line("labour-export", ">= 2 lao động"),
    Line("overdue-loans", "< 2 %"),
    Line("study-fund", ">= 130000000 đồng/năm"),
    Line(
      "culture", "gia đình văn hóa kept", "cơ quan, đơn vị văn hóa >= 100 %",
      "khóm văn hóa >= 3 khóm"),
    Line("administrative-reform", "kept"),
    Line("mediation", "kept"),
    Line("conscription", "kept"),
    Line("security", "kept"),
    Line("civilized-urban", "kept"),
    Line("charity-fund", ">= 460000000 đồng/năm"),
  ]

  @Test(arguments: lines)
  func figures(of line: Line) throws {
    let targets = try Deployed.campaign("nhon-hung-2024").targets
    let target = try #require(targets.first { $0.id == line.id })
    #expect(target.figures.map { written($0) } == line.figures)
  }

  @Test func inThePlansOrder() throws {
    let targets = try Deployed.campaign("nhon-hung-2024").targets
    #expect(targets.map(\.id) == Self.lines.map(\.id))
    #expect(targets.count == 24)
  }

  private func written(_ figure: Target.Figure) -> String {
    let sign =
      switch figure.direction {
      case .atLeast: ">="
      case .atMost: "<="
      case .below: "<"
      case .above: ">"
      case .exactly: "="
      case .kept: "kept"
      }
    let values = [figure.thousandths, figure.upToThousandths].compactMap { $0.map(decimal) }
    return [figure.label, sign, values.isEmpty ? nil : values.joined(separator: "–"), figure.unit]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func decimal(_ thousandths: Int64) -> String {
    let rest = thousandths % 1000
    guard rest != 0 else { return "\(thousandths / 1000)" }
    let digits = "\(1000 + rest)".dropFirst()
    return "\(thousandths / 1000)." + String(digits.reversed().drop { $0 == "0" }.reversed())
  }
}
