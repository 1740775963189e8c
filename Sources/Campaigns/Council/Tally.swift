/// The votes on one dossier.
package struct Tally: Hashable, Sendable {
  package let members: Int
  package let agree: Int
  package let disagree: Int
  package let abstain: Int

  package init(members: Int, agree: Int, disagree: Int, abstain: Int) {
    self.members = members
    self.agree = agree
    self.disagree = disagree
    self.abstain = abstain
  }

  package init(of votes: [Vote], members: Int) {
    self.init(
      members: members, agree: votes.count { $0 == .agree },
      disagree: votes.count { $0 == .disagree }, abstain: votes.count { $0 == .abstain })
  }

  package var cast: Int { agree + disagree + abstain }

  /// Whether enough of *all* members agree, those too who did not vote.
  ///
  /// - Parameter threshold: percent; `nil` for more than half. A tie is not enough.
  package func passes(_ threshold: Int?) -> Bool {
    if let threshold { return agree * 100 >= threshold * members }
    return agree * 2 > members
  }
}

/// How many members must have voted for the sitting to close: two thirds (quy chế mẫu của tỉnh: Bắc
/// Ninh, QĐ 86/2025/QĐ-UBND, Điều 8).
package struct Quorum: Hashable, Sendable {
  package let members: Int

  package init(of members: Int) {
    self.members = members
  }

  package var needed: Int { (2 * members + 2) / 3 }

  package func isReached(by voters: Int) -> Bool { voters >= needed }
}
