import Glibc

/// This end of a channel to a child process, read by line.
final class ByteStream {
  let descriptor: Int32
  private var buffer = LineBuffer()
  private(set) var hasEnded = false

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The next line without its end; `nil` at the end of the stream.
  func line(_ patience: Patience = Patience()) throws -> String? {
    while true {
      if let line = buffer.takeLine() { return line }
      if hasEnded { return nil }
      try patience.wait(for: descriptor)
      readSome()
    }
  }

  /// Reads what there is; call it when the descriptor is readable.
  func readSome() {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &chunk, chunk.count)
    if count > 0 {
      buffer.append(chunk[..<count])
    } else if count == 0 || errno != EINTR {
      hasEnded = true
    }
  }

  /// Everything read so far and not taken as lines.
  var rest: String { buffer.rest }
}
