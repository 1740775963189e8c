import Campaigns

/// The plan's targets (chỉ tiêu) with their figures.
extension Table {
  func target() -> Target {
    Target(
      id: id("id"), title: text("title"),
      figures: tables("figures", required: true) { $0.figure() }, note: optionalText("note"))
  }

  /// A `kept` standard has no number and needs no unit; every other figure has both.
  private func figure() -> Target.Figure {
    let direction = choice("direction", or: Target.Direction.kept)
    let value = thousandths("value")
    let upTo = thousandths("up_to")
    if direction == .kept {
      for key in ["value", "up_to"] where has(key) { note(.figureWithoutValue(key: key), at: key) }
    } else if !has("value"), has("direction") {
      note(.figureNeedsValue(key: "value"), at: "direction")
    }
    if let value, let upTo, upTo <= value { note(.upperEndBelowValue, at: "up_to") }
    return Target.Figure(
      label: optionalText("label"), direction: direction, thousandths: value,
      upToThousandths: upTo,
      unit: direction == .kept ? optionalText("unit") ?? "" : text("unit"))
  }
}
