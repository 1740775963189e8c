/// What is wrong with a line before anybody looks at its meaning.
package enum LineFault: Equatable, Sendable {
  /// More than `limit` bytes.
  case tooLong(limit: Int)
  /// A zero byte, which C libraries and databases would take for the end of the text.
  case nulByte
  /// Not UTF-8 from this byte on: cut short, overlong, a surrogate, or beyond U+10FFFF.
  case notUTF8(offset: Int)

  /// `nil` for a sound line.
  init?(in line: Span<UInt8>) {
    for index in line.indices where line[index] == 0 {
      self = .nulByte
      return
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: line)
      return nil
    } catch {
      self = .notUTF8(offset: error.byteOffsets.lowerBound)
    }
  }
}
