package import CivilTime

// What is kept in the store, with the names that a reader needs.

package struct PledgeEntry: Hashable, Sendable {
  package let subject: NamedSubject
  package let pledge: Pledge

  package init(subject: NamedSubject, pledge: Pledge) {
    self.subject = subject
    self.pledge = pledge
  }
}

package struct WorkEntry: Hashable, Sendable {
  package let id: Int64
  package let unit: NamedSubject
  package let work: Work

  package init(id: Int64, unit: NamedSubject, work: Work) {
    self.id = id
    self.unit = unit
    self.work = work
  }
}

package struct DossierEntry: Hashable, Sendable {
  package let id: Int64
  package let subject: NamedSubject
  package let honour: String
  package let dossier: Dossier
  /// Papers of the plan that are not there yet.
  package let missing: [String]
  package let warnings: [DossierWarning]
  /// The plan has it conferred above.
  package let goesUp: Bool

  package init(
    id: Int64, subject: NamedSubject, honour: String, dossier: Dossier, missing: [String],
    warnings: [DossierWarning] = [], goesUp: Bool = false
  ) {
    self.goesUp = goesUp
    self.id = id
    self.subject = subject
    self.honour = honour
    self.dossier = dossier
    self.missing = missing
    self.warnings = warnings
  }
}

package struct AwardEntry: Hashable, Sendable {
  package let subject: NamedSubject
  package let honour: String
  package let award: Award
  package let campaign: String

  package init(subject: NamedSubject, honour: String, award: Award, campaign: String) {
    self.subject = subject
    self.honour = honour
    self.award = award
    self.campaign = campaign
  }
}

/// A figure of a target with what was reported for it.
package struct FigureEntry: Hashable, Sendable {
  package let target: Target
  /// Which of its figures, from 0.
  package let index: Int
  /// The newest of the whole organization; where there is none and figures add up, the sum of the
  /// units' newest.
  package let reported: Reported?
  package let byUnit: [OfUnit]

  package init(target: Target, index: Int, reported: Reported?, byUnit: [OfUnit]) {
    self.target = target
    self.index = index
    self.reported = reported
    self.byUnit = byUnit
  }

  package var figure: Target.Figure { target.figures[index] }

  package struct Reported: Hashable, Sendable {
    package let thousandths: Int64
    package let day: CivilDate

    package init(thousandths: Int64, day: CivilDate) {
      self.thousandths = thousandths
      self.day = day
    }
  }

  package struct OfUnit: Hashable, Sendable {
    package let unit: String
    package let reported: Reported

    package init(unit: String, reported: Reported) {
      self.unit = unit
      self.reported = reported
    }
  }
}

package struct FeedbackEntry: Hashable, Sendable {
  package let id: Int64
  package let feedback: Feedback
  package let from: String
  package let campaign: String

  package init(id: Int64, feedback: Feedback, from: String, campaign: String) {
    self.id = id
    self.feedback = feedback
    self.from = from
    self.campaign = campaign
  }
}
