package import CivilTime

/// What somebody must look at before a dossier goes on. Only discipline or a pending complaint bars.
package enum DossierWarning: Hashable, Sendable {
  /// The plan has a registration, and this honour was not registered. No basis of the law to refuse
  /// it (Luật 06/2022/QH15, Điều 7).
  case notRegistered
  /// Too few years in a row with a title that the rule asks for.
  case brokenChain(honour: String, needed: Int, missingYears: [Int], source: String)
  /// The same initiative stands in another dossier; one initiative counts once (CV 5007/BNV-TĐKT).
  case initiativeUsed(note: String, honour: String)
  /// Too few of the collective's people have the title that the rule asks for.
  case tooFewBearers(
    honour: String, bearers: Int, people: Int, needed: HonourRule.Share.Bound,
    source: String)
  /// Only for those who may see it. It does bar: acceptance and decision are refused.
  case barred(reason: String?, since: CivilDate)
  /// The subject has this honour for the year already (Luật 06/2022/QH15, Điều 5 khoản 2).
  case alreadyAwarded(year: Int)
}

extension HonourRule {
  /// Chains of yearly titles that the awarded years of a subject do not fill.
  ///
  /// - Parameter years: award years of the subject by honour.
  package func brokenChains(
    for year: Int, awarded years: [HonourCode: Set<Int>], name: (HonourCode) -> String
  ) -> [DossierWarning] {
    prerequisites.compactMap { prerequisite in
      let awarded = years[prerequisite.honour] ?? []
      // The chain ends with the year itself or the one before.
      let chains = [year, year - 1].map { last in
        (0..<prerequisite.consecutiveYears).map { last - $0 }
      }
      if chains.contains(where: { $0.allSatisfy(awarded.contains) }) { return nil }
      return .brokenChain(
        honour: name(prerequisite.honour), needed: prerequisite.consecutiveYears,
        missingYears: chains[1].filter { !awarded.contains($0) }.sorted(), source: source)
    }
  }
}
