/// A fault in a file of `intents/`, with the place; its words are in `CatalogueFault+Wording.swift`.
package struct CatalogueFault: Error, Sendable {
  /// What is wrong: the facts, without words.
  package enum Problem: Sendable, Equatable {
    // The file as a whole.
    case noFolder
    case unreadable
    case notYAML(String)
    case noKeys

    // What stands where.
    case listWanted
    case textWanted
    case badTemplate(String, Template.Fault.Kind)
    case tooManyForms(String)
    case tooManyRules(Int)

    // Rules, lists, names.
    case doubledRule(String)
    case emptyRule(String)
    case missingRule(String)
    case unknownRule(String)
    case unknownRuleOfIntent(String, Intent)
    case listWithoutSlot
    case groupsWanted
    case badShortForm

    // Intents and their slots.
    case noIntents
    case unknownIntent(String)
    case missingIntent(Intent)
    case noPurpose
    case fileWithoutIntent
    case noSentence(Intent)
    case unknownSlot(String)
    case unknownSlotName(String)
    case unknownSpeakerRule
    case unknownMood(String)
  }

  /// Relative to the folder.
  package let file: String
  /// From 1; 0 when the file as a whole is meant.
  package let line: Int
  package let column: Int
  package let problem: Problem

  init(_ problem: Problem, file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// Whether what is missing may be there, in the file that `fault` keeps from being read.
  func mayFollow(_ fault: CatalogueFault) -> Bool {
    switch problem {
    case .noSentence, .missingIntent: file == fault.file
    case .missingRule, .unknownRule: fault.file.hasPrefix("rules/")
    case .unknownSlot: fault.file.hasPrefix("lists/")
    default: false
    }
  }
}

/// Every fault that was found: a folder is taken whole or not at all.
package struct CatalogueFaults: Error, Sendable {
  package let faults: [CatalogueFault]

  init(_ faults: [CatalogueFault]) { self.faults = faults }
}
