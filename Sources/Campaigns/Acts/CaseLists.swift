package import CivilTime

// Answers to questions about what is kept in the store.

package struct PledgeList: Hashable, Sendable {
  package let campaign: String
  package let unit: String?
  package let signed: [PledgeEntry]
  /// Who of those asked about has not signed; `nil` where only the own pledge is shown.
  package let missing: [NamedSubject]?

  package init(
    campaign: String, unit: String?, signed: [PledgeEntry], missing: [NamedSubject]?
  ) {
    self.campaign = campaign
    self.unit = unit
    self.signed = signed
    self.missing = missing
  }
}

package struct WorkList: Hashable, Sendable {
  package let campaign: String
  package let unit: String?
  package let minimum: WorkMinimum?
  package let works: [WorkEntry]
  /// Units that have registered too few.
  package let below: [Below]
  package let day: CivilDate

  package init(
    campaign: String, unit: String?, minimum: WorkMinimum?, works: [WorkEntry], below: [Below],
    day: CivilDate
  ) {
    self.campaign = campaign
    self.unit = unit
    self.minimum = minimum
    self.works = works
    self.below = below
    self.day = day
  }

  package struct Below: Hashable, Sendable {
    package let unit: String
    package let lacking: [WorkMinimum.Shortfall]

    package init(unit: String, lacking: [WorkMinimum.Shortfall]) {
      self.unit = unit
      self.lacking = lacking
    }
  }
}

package struct AttainmentList: Hashable, Sendable {
  package let campaign: String
  package let unit: String?
  package let figures: [FigureEntry]
  /// Figures of the plan for which nothing was reported.
  package let silent: Int

  package init(campaign: String, unit: String?, figures: [FigureEntry], silent: Int) {
    self.campaign = campaign
    self.unit = unit
    self.figures = figures
    self.silent = silent
  }
}

package struct DossierList: Hashable, Sendable {
  package let campaign: String
  package let unit: String?
  package let dossiers: [DossierEntry]

  package init(campaign: String, unit: String?, dossiers: [DossierEntry]) {
    self.campaign = campaign
    self.unit = unit
    self.dossiers = dossiers
  }
}

/// What the council has before it, or would have.
package struct Agenda: Hashable, Sendable {
  package let campaign: String
  package let window: SittingWindow?
  /// `nil` before it is opened.
  package let openedAt: Instant?
  package let members: Int
  /// How many of them have voted on everything they can vote on.
  package let voted: Int
  package let items: [DossierEntry]
  /// Of the last sitting that was closed, while none is open.
  package let last: Minutes?
  /// Accepted, but kept back by a bar; only for those who may see it.
  package let heldBack: [NamedSubject]

  package init(
    campaign: String, window: SittingWindow?, openedAt: Instant?, members: Int, voted: Int,
    items: [DossierEntry], last: Minutes? = nil, heldBack: [NamedSubject] = []
  ) {
    self.heldBack = heldBack
    self.last = last
    self.campaign = campaign
    self.window = window
    self.openedAt = openedAt
    self.members = members
    self.voted = voted
    self.items = items
  }
}

package struct AwardList: Hashable, Sendable {
  package let campaign: String?
  package let year: Int?
  package let unit: String?
  package let awards: [AwardEntry]

  package init(campaign: String?, year: Int?, unit: String?, awards: [AwardEntry]) {
    self.campaign = campaign
    self.year = year
    self.unit = unit
    self.awards = awards
  }
}

package struct QuotaFacts: Hashable, Sendable {
  package let campaign: String
  package let quota: Quota
  package let year: Int
  /// Places taken in that year.
  package let collectives: Int
  package let persons: Int
  /// What the office fixed for the year.
  package let fixed: [Fixed]

  package struct Fixed: Hashable, Sendable {
    package let kind: SubjectKind
    package let honour: String?
    package let places: Int
    package let taken: Int

    package init(kind: SubjectKind, honour: String?, places: Int, taken: Int) {
      self.kind = kind
      self.honour = honour
      self.places = places
      self.taken = taken
    }
  }

  package init(
    campaign: String, quota: Quota, year: Int, collectives: Int, persons: Int,
    fixed: [Fixed] = []
  ) {
    self.fixed = fixed
    self.campaign = campaign
    self.quota = quota
    self.year = year
    self.collectives = collectives
    self.persons = persons
  }
}

/// Counts of a campaign (số liệu tổng hợp).
package struct Summary: Hashable, Sendable {
  package let campaign: String
  package let unit: String?
  package let day: CivilDate
  package let people: Int
  package let registrations: [Count]
  package let registeredPeople: Int
  package let pledges: Int
  package let works: Int
  package let worksDone: Int
  package let dossiers: [InState]
  package let awards: [Count]
  package let byUnit: [UnitLine]

  package init(
    campaign: String, unit: String?, day: CivilDate, people: Int, registrations: [Count],
    registeredPeople: Int, pledges: Int, works: Int, worksDone: Int,
    dossiers: [InState], awards: [Count], byUnit: [UnitLine]
  ) {
    self.campaign = campaign
    self.unit = unit
    self.day = day
    self.people = people
    self.registrations = registrations
    self.registeredPeople = registeredPeople
    self.pledges = pledges
    self.works = works
    self.worksDone = worksDone
    self.dossiers = dossiers
    self.awards = awards
    self.byUnit = byUnit
  }

  package struct Count: Hashable, Sendable {
    package let name: String
    package let count: Int

    package init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  package struct UnitLine: Hashable, Sendable {
    package let unit: String
    package let registrations: Int
    package let works: Int
    package let dossiers: Int
    package let awards: Int

    package init(unit: String, registrations: Int, works: Int, dossiers: Int, awards: Int) {
      self.unit = unit
      self.registrations = registrations
      self.works = works
      self.dossiers = dossiers
      self.awards = awards
    }
  }

  package struct InState: Hashable, Sendable {
    package let state: DossierState
    package let count: Int

    package init(state: DossierState, count: Int) {
      self.state = state
      self.count = count
    }
  }
}

package struct FeedbackList: Hashable, Sendable {
  package let campaign: String
  package let entries: [FeedbackEntry]

  package init(campaign: String, entries: [FeedbackEntry]) {
    self.campaign = campaign
    self.entries = entries
  }
}

package struct ExampleList: Hashable, Sendable {
  package let campaign: String
  package let unit: String?
  package let entries: [Entry]

  package init(campaign: String, unit: String?, entries: [Entry]) {
    self.campaign = campaign
    self.unit = unit
    self.entries = entries
  }

  package struct Entry: Hashable, Sendable {
    package let subject: NamedSubject
    package let example: GoodExample

    package init(subject: NamedSubject, example: GoodExample) {
      self.subject = subject
      self.example = example
    }
  }
}

/// What was done about one subject, oldest first (lịch sử thay đổi).
package struct History: Hashable, Sendable {
  package let subject: NamedSubject
  package let steps: [Step]

  package init(subject: NamedSubject, steps: [Step]) {
    self.subject = subject
    self.steps = steps
  }

  package struct Step: Hashable, Sendable {
    package let receipt: Receipt
    /// Who did it; `nil` where the person is no longer known, or it was done on the command line.
    package let by: String?
    package let act: ChangeAct
    /// What the trail keeps beside the campaign and the subject: an honour, a number, a title.
    package let facts: [String]

    package init(receipt: Receipt, by: String?, act: ChangeAct, facts: [String]) {
      self.receipt = receipt
      self.by = by
      self.act = act
      self.facts = facts
    }
  }
}
