import CampaignReading
import Campaigns
import Testing

@Suite struct DoubledKeyTests {
  /// Faults of a holidays file in which keys are doubled: line, column and message of each.
  private func found(_ text: String) -> [String] {
    faults { () throws(ReadingFaults) in
      _ = try HolidaysFile.read(text, name: "2026.yaml")
    }.map { "\($0.line):\($0.column) \($0.message)" }
  }

  @Test func severalDoublesAndTheRestOfTheFile() {
    let text = """
      year: 2026
      source: x
      # year: nothing
      year: 2027

      year: 2028
      holidays:
        - name: y
          day: 2026-01-41
          name: z
      source: w
      """
    #expect(
      found(text) == [
        "4:1 khóa “year” đã có ở dòng 1", "6:1 khóa “year” đã có ở dòng 1",
        "9:10 “day”: lịch không có ngày 2026-01-41", "10:5 khóa “name” đã có ở dòng 8",
        "11:1 khóa “source” đã có ở dòng 2",
      ])
  }

  @Test func sameKeyInAnotherMappingIsNoDouble() {
    let text = """
      year: 2026
      source: x
      holidays:
        - {day: 2026-01-01, name: y}
        - {day: 2026-01-02, name: y}
      """
    #expect(found(text).isEmpty)
  }

  @Test func inAFlowMappingTheFirstPlaceIsNamed() {
    #expect(
      found("year: 2026\nholidays: [{name: y, name: z}]") == ["2:13 khóa “name” đã có ở dòng 2"])
  }
}
