package import Campaigns
package import CivilTime

/// Organizations, units, people and campaign files: what a `Directory` is made of.
package struct DirectoryTables {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  // MARK: Reading

  /// Grows with every change made through this type.
  package func version() throws -> Int64 {
    try session.first(selectVersion) { try $0.integer(0) } ?? 0
  }

  package func organizations() throws -> [Organization] {
    try session.all(selectOrganizations) { row in
      Organization(
        id: try row.text(0), name: try row.text(1),
        level: Organization.Level(rawValue: try row.text(2)) ?? .commune,
        superiors: try row.text(3).split(separator: "\n").map(String.init))
    }
  }

  /// In the order they were first imported.
  package func units() throws -> [Unit] {
    try session.all(selectUnits) { row in
      Unit(id: try row.integer(0), organization: try row.text(1), name: try row.text(2))
    }
  }

  /// In the order they were first imported.
  package func people() throws -> [Person] {
    try session.all(selectPeople) { row in
      Person(
        id: try row.integer(0), organization: try row.text(1), name: try row.text(3),
        unit: row.optionalInteger(2), role: Role(rawValue: try row.text(4)) ?? .member)
    }
  }

  /// The files as they were loaded, in the order they were first loaded.
  package func campaignFiles() throws -> [CampaignFileRow] {
    try session.all(selectCampaigns) { row in
      CampaignFileRow(id: try row.text(0), organization: try row.text(1), source: try row.text(2))
    }
  }

  // MARK: Changing; each within the caller's transaction

  /// Tells all who keep a directory that it is out of date.
  package func advance() throws {
    try session.run(advanceVersion)
  }

  package func put(_ organization: Organization) throws {
    try session.run(
      upsertOrganization,
      [
        .text(organization.id), .text(organization.name), .text(organization.level.rawValue),
        .text(organization.superiors.joined(separator: "\n")),
      ])
    try session.run(advanceVersion)
  }

  /// A campaign loaded again keeps its place and its registrations.
  package func put(_ campaign: CampaignFileRow, at now: Instant) throws {
    try session.run(
      upsertCampaign,
      [
        .text(campaign.id), .text(campaign.organization),
        .integer(try Numbering(session).take()), .text(campaign.source),
        .integer(now.milliseconds),
      ])
    try session.run(advanceVersion)
  }

  /// The unit of that name, made if the organization has none.
  package func unit(named name: String, in organization: OrganizationID) throws -> UnitID {
    if let id = try session.first(
      selectUnit, [.text(organization), .text(name)], { try $0.integer(0) })
    {
      return id
    }
    let id = try Numbering(session).take()
    try session.run(insertUnit, [.integer(id), .text(organization), .text(name)])
    try session.run(advanceVersion)
    return id
  }

  /// All of that very name in the organization.
  package func people(named name: String, in organization: OrganizationID) throws -> [Person] {
    try session.all(selectPeopleByName, [.text(organization), .text(name)]) { row in
      Person(
        id: try row.integer(0), organization: organization, name: name,
        unit: row.optionalInteger(1), role: Role(rawValue: try row.text(2)) ?? .member)
    }
  }

  package func addPerson(
    name: String, unit: UnitID?, role: Role, to organization: OrganizationID
  ) throws -> PersonID {
    let id = try Numbering(session).take()
    try session.run(
      insertPerson,
      [
        .integer(id), .text(organization), SQLValue(unit), .text(name), .text(role.rawValue),
      ])
    try session.run(advanceVersion)
    return id
  }

  package func update(_ person: PersonID, unit: UnitID?, role: Role) throws {
    try session.run(
      updatePerson, [.integer(person), SQLValue(unit), .text(role.rawValue)])
    try session.run(advanceVersion)
  }

  /// For changes elsewhere that running servers must notice, such as a locked account.
  package func announceChange() throws {
    try session.run(advanceVersion)
  }
}

/// A campaign file with what must be known of it without reading it.
package struct CampaignFileRow: Hashable, Sendable {
  package let id: CampaignID
  package let organization: OrganizationID
  /// The whole text of the file.
  package let source: String

  package init(id: CampaignID, organization: OrganizationID, source: String) {
    self.id = id
    self.organization = organization
    self.source = source
  }
}

private let selectVersion = SQLStatement("SELECT value FROM counter WHERE name = 'directory'")
private let advanceVersion = SQLStatement(
  "UPDATE counter SET value = value + 1 WHERE name = 'directory'")
private let selectOrganizations = SQLStatement(
  "SELECT id, name, level, superiors FROM organization ORDER BY id")
private let selectUnits = SQLStatement("SELECT id, organization, name FROM unit ORDER BY id")
private let selectPeople = SQLStatement(
  "SELECT id, organization, unit, name, role FROM person ORDER BY id")
private let selectCampaigns = SQLStatement(
  "SELECT id, organization, source FROM campaign ORDER BY position")
private let upsertOrganization = SQLStatement(
  """
  INSERT INTO organization (id, name, level, superiors) VALUES ($1, $2, $3, $4)
  ON CONFLICT (id) DO UPDATE
    SET name = excluded.name, level = excluded.level, superiors = excluded.superiors
  """)
private let upsertCampaign = SQLStatement(
  """
  INSERT INTO campaign (id, organization, position, source, loaded_at)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (id) DO UPDATE
    SET organization = excluded.organization, source = excluded.source,
      loaded_at = excluded.loaded_at
  """)
private let selectUnit = SQLStatement("SELECT id FROM unit WHERE organization = $1 AND name = $2")
private let insertUnit = SQLStatement(
  "INSERT INTO unit (id, organization, name) VALUES ($1, $2, $3)")
private let selectPeopleByName = SQLStatement(
  "SELECT id, unit, role FROM person WHERE organization = $1 AND name = $2 ORDER BY id")
private let insertPerson = SQLStatement(
  "INSERT INTO person (id, organization, unit, name, role) VALUES ($1, $2, $3, $4, $5)")
private let updatePerson = SQLStatement("UPDATE person SET unit = $2, role = $3 WHERE id = $1")
