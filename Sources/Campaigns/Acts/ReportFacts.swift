/// What a report to the office above says in figures.
package struct ReportFacts: Hashable, Sendable {
  package let registeredPeople: Int
  package let works: Int
  package let worksDone: Int
  package let dossiers: Int
  package let awards: Int
  /// "Nguyễn Thị Hoa: Chiến sĩ thi đua cấp tỉnh", those whom the office above has to decide on.
  package let proposed: [String]

  package init(
    registeredPeople: Int, works: Int, worksDone: Int, dossiers: Int, awards: Int,
    proposed: [String]
  ) {
    self.registeredPeople = registeredPeople
    self.works = works
    self.worksDone = worksDone
    self.dossiers = dossiers
    self.awards = awards
    self.proposed = proposed
  }
}
