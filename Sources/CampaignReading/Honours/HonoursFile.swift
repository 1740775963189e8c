package import Campaigns
import CivilTime

/// A file of the honours catalogue, `deploy/honours/`.
package enum HonoursFile {
  /// The honours of the file in its order. Prerequisites may stand in another file of the
  /// catalogue, so only `HonoursFolder` checks that they exist. Throws every fault at once.
  package static func read(_ text: String, name: String) throws(ReadingFaults) -> [Honour] {
    let log = FaultLog(file: name)
    return try Table.read(text, into: log) { table in
      table.tables("honours", required: true, unique: "code") { $0.honour() }
    }
  }
}

extension Table {
  fileprivate func honour() -> Honour {
    let code = honourCode("code")
    return Honour(
      code: code, name: text("name"), aliases: texts("aliases"),
      form: choice("form", or: .title), level: choice("level", or: .commune),
      kinds: choices("kinds"), rules: rules())
  }

  private func honourCode(_ key: String) -> HonourCode {
    let code = text(key)
    if !code.isEmpty, !code.isHonourCode { note(.malformedHonourCode(code), at: key) }
    return code
  }

  /// In order of validity, without overlap.
  private func rules() -> [HonourRule] {
    var previous: HonourRule?
    return tables("rules", required: true) { table in
      let rule = table.rule()
      // A rule without an end leaves no room for another one after it.
      if let previous, previous.validTo.map({ rule.validFrom <= $0 }) ?? true {
        table.note(
          .overlap(previousLast: previous.validTo, first: rule.validFrom), at: "valid_from")
      }
      previous = rule
      return rule
    }
  }

  /// `{honours: [CODE, …], at_least: 70}`, or `over: 50`; percent.
  private func share() -> HonourRule.Share {
    table("share") { table in
      let codes = table.texts("honours", required: true)
      for code in codes where !code.isHonourCode {
        table.note(.malformedHonourCode(code), at: "honours")
      }
      let over = table.optionalInteger("over", in: 1...99)
      return HonourRule.Share(
        honours: codes,
        over.map { .over($0) } ?? .atLeast(table.integer("at_least", in: 1...100)))
    }
  }

  private func rule() -> HonourRule {
    let from = day("valid_from")
    let to = optionalDay("valid_to")
    if let to, to < from { note(.lastBeforeFirst(first: from, last: to), at: "valid_to") }
    let conditions = texts("conditions")
    let alternatives = texts("alternatives")
    if conditions.isEmpty, alternatives.isEmpty, !has("conditions") {
      log.note(.ruleWithoutConditions, at: position)
    }
    return HonourRule(
      validFrom: from, validTo: to, source: text("source"), decidedBy: text("decided_by"),
      conditions: conditions, alternatives: alternatives,
      prerequisites: tables("prerequisites", unique: "honour") { table in
        HonourRule.Prerequisite(
          honour: table.honourCode("honour"),
          consecutiveYears: table.integer("consecutive_years", in: 1...20))
      },
      share: has("share") ? share() : nil,
      councilThreshold: optionalInteger("council_threshold", in: 51...100))
  }
}
