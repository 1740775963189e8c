/// Why bytes are not the JSON that was asked for, and where.
package struct JSONError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// The text ends inside a value.
    case unexpectedEnd
    /// A byte that cannot stand here.
    case unexpectedByte(UInt8)
    /// Something follows the value.
    case trailingBytes
    /// A control character stands unescaped in a string.
    case controlCharacter(UInt8)
    /// A backslash is followed by nothing that JSON knows.
    case unknownEscape
    /// `\u` names half of a surrogate pair without the other half.
    case loneSurrogate
    /// A string is not UTF-8: cut short, overlong, a surrogate, or beyond U+10FFFF.
    case notUTF8
    /// The number is too large for a 64-bit floating-point number.
    case numberOutOfRange
    /// Arrays and objects are nested more than `JSONReader.maximumDepth` deep.
    case tooDeep
    /// An object names the same member twice.
    case repeatedKey(String)
  }

  package let reason: Reason
  /// In bytes from the beginning of the text.
  package let offset: Int

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
