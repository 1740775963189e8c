import CampaignReading
import Campaigns
import Foundation
import Testing

@Suite struct ReminderRulesFileTests {
  static let small = """
    planned:
      - {duty: registration, remind: {before: [14, 0]}, escalate: [{to: officer, before: [1]}]}
      - {duty: dossier, remind: {before: [3]}}
      - {duty: work, remind: {before: [3]}}
      - {duty: council, remind: {before: [3]}}
      - {duty: report, remind: {before: [0, 3], after: [7, 1]}, escalate: [{to: chair, after: [7]}]}
      - {duty: closing, remind: {before: [3]}}
      - {duty: review, remind: {after: [1]}}
    cases:
      - {duty: complete, owed_by: officers, remind: {before: [3]}}
      - {duty: appraise, owed_by: [secretary, chair], remind: {before: [3]}}
      - {duty: vote, owed_by: voters, office_days: 7, remind: {before: [3]}}
      - {duty: decide, owed_by: [secretary], remind: {before: [3]}}
      - {duty: work, owed_by: officers, remind: {before: [3]}}
      - {duty: answer, owed_by: [secretary], remind: {before: [3]}}
    """

  @Test func smallPage() throws {
    let rules = try ReminderRulesFile.read(Self.small)
    #expect(
      rules.rule(for: MilestoneKind.registration)
        == ReminderRule(
          days: ReminderDays(before: [14, 0]),
          escalations: [.init(to: .officer, days: ReminderDays(before: [1]))]))
    // Descending before, ascending after.
    #expect(rules.rule(for: MilestoneKind.report).days.before == [3, 0])
    #expect(rules.rule(for: MilestoneKind.report).days.after == [1, 7])
    #expect(rules.rule(for: MilestoneKind.review).days.before.isEmpty)
    #expect(rules.rule(for: CaseDuty.Kind.complete).owedBy == .officers)
    #expect(rules.rule(for: CaseDuty.Kind.appraise).owedBy == .roles([.secretary, .chair]))
    #expect(rules.rule(for: CaseDuty.Kind.vote).owedBy == .voters)
    #expect(rules.rule(for: CaseDuty.Kind.vote).officeDays == 7)
    #expect(rules.rule(for: CaseDuty.Kind.decide).officeDays == nil)
  }

  @Test(arguments: [
    ("duty: dossier", "duty: dosier", 3, "không nhận giá trị “dosier”"),
    ("  - {duty: closing, remind: {before: [3]}}\n", "", 2, "thiếu quy tắc cho việc “closing”"),
    ("  - {duty: answer, owed_by: [secretary], remind: {before: [3]}}", "", 10, "“answer”"),
    ("duty: work, remind", "duty: dossier, remind", 4, "trùng với dòng 3"),
    ("[14, 0]", "[14, 14]", 2, "trùng với dòng 2"),
    ("[14, 0]", "[184]", 2, "nằm ngoài khoảng 0–183"),
    ("[14, 0]", "[hai]", 2, "không phải số"),
    ("after: [7, 1]", "after: [0]", 6, "nằm ngoài khoảng 1–183"),
    ("{before: [14, 0]}", "{}", 2, "thiếu khóa “before”"),
    ("{after: [1]}", "{befor: [1]}", 8, "khóa “befor” không có"),
    ("to: chair", "to: boss", 6, "không nhận giá trị “boss”"),
    ("owed_by: voters", "owed_by: everyone", 12, "phải theo đúng một dạng"),
    ("owed_by: voters, ", "", 12, "thiếu khóa “owed_by”"),
    ("office_days: 7", "office_days: -1", 12, "nằm ngoài khoảng"),
  ])
  func oneFault(_ old: String, _ new: String, _ line: Int, _ message: String) throws {
    #expect(Self.small.contains(old))
    let text = Self.small.replacingOccurrences(
      of: old, with: new, options: [], range: Self.small.range(of: old))
    let found = faults { () throws(ReadingFaults) in _ = try ReminderRulesFile.read(text) }
    #expect(found.first { $0.message.contains(message) }?.line == line, "\(found)")
  }

  @Test func thePageThatComesWithTheProgram() throws {
    let rules = try Deployed.reminderRules.get()
    for kind in MilestoneKind.allCases {
      #expect(rules.rule(for: kind).days.before.last == 0, "\(kind): nothing on the last day")
    }
    for kind in CaseDuty.Kind.allCases {
      #expect(rules.rule(for: kind).reminders.days.before.last == 0, "\(kind)")
      #expect(!rules.rule(for: kind).reminders.escalations.isEmpty, "\(kind)")
    }
  }
}
