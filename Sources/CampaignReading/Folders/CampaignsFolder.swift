package import Campaigns

/// A folder of campaign files, `deploy/campaigns/`.
package enum CampaignsFolder {
  /// All campaigns, in the order of the file names. No two share an id, and files of one
  /// organization describe it alike.
  package static func read(
    _ path: String, honours: HonoursCatalogue?
  ) throws(ReadingFaults) -> [Campaign] {
    let files = try Folder(path: path).files { text, name throws(ReadingFaults) in
      try CampaignFile.read(text, name: name, honours: honours)
    }
    var faults: [Fault] = []
    var campaigns: [CampaignID: String] = [:]
    var organizations: [OrganizationID: (Organization, file: String)] = [:]
    for (name, campaign) in files {
      if let first = campaigns.updateValue(name, forKey: campaign.id) {
        let problem = Problem.duplicateAcrossFiles(value: campaign.id, firstFile: first)
        faults.append(Fault(file: name, line: 0, column: 0, problem: problem))
      }
      let organization = campaign.organization
      if let known = organizations[organization.id], known.0 != organization {
        let problem = Problem.organizationDiffers(id: organization.id, firstFile: known.file)
        faults.append(Fault(file: name, line: 0, column: 0, problem: problem))
      }
      organizations[organization.id] = (organization, name)
    }
    if !faults.isEmpty { throw ReadingFaults(faults: faults) }
    return files.map(\.value)
  }
}
