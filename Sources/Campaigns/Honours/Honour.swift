package import CivilTime

/// A title (danh hiệu thi đua) or a form of award (hình thức khen thưởng), with the rules that
/// held for it at different times.
///
/// MISA's users took titles for forms of award and the other way round; hence `form`.
package struct Honour: Hashable, Sendable {
  /// Upper-case ASCII: `LDTT`, `CSTDCS`, `GKX`.
  package let code: HonourCode
  package let name: String
  /// What people write instead of the name: "LĐTT", "CSTĐ cơ sở".
  package let aliases: [String]
  package let form: Form
  package let level: Organization.Level
  /// Whom it can be given to.
  package let kinds: [SubjectKind]
  /// In order of validity; spans do not overlap.
  package let rules: [HonourRule]

  package init(
    code: HonourCode, name: String, aliases: [String], form: Form, level: Organization.Level,
    kinds: [SubjectKind], rules: [HonourRule]
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.form = form
    self.level = level
    self.kinds = kinds
    self.rules = rules
  }

  package enum Form: String, Sendable, CaseIterable {
    /// Danh hiệu thi đua.
    case title
    /// Hình thức khen thưởng.
    case award
  }

  /// The rule in force on that day, `nil` if the honour did not exist then.
  package func rule(on day: CivilDate) -> HonourRule? {
    rules.first { $0.validFrom <= day && ($0.validTo.map { day <= $0 } ?? true) }
  }
}

package typealias HonourCode = String

/// What the law asked for an honour during one span of time.
package struct HonourRule: Hashable, Sendable {
  package let validFrom: CivilDate
  /// Last day in force; `nil` while no end is known.
  package let validTo: CivilDate?
  /// Document and article: "Luật 06/2022/QH15, Điều 23".
  package let source: String
  /// Who confers it: "Chủ tịch UBND cấp xã".
  package let decidedBy: String
  /// Each must be met.
  package let conditions: [String]
  /// At least one must be met; empty if the rule names no alternatives.
  package let alternatives: [String]
  /// Titles that must have been reached before.
  package let prerequisites: [Prerequisite]
  /// How many of a collective's people must have a title in the same year.
  package let share: Share?
  /// Share of *all* council members who must agree, in percent; `nil` where a plain majority does.
  package let councilThreshold: Int?

  package init(
    validFrom: CivilDate, validTo: CivilDate?, source: String, decidedBy: String,
    conditions: [String], alternatives: [String], prerequisites: [Prerequisite],
    share: Share? = nil, councilThreshold: Int?
  ) {
    self.share = share
    self.validFrom = validFrom
    self.validTo = validTo
    self.source = source
    self.decidedBy = decidedBy
    self.conditions = conditions
    self.alternatives = alternatives
    self.prerequisites = prerequisites
    self.councilThreshold = councilThreshold
  }

  /// "ít nhất 70 % đạt Lao động tiên tiến".
  package struct Share: Hashable, Sendable {
    /// In percent of the collective's people.
    package enum Bound: Hashable, Sendable {
      case atLeast(Int)
      case over(Int)
    }

    /// Any of them counts: who has a higher title meets the lower one's standard.
    package let honours: [HonourCode]
    package let bound: Bound

    package init(honours: [HonourCode], _ bound: Bound) {
      self.honours = honours
      self.bound = bound
    }

    /// - Parameter people: all of the collective; nobody is no collective.
    package func isMet(by bearers: Int, of people: Int) -> Bool {
      guard people > 0 else { return false }
      return switch bound {
      case .atLeast(let percent): bearers * 100 >= percent * people
      case .over(let percent): bearers * 100 > percent * people
      }
    }
  }

  /// "03 lần liên tục đạt Chiến sĩ thi đua cơ sở".
  package struct Prerequisite: Hashable, Sendable {
    package let honour: HonourCode
    /// How many award years in a row.
    package let consecutiveYears: Int

    package init(honour: HonourCode, consecutiveYears: Int) {
      self.honour = honour
      self.consecutiveYears = consecutiveYears
    }
  }
}
