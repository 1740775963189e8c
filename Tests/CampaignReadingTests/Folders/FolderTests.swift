import CampaignReading
import Campaigns
import Foundation
import Testing

/// What only a folder as a whole can show.
@Suite struct FolderTests {
  /// A folder with these files for as long as `body` runs.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "/thidua-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, text) in files {
      try text.write(toFile: path + "/" + name, atomically: false, encoding: .utf8)
    }
    try body(path)
  }

  @Test func faultsOfAllFilesAreGathered() throws {
    try withFolder(["b.yaml": "id: 1", "a.yaml": "", "c.txt": "", ".d.yaml": ""]) { path in
      let found = faults { () throws(ReadingFaults) in
        _ = try CampaignsFolder.read(path, honours: nil)
      }
      #expect(found.first?.file == "a.yaml")
      #expect(Set(found.map(\.file)) == ["a.yaml", "b.yaml"])
    }
  }

  @Test func campaignsMayNotShareAnID() throws {
    let text = SmallCampaign.text
    try withFolder(["a.yaml": text, "b.yaml": text]) { path in
      let found = faults { () throws(ReadingFaults) in
        _ = try CampaignsFolder.read(path, honours: nil)
      }
      #expect(
        found.map(\.description).first?.hasPrefix("b.yaml: “thu-2026” đã có ở tệp a.yaml") == true)
      #expect(found.count == 1)
    }
  }

  @Test func oneOrganizationIsDescribedAlike() throws {
    let other = SmallCampaign.text.replacing("id: thu-2026", with: "id: thu-2027")
      .replacing("name: xã Thử", with: "name: xã Thư")
    try withFolder(["a.yaml": SmallCampaign.text, "b.yaml": other]) { path in
      let found = faults { () throws(ReadingFaults) in
        _ = try CampaignsFolder.read(path, honours: nil)
      }
      #expect(found.map(\.message) == ["cơ quan “xa-thu” ghi khác với tệp a.yaml"])
    }
  }

  @Test func prerequisitesMustBeInTheCatalogue() throws {
    try withFolder(["1.yaml": HonoursFileTests.small]) { path in
      let found = faults { () throws(ReadingFaults) in _ = try HonoursFolder.read(path) }
      #expect(found.map(\.message) == ["danh mục không có mã “CSTDCS”"])
    }
  }

  @Test func codesAreUniqueInTheCatalogue() throws {
    let text = HonoursFileTests.small.replacing("honour: CSTDCS", with: "honour: LDTT")
    try withFolder(["1.yaml": text, "2.yaml": text]) { path in
      let found = faults { () throws(ReadingFaults) in _ = try HonoursFolder.read(path) }
      #expect(found.map(\.message) == ["“LDTT” đã có ở tệp 1.yaml"])
    }
  }

  @Test func yearsAreUnique() throws {
    let text = HolidaysFileTests.small
    try withFolder(["1.yaml": text, "2.yaml": text]) { path in
      let found = faults { () throws(ReadingFaults) in _ = try HolidaysFolder.read(path) }
      #expect(found.map(\.message) == ["“2026” đã có ở tệp 1.yaml"])
    }
  }

  @Test func aYearWithANoticeFollowsTheNoticeAlone() throws {
    let files = ["2026.yaml": HolidaysFileTests.small, "law.yaml": HolidayLawFileTests.small]
    try withFolder(files) { path in
      let calendar = try HolidaysFolder.read(path)
      #expect(calendar.holiday(on: day("2026-09-02")) == nil)
      #expect(calendar.holiday(on: day("2027-09-02")) == "Quốc khánh")
      #expect(!calendar.isProvisional(2026))
      #expect(calendar.isProvisional(2027))
    }
  }

  @Test func faultsOfTheLawAreFaultsOfTheFolder() throws {
    let law = HolidayLawFileTests.small.replacing("day: 2/9", with: "day: 31/9")
    try withFolder(["2026.yaml": HolidaysFileTests.small, "law.yaml": law]) { path in
      let found = faults { () throws(ReadingFaults) in _ = try HolidaysFolder.read(path) }
      #expect(found.map(\.file) == ["law.yaml"])
    }
  }

  @Test func missingFolderAndFileAreFaults() {
    let folder = faults { () throws(ReadingFaults) in _ = try HolidaysFolder.read("/no/such") }
    #expect(folder.map(\.message) == ["không đọc được tệp /no/such"])
    let file = faults { () throws(ReadingFaults) in
      _ = try TextFile.read("/no/such", name: "such")
    }
    #expect(file.map(\.file) == ["such"])
  }

  @Test func whatIsNotUTF8IsRefusedWithItsLine() throws {
    try withFolder([:]) { path in
      let bytes: [UInt8] = Array("year: 2026\nsource: ".utf8) + [0xC3, 0x28, 0x0A]
      try Data(bytes).write(to: URL(fileURLWithPath: path + "/x.yaml"))
      let found = faults { () throws(ReadingFaults) in _ = try HolidaysFolder.read(path) }
      #expect(found.map(\.line) == [2])
      #expect(found.map(\.message) == ["tệp không phải văn bản UTF-8"])
    }
  }
}
