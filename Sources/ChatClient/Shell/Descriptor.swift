import Glibc

/// A read, write or wait that failed, with the kernel's number for why.
struct DescriptorFailure: Error, Equatable {
  let code: Int32
}

/// The three ends that a process is given at its start; tests give others.
struct StandardStreams {
  var input = STDIN_FILENO
  var output = STDOUT_FILENO
  var errors = STDERR_FILENO
}

/// Reading, writing and waiting on descriptors, whatever signals come in between.
enum Descriptor {
  /// Up to 4 KB of what is there; empty at the end.
  static func read(_ descriptor: Int32) throws(DescriptorFailure) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return Array(buffer[..<count]) }
      if errno != EINTR { throw DescriptorFailure(code: errno) }
    }
  }

  /// All of it.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(DescriptorFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        _ = wait(for: [], writing: descriptor)
      } else if errno != EINTR {
        throw DescriptorFailure(code: errno)
      }
    }
  }

  /// Waits until one can be read (or is at its end) and tells which; an empty set after a signal.
  static func wait(for descriptors: [Int32], writing: Int32? = nil) -> Set<Int32> {
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    if let writing { polled.append(pollfd(fd: writing, events: Int16(POLLOUT), revents: 0)) }
    guard poll(&polled, nfds_t(polled.count), -1) > 0 else { return [] }
    return Set(polled.lazy.filter { $0.revents != 0 }.map(\.fd))
  }
}
