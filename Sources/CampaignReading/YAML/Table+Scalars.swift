import CivilTime
import Yams

extension Table {
  /// A text of one line that says something; spaces at its ends are dropped.
  func text(_ key: String) -> String {
    optionalText(key, required: true) ?? ""
  }

  /// `nil` where the key is missing or null.
  func optionalText(_ key: String) -> String? {
    optionalText(key, required: false)
  }

  private func optionalText(_ key: String, required: Bool) -> String? {
    node(key, required: required).flatMap { text($0, key: key) }
  }

  /// The text of a node, `nil` after noting that it is none.
  func text(_ node: Node, key: String) -> String? {
    guard let scalar = node.scalar, !node.isNull else {
      log.note(
        .wrongType(key: key, expected: .text, found: node.valueType),
        at: node.position)
      return nil
    }
    let text = scalar.string.trimmed()
    if text.isEmpty {
      log.note(.emptyText(key: key), at: YAMLText.position(scalar.mark))
      return nil
    }
    if text.utf8.contains(YAMLText.newline) {
      log.note(.severalLines(key: key), at: YAMLText.position(scalar.mark))
      return nil
    }
    return text.composed()
  }

  /// A stable name: ASCII letters in lower case, digits and hyphens, at most 40.
  func id(_ key: String) -> String {
    let value = text(key)
    if !value.isEmpty, !value.isIdentifier { note(.malformedID(key: key, value: value), at: key) }
    return value
  }

  /// `true` or `false`; `absent` where the key is missing, `placeholder` after a fault.
  func flag(_ key: String, absent: Bool = false, or placeholder: Bool = false) -> Bool {
    guard let node = node(key, required: false) else { return absent }
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      note(.wrongType(key: key, expected: .bool, found: node.valueType), at: key)
      return placeholder
    }
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int {
    optionalInteger(key, in: range, required: true) ?? range.lowerBound
  }

  func optionalInteger(
    _ key: String, in range: ClosedRange<Int>, required: Bool = false
  ) -> Int? {
    optionalText(key, required: required).flatMap {
      integer($0, key: key, in: range, at: position(of: key))
    }
  }

  /// The numbers of a list, all different.
  func integers(_ key: String, in range: ClosedRange<Int>) -> [Int] {
    let written = items(key, required: false).compactMap { node in
      text(node, key: key).map { ($0, node.position) }
    }
    noteDoubles(written, key: key)
    return written.compactMap { integer($0, key: key, in: range, at: $1) }
  }

  /// `nil` after noting why it is none of the range.
  private func integer(
    _ value: String, key: String, in range: ClosedRange<Int>, at place: Position
  ) -> Int? {
    guard let number = Int(value), value.utf8.first != UInt8(ascii: "+") else {
      log.note(.malformedNumber(key: key, value: value), at: place)
      return nil
    }
    guard range.contains(number) else {
      log.note(.numberOutOfRange(key: key, value: value, range: range), at: place)
      return nil
    }
    return number
  }

  /// A decimal number with at most three places, in thousandths: `99.64` is 99 640.
  func thousandths(_ key: String) -> Int64? {
    guard let value = optionalText(key) else { return nil }
    guard let thousandths = decimalThousandths(value) else {
      note(.malformedNumber(key: key, value: value), at: key)
      return nil
    }
    return thousandths
  }

  /// One of an enum's words. `placeholder` is returned after a fault.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, or placeholder: Choice
  ) -> Choice where Choice.RawValue == String {
    guard let node = node(key, required: true), let word = text(node, key: key) else {
      return placeholder
    }
    return choice(word, key: key, at: position(of: key)) ?? placeholder
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ word: String, key: String, at place: Position
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: word) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    log.note(
      .unknownChoice(
        key: key, value: word, nearest: nearest(to: word, among: allowed), allowed: allowed),
      at: place)
    return nil
  }
}

/// The non-negative number in thousandths; `nil` for anything but digits and one dot.
private func decimalThousandths(_ text: String) -> Int64? {
  let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, whole.count <= 15,
    parts.allSatisfy({ $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
  else { return nil }
  let fraction = parts.count == 2 ? parts[1] : "".utf8[...]
  guard parts.count == 1 || (1...3).contains(fraction.count) else { return nil }
  let digits = Array(whole) + Array(fraction) + Array(repeating: 0x30, count: 3 - fraction.count)
  return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
}
