/// Runs several jobs in one durable transaction, each as if it were alone: a job that fails undoes
/// only itself.
///
/// Sharing a commit shares its `fsync`, which costs a hundred times what a job does.
struct GroupCommit<Outcome: Sendable> {
  typealias Work = @Sendable (any SQLSession) throws -> Outcome

  let session: any WritingSession

  /// One result for each piece of work, in order. If the commit fails, all get its error, also
  /// those that had failed on their own: what they saw before them was not kept.
  func perform(_ works: some Collection<Work>) -> [Result<Outcome, any Error>] {
    do {
      try session.begin()
      let results =
        works.count == 1 ? [try alone(works[works.startIndex])] : try together(works)
      if session.isInTransaction { try session.commit() }
      return results
    } catch {
      try? session.rollback()
      return works.map { _ in .failure(error) }
    }
  }

  /// A single job needs no mark: its failure undoes the transaction.
  private func alone(_ work: Work) throws -> Result<Outcome, any Error> {
    let result = Result { try work(session) }
    switch result {
    case .success where !session.isInTransaction: throw StoreError(.run, .transactionLost)
    case .success: break
    case .failure: try session.rollback()
    }
    return result
  }

  private func together(_ works: some Collection<Work>) throws -> [Result<Outcome, any Error>] {
    var results: [Result<Outcome, any Error>] = []
    results.reserveCapacity(works.count)
    for work in works {
      try session.setSavepoint()
      let result = Result {
        let outcome = try work(session)
        if session.isInTransaction { try session.releaseSavepoint() }
        return outcome
      }
      guard session.isInTransaction else {
        // Everything before went with it, and would be announced without being kept.
        throw result.storeError ?? StoreError(.run, .transactionLost)
      }
      if case .failure = result { try session.undoSavepoint() }
      results.append(result)
    }
    return results
  }
}

extension Result where Failure == any Error {
  fileprivate var storeError: StoreError? {
    if case .failure(let error) = self { error as? StoreError } else { nil }
  }
}
