/// Text that does nothing but be read.
///
/// Control characters and the marks that turn the direction of writing are taken out; a tab
/// becomes a space. Text from a store or a network can then be shown on a terminal without moving
/// its cursor, changing its colours or hiding words.
package enum PlainText {
  package static func append(_ text: Span<UInt8>, to out: inout [UInt8]) {
    out.append(addingCapacity: text.count) { out in
      var index = 0
      while index < text.count {
        if let control = text.control(at: index) {
          if control.scalar == 0x09 { out.append(UInt8(ascii: " ")) }
          index += control.length
        } else {
          out.append(text[index])
          index += 1
        }
      }
    }
  }
}
