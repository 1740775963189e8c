import Campaigns

/// Who does what, where reports go, and what a person must settle in the plan's text.
extension Table {
  func post() -> Post {
    Post(
      title: text("title"), duties: texts("duties", required: true),
      takesDifficulties: flag("takes_difficulties"))
  }

  func reportLine() -> ReportLine {
    ReportLine(what: text("what"), from: text("from"), to: text("to"))
  }

  func finding() -> Finding {
    Finding(
      id: id("id"), text: text("text"), readAs: optionalText("read_as"), source: text("source"))
  }
}
