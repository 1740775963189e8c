package import CivilTime

/// How many of one kind of subject can be rewarded, as the office fixes it where the plan leaves it
/// open (số lượng khen thưởng do cấp có thẩm quyền ấn định).
package struct PlacesFixed: Hashable, Sendable {
  package let kind: SubjectKind
  /// Only for this honour; `nil` for all of the campaign.
  package let honour: HonourCode?
  package let year: Int
  package let places: Int
  package let day: CivilDate

  package init(kind: SubjectKind, honour: HonourCode?, year: Int, places: Int, day: CivilDate) {
    self.kind = kind
    self.honour = honour
    self.year = year
    self.places = places
    self.day = day
  }
}
