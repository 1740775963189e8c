/// Login names: lower-case ASCII letters, digits, `.`, `-` and `_`, 2 to 32 of them.
package enum Username {
  /// What a person types: capitals and stray spaces are forgiven.
  package static func normalized(_ text: String) -> String {
    let visible = text.utf8.lazy.filter { $0 > 0x20 }.map { byte in
      byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
    return String(decoding: visible.prefix(64), as: UTF8.self)
  }

  package static func isValid(_ text: String) -> Bool {
    (2...32).contains(text.utf8.count) && text.utf8.allSatisfy(isAllowed)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
