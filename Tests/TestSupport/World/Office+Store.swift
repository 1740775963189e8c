import CampaignStore
package import Campaigns

// What the store says, read past the clerk.

extension Office {
  package func registrations(of subject: Subject) throws -> [Registration] {
    try RegistrationTable(session).active(of: subject, in: Office.campaign)
  }
}
