package import Campaigns

extension Speaker {
  /// Whoever works on the store itself, by the command line: he sees what the organization's
  /// secretary sees. For questions only; nothing can be changed in the name of nobody.
  package static func office(of organization: OrganizationID) -> Speaker {
    // Numbers of people begin with 1.
    .person(Person(id: 0, organization: organization, name: "", unit: nil, role: .secretary))
  }
}
