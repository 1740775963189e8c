package import Campaigns
import CivilTime

/// A campaign file of `deploy/campaigns/`: one plan, every fact of it.
package enum CampaignFile {
  /// The campaign that `text` describes.
  ///
  /// `name` is what faults call the file. With a catalogue the honours must be in it, for those
  /// kinds of subject, and in force when the campaign ends; without one their codes need only
  /// look like codes. Throws every fault of the file at once; a faulty file gives nothing.
  package static func read(
    _ text: String, name: String, honours: HonoursCatalogue?
  ) throws(ReadingFaults) -> Campaign {
    let log = FaultLog(file: name)
    return try Table.read(text, into: log) { $0.campaign(honours: honours) }
  }
}

extension Table {
  fileprivate func campaign(honours catalogue: HonoursCatalogue?) -> Campaign {
    let period = table("period") { $0.period() }
    let frame = CampaignFrame(period: period, catalogue: catalogue)
    let waves = tables("waves", unique: "name") { $0.wave(frame) }
    let rounds = rounds(frame)
    let milestones = milestones(frame, waves: waves, rounds: rounds)
    let hasRegistration = milestones.contains { $0.kind == .registration }
    let honours = tables("honours", unique: "code") {
      $0.campaignHonour(frame, hasRegistration: hasRegistration)
    }
    if hasRegistration, !honours.contains(where: \.registrable) {
      note(.nothingToRegister, at: "milestones")
    }
    return Campaign(
      id: id("id"),
      organization: table("organization") { $0.organization() },
      title: text("title"),
      aliases: texts("aliases"),
      theme: text("theme"),
      document: table("document") { $0.document() },
      bases: tables("bases") { $0.basis() },
      period: period,
      participants: tables("participants", required: true, unique: "kind") { $0.participants() },
      milestones: milestones,
      waves: waves,
      rounds: rounds,
      movements: texts("movements"),
      targets: tables("targets", unique: "id") { $0.target() },
      honours: honours,
      quota: quota(frame),
      works: optionalTable("works") { $0.works() },
      dossier: optionalTable("dossier") { $0.dossier() },
      posts: tables("posts", unique: "title") { $0.post() },
      reports: tables("reports") { $0.reportLine() },
      notes: texts("notes"),
      findings: tables("findings", unique: "id") { $0.finding() })
  }
}

/// What the parts of a campaign are checked against.
struct CampaignFrame {
  let period: Period
  let catalogue: HonoursCatalogue?

  /// `nil` where the period itself is faulty.
  var span: DateSpan? {
    guard period.first != Table.placeholderDay else { return nil }
    return DateSpan(period.first, period.last)
  }
}
