import Campaigns
import Understanding

// Files: tables of a campaign, and the speaker's own calendar.

/// What a file is to hold.
enum ExportWish: Hashable, Sendable {
  case table(ExportKind)
  case calendar
}

extension Draft {
  mutating func export(_ resolver: CampaignResolver, in context: DialogContext) -> Next {
    // "Xuất lịch các mốc": the order itself names it.
    let wish = words.flatMap(context.words.exportWish) ?? context.words.exportWish(in: message)
    let what: ExportKind
    switch wish {
    case .calendar: return .run(.question(.calendar(slots.campaign)))
    case .table(let kind): what = kind
    case nil: what = .summary
    }
    let format: TableFormat
    switch slots.format {
    case .ics: return .run(.question(.calendar(slots.campaign)))
    case .csv, nil: format = .csv
    case .xlsx: format = .xlsx
    case .html: format = .html
    }
    if let refusal = context.refusal(.export, .nobody) { return .talk(.refuse(refusal)) }
    if let blocked = resolveUnit(.export, in: context) { return blocked }
    let unit = unit
    return withCampaign(resolver) {
      .run(.question(.export(ExportRequest(what, of: $0, unit: unit, as: format))))
    }
  }
}
