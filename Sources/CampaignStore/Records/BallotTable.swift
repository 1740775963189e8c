package import Campaigns
package import CivilTime

/// The votes of a sitting (phiếu kín). Who voted what is known while it is open, so that a vote can
/// be changed, and forgotten when it closes; that somebody voted stays.
package struct BallotTable {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  /// Takes the place of an earlier vote of that person. Returns whether there was one.
  ///
  /// - Parameter recorder: who wrote down the opinion of an absent member; `nil` for an own vote.
  package func cast(
    _ vote: Vote, by person: PersonID, on dossier: Int64, in sitting: Int64, at now: Instant,
    writtenDownBy recorder: PersonID? = nil
  ) throws -> Bool {
    let ballot: [SQLValue] = [
      .integer(sitting), .integer(dossier), .integer(person), .integer(vote.rawValue),
      .integer(now.milliseconds), SQLValue(recorder),
    ]
    if try session.run(updateBallot, ballot) > 0 { return true }
    try session.run(insertBallot, ballot)
    return false
  }

  /// Whether that person has voted himself, not on paper.
  package func hasOwnVote(
    of person: PersonID, on dossier: Int64, in sitting: Int64
  ) throws -> Bool {
    try session.first(
      selectOwn, [.integer(sitting), .integer(dossier), .integer(person)]
    ) { _ in true } ?? false
  }

  /// How many members gave a written opinion on something.
  package func writtenOpinions(in sitting: Int64) throws -> Int {
    try session.first(selectWritten, [.integer(sitting)]) { Int(try $0.integer(0)) } ?? 0
  }

  /// The votes on one dossier, in no order that tells whose they are.
  package func votes(on dossier: Int64, in sitting: Int64) throws -> [Vote] {
    try session.all(selectVotes, [.integer(sitting), .integer(dossier)]) { row in
      Vote(rawValue: try row.integer(0)) ?? .abstain
    }
  }

  /// Who has voted on which dossiers.
  package func voters(in sitting: Int64) throws -> [PersonID: Set<Int64>] {
    var voters: [PersonID: Set<Int64>] = [:]
    try session.query(selectVoters, [.integer(sitting)]) { row in
      voters[try row.integer(0), default: []].insert(try row.integer(1))
    }
    return voters
  }

  /// Forgets who voted what.
  package func seal(_ sitting: Int64) throws {
    try session.run(sealBallots, [.integer(sitting)])
  }
}

private let updateBallot = SQLStatement(
  """
  UPDATE ballot SET vote = $4, at = $5, written_down_by = $6
  WHERE sitting = $1 AND dossier = $2 AND person = $3
  """)
private let insertBallot = SQLStatement(
  """
  INSERT INTO ballot (sitting, dossier, person, vote, at, written_down_by)
  VALUES ($1, $2, $3, $4, $5, $6)
  """)
private let selectOwn = SQLStatement(
  """
  SELECT 1 FROM ballot
  WHERE sitting = $1 AND dossier = $2 AND person = $3 AND written_down_by IS NULL
  """)
private let selectWritten = SQLStatement(
  """
  SELECT COUNT(DISTINCT person) FROM ballot WHERE sitting = $1 AND written_down_by IS NOT NULL
  """)
private let selectVotes = SQLStatement(
  """
  SELECT vote FROM ballot
  WHERE sitting = $1 AND dossier = $2 AND vote IS NOT NULL ORDER BY vote
  """)
private let selectVoters = SQLStatement("SELECT person, dossier FROM ballot WHERE sitting = $1")
private let sealBallots = SQLStatement("UPDATE ballot SET vote = NULL WHERE sitting = $1")
