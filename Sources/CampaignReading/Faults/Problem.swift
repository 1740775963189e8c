import Campaigns
import CivilTime

/// What can be wrong in a file: the facts, without words.
enum Problem: Hashable, Sendable {
  // The file as a whole.
  case unreadable(path: String, errno: Int32)
  case notUTF8
  case tooLarge(bytes: Int)
  case empty
  case severalDocuments
  case notATable
  case syntax(SyntaxProblem)

  // Keys.
  case unknownKey(String, nearest: String?, allowed: [String])
  case missingKey(String)
  case duplicateKey(String, firstLine: Int)

  // Values.
  case wrongType(key: String, expected: ValueType, found: ValueType)
  case emptyText(key: String)
  case severalLines(key: String)
  case emptyList(key: String)
  case malformedID(key: String, value: String)
  case malformedDate(key: String, value: String)
  case impossibleDate(key: String, value: String)
  case malformedDayOfYear(key: String, value: String)
  case malformedNumber(key: String, value: String)
  case numberOutOfRange(key: String, value: String, range: ClosedRange<Int>)
  case unknownChoice(key: String, value: String, nearest: String?, allowed: [String])
  case duplicateValue(key: String, value: String, firstLine: Int)

  // Sense.
  case lastBeforeFirst(first: CivilDate, last: CivilDate)
  case opensAfterLastDay(opens: CivilDate, last: CivilDate)
  case outsideCampaign(day: CivilDate, period: DateSpan)
  case spanOutsideCampaign(DateSpan, period: DateSpan)
  case wrongYear(year: Int, day: CivilDate)
  case overlap(previousLast: CivilDate?, first: CivilDate)
  case figureNeedsValue(key: String)
  case figureWithoutValue(key: String)
  case upperEndBelowValue
  case oneFormOnly(key: String, forms: [String])
  /// A duty of each wave or round in a plan that has none with dates.
  case nothingToRepeat(list: String)
  /// One registration, dossier or work settles all duties of that kind.
  case cannotRepeat(kind: String)
  case missingPlaceholder(key: String, String)
  case nothingToRegister
  case registrableWithoutRegistration(HonourCode)

  // Honours.
  case unknownHonour(HonourCode, nearest: HonourCode?)
  case malformedHonourCode(String)
  case honourNotForKind(HonourCode, SubjectKind)
  case honourNotInForce(HonourCode, on: CivilDate)
  case ruleWithoutConditions

  // Holidays.
  case doubleDay(CivilDate)
  case dayOffAndWorked(CivilDate)

  // Reminders.
  case missingRule(list: String, duty: String)

  // Across files of one folder.
  case duplicateAcrossFiles(value: String, firstFile: String)
  case organizationDiffers(id: String, firstFile: String)

  // People.
  case people(PeopleProblem)
}

/// The shapes a value of a file can have.
enum ValueType: Hashable, Sendable {
  case text, list, table, nothing, bool
}

/// Why libyaml could not read on.
enum SyntaxProblem: Hashable, Sendable {
  case tab
  case colonInText
  case indentation
  case unclosedQuote
  case unclosedBracket
  case badCharacter
  case badEscape
  case controlCharacter
  case undefinedAlias
  /// libyaml's own words.
  case other(String)
}

/// What can be wrong in a line of a people file.
enum PeopleProblem: Hashable, Sendable {
  case unclosedQuote
  case textAfterQuote
  case tooFewFields(found: Int)
  case tooManyFields(found: Int, expected: Int)
  case unknownColumn(String, nearest: String?)
  case emptyName
  case malformedName(String)
  case malformedUnit(String)
  case unknownRole(String, nearest: String?)
  case badUsername(String)
  case duplicatePerson(name: String, unit: String, firstLine: Int)
  case duplicateUsername(String, firstLine: Int)
  case nobody
}
