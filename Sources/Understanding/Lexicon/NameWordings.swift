import Vietnamese

/// How the names of units and campaigns are shortened and varied in speech; made from
/// `intents/lists/names.yaml`.
package struct NameWordings: Sendable {
  /// Each group holds wordings that stand for one another ("hội liên hiệp phụ nữ", "HPN").
  private var groups: [[[Token]]] = []
  /// What may be left out before the name of a place: thôn, khóm, ấp …
  private var places: [[Token]] = []
  /// What may stand for the whole kind, before the name of a place: "trường Hoa Sen".
  private var heads: [[Token]] = []
  /// What names of campaigns begin with; one stands for another.
  private var campaigns: [[Token]] = []
  /// What short forms stand for, by their keys: they are written out in messages too.
  private var fullForms: [UInt64: [Token]] = [:]

  package init() {}

  init(
    units: [[[Token]]], heads: [[Token]], places: [[Token]], campaigns: [[Token]],
    fullForms: [UInt64: [Token]]
  ) {
    groups = units
    self.heads = heads
    self.places = places
    self.campaigns = campaigns
    self.fullForms = fullForms
  }

  /// "kế hoạch số 34"
  private static let numberWord = Wordings.tokens(of: "số")

  /// "kế hoạch 60 năm" for "phong trào 60 năm", and "kế hoạch số 34" for "kế hoạch 34".
  func forms(ofCampaign name: String) -> [[Token]] {
    let tokens = Wordings.tokens(of: name)
    guard let length = longestPrefix(of: tokens, in: campaigns), length < tokens.count else {
      return []
    }
    let rest = tokens[length...]
    let numbered = rest.first.map { $0.isNumber } ?? false
    return campaigns.flatMap { opening in
      numbered ? [opening + rest, opening + NameWordings.numberWord + rest] : [opening + rest]
    }
  }

  /// All other ways in which a unit is named.
  func forms(ofUnit name: String) -> [[Token]] {
    shortForms(ofUnit: name) + kinds(ofUnit: name) + (writtenOut(name).map { [$0] } ?? [])
  }

  /// Every other wording of a unit's kind, with what follows it and alone: of "Hội Liên hiệp Phụ nữ
  /// xã Dương Hòa" also "hội phụ nữ xã Dương Hòa" and "hội phụ nữ".
  private func shortForms(ofUnit name: String) -> [[Token]] {
    let tokens = Wordings.tokens(of: name)
    if let length = longestPrefix(of: tokens, in: places) {
      let rest = tokens[length...]
      let forms = (rest.count > 1 ? [Array(rest)] : []) + headedForm(of: tokens, rest)
      if !forms.isEmpty { return forms }
    }
    for group in groups {
      guard let length = longestPrefix(of: tokens, in: group) else { continue }
      let rest = tokens[length...]
      // "TH Dương Hòa" is a school; "TH" alone is anything.
      return headedForm(of: tokens, rest)
        + group.flatMap { wording in
          let isTooShort = wording.count == 1 && Slip.count(wording[0].key) <= 2
          let alone = isTooShort ? [] : [wording]
          // "htx Muối", of "Hợp tác xã Muối Tuyết Diêm".
          let named = rest.count > 2 ? [wording + rest.prefix(1)] : []
          return rest.isEmpty ? alone : [wording + rest] + named + alone
        }
    }
    return []
  }

  /// "nông trường" and "nông trường cà phê", of "Nông trường Cà phê Đăk Tiêng": what is written small
  /// before the proper name, alone and with the first name behind it. One word alone would be anything,
  /// and so would the kind of a place.
  private func kinds(ofUnit name: String) -> [[Token]] {
    let words = name.split(separator: " ")
    let kind = words.prefix(1) + words.dropFirst().prefix { $0.first?.isLowercase ?? false }
    let rest = words.dropFirst(kind.count)
    guard kind.count > 1, rest.first?.first?.isUppercase ?? false else { return [] }
    let named = kind + rest.prefix(1) + rest.dropFirst().prefix { $0.first?.isLowercase ?? false }
    return [kind, named].filter { $0.count < words.count }
      .map { Wordings.tokens(of: $0.joined(separator: " ")) }
      .filter { longestPrefix(of: $0, in: places) != $0.count }
  }

  /// "Văn phòng Ủy ban nhân dân phường", of "Văn phòng UBND phường"; `nil` if nothing is short.
  private func writtenOut(_ name: String) -> [Token]? {
    let tokens = Wordings.tokens(of: name)
    guard tokens.contains(where: { fullForms[$0.key] != nil }) else { return nil }
    return tokens.flatMap { fullForms[$0.key] ?? [$0] }
  }

  /// "trường Hoa Sen", whatever kind of school it is.
  private func headedForm(of name: [Token], _ rest: ArraySlice<Token>) -> [[Token]] {
    guard !rest.isEmpty, let length = longestPrefix(of: name, in: heads) else { return [] }
    return [Array(name[..<length] + rest)]
  }

  /// A "Ban Chỉ huy" is no "bản".
  private func longestPrefix(of tokens: [Token], in group: [[Token]]) -> Int? {
    group.filter { wording in
      tokens.count >= wording.count
        && zip(tokens, wording).allSatisfy { $0.key == $1.key && $0.marks == $1.marks }
    }.map(\.count).max()
  }
}
