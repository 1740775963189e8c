extension String {
  /// Every end of line as `\n`, and no other control character but the tab: what people paste into
  /// a chat must not break the lines of a file.
  var withoutControls: String {
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      // Also the ends of line and of paragraph that Unicode adds.
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: clean.append("\n")
      case 0x09: clean.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F: break
      default: clean.append(scalar)
      }
      previous = scalar
    }
    return String(clean)
  }
}
