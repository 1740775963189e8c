import CampaignReading
import Campaigns
import Testing

/// Readers meet anything: files cut short, with bytes lost or doubled. They answer with faults or
/// a value, and never end the program.
@Suite struct TruncationTests {
  @Test(arguments: [
    "campaigns/duong-hoa-2022.yaml", "campaigns/hong-phong-2023.yaml",
    "campaigns/nhon-hung-2024.yaml", "campaigns/quy-hop-2023.yaml",
    "campaigns/my-thanh-2015.yaml",
  ])
  func campaignCutShort(_ file: String) throws {
    let text = try Deployed.text(file)
    let honours = try Deployed.honours.get()
    for cut in cuts(of: text) {
      for fault in faults({ () throws(ReadingFaults) in
        _ = try CampaignFile.read(cut, name: file, honours: honours)
      }) {
        #expect(!fault.message.isEmpty && !fault.advice.isEmpty)
      }
    }
  }

  @Test(arguments: ["honours/4-awards.yaml", "holidays/2026.yaml", "holidays/law.yaml"])
  func otherFilesCutShort(_ file: String) throws {
    for cut in cuts(of: try Deployed.text(file)) {
      _ = faults { () throws(ReadingFaults) in _ = try HonoursFile.read(cut, name: file) }
      _ = faults { () throws(ReadingFaults) in _ = try HolidaysFile.read(cut, name: file) }
      _ = faults { () throws(ReadingFaults) in
        // A law that is still whole gives days.
        _ = try HolidayLawFile.read(cut, name: file).daysOff(in: 2027)
      }
    }
  }

  @Test func peopleCutShort() {
    let text =
      "\u{FEFF}name;unit;role\r\n\"Nguyễn \"\"A\"\"\";Thôn 1;\r\nLê B;\"Thôn\n2\";thư ký\r\n"
    for length in 0...text.unicodeScalars.count {
      let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
      _ = faults { () throws(ReadingFaults) in _ = try PeopleFile.read(cut, name: "p.csv") }
      _ = PeopleFile.names(in: cut)
    }
  }

  /// Prefixes, and texts with one character taken out, doubled or replaced by one that YAML
  /// treats specially: some 75 of each file, spread evenly and always the same.
  private func cuts(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let step = max(1, scalars.count / 25)
    let special = Array("\"'[]{}:-#&*!|>%@`\t\n,".unicodeScalars)
    return stride(from: 0, to: scalars.count, by: step).flatMap { place in
      var without = scalars
      without.remove(at: place)
      var replaced = scalars
      replaced[place] = special[place / step % special.count]
      return [Array(scalars[..<place]), without, replaced].map {
        String(String.UnicodeScalarView($0))
      }
    }
  }
}
