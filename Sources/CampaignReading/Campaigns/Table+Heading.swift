import Campaigns
import CivilTime

/// Who launches the campaign, by which document, on which bases, for whom and for how long.
extension Table {
  func organization() -> Organization {
    Organization(
      id: id("id"), name: text("name"), level: choice("level", or: .commune),
      superiors: texts("superiors"))
  }

  func document() -> PlanDocument {
    PlanDocument(
      number: optionalText("number"), issued: optionalDay("issued"), issuer: text("issuer"))
  }

  func basis() -> LegalBasis {
    LegalBasis(number: text("number"), issued: optionalDay("issued"), issuer: text("issuer"))
  }

  func period() -> Period {
    let span = span(from: "first", to: "last")
    return Period(
      first: span?.first ?? Table.placeholderDay, last: span?.last ?? Table.placeholderDay,
      wording: text("wording"))
  }

  func participants() -> Participants {
    Participants(kind: choice("kind", or: .person), groups: texts("groups", required: true))
  }
}
