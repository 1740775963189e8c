/// What a server said it can do, in its answer to EHLO.
struct SMTPExtensions: Hashable {
  private(set) var startTLS = false
  private(set) var authPlain = false
  private(set) var utf8 = false
  private(set) var size = false
  /// The largest message it takes; `nil` if it names none.
  private(set) var sizeLimit: Int?

  /// Nothing: before EHLO, and of a server that knows only HELO.
  init() {}

  /// The first line is a greeting, every other names one extension. Unknown ones are stepped over.
  init(_ reply: SMTPReply) {
    for line in reply.lines.dropFirst() {
      // `AUTH=PLAIN` is how servers of the last century wrote it.
      let words = line.uppercased().split { $0 == " " || $0 == "=" }
      switch words.first {
      case "STARTTLS": startTLS = true
      case "AUTH": authPlain = authPlain || words.dropFirst().contains("PLAIN")
      case "SMTPUTF8": utf8 = true
      case "SIZE":
        size = true
        // 0 says that there is no fixed limit.
        sizeLimit = words.dropFirst().first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      default: break
      }
    }
  }
}
