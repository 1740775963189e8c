/// Something kept in the store, with the number it is kept under.
package struct Filed<Content: Hashable & Sendable>: Hashable, Sendable, Identifiable {
  package let id: Int64
  package let campaign: CampaignID
  /// Whom it is about; `nil` for what concerns the whole campaign.
  package let subject: Subject?
  package var content: Content
  /// Receipt of the last change that was not taken back: whoever changes it next must have seen it.
  package let lastChange: Int64

  package init(
    id: Int64, campaign: CampaignID, subject: Subject?, content: Content, lastChange: Int64
  ) {
    self.id = id
    self.campaign = campaign
    self.subject = subject
    self.content = content
    self.lastChange = lastChange
  }
}
