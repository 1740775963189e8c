/// Reads a request from a line of JSON without building a tree: one pass, one string per member.
///
/// Members that the protocol does not know are stepped over. The first fault is kept while
/// reading goes on, so that its answer can bear the request's id wherever that stands.
struct ChatRequestReader {
  private var scanner = JSONScanner()
  private(set) var id: RequestID?
  private var content: ChatRequest.Content?
  private var fault: ChatFault?

  /// `line` is one line of JSON Lines. `id` is set if the line had one, also after a fault.
  mutating func read(_ line: Span<UInt8>) throws(ChatFault) -> ChatRequest {
    do throws(JSONError) {
      try readLine(line)
    } catch {
      throw .malformedJSON(error)
    }
    if let fault { throw fault }
    guard let content else { throw .noRequest }
    return ChatRequest(id: id, content)
  }

  private mutating func readLine(_ line: Span<UInt8>) throws(JSONError) {
    scanner.skipSpace(line)
    if try scanner.peek(line) == UInt8(ascii: "{") {
      try readMembers(line)
    } else {
      try scanner.skipValue(line)
      fault = .notAnObject
    }
    try scanner.finish(line)
  }

  private mutating func readMembers(_ line: Span<UInt8>) throws(JSONError) {
    // The scanner is moved out while it drives the closure, which changes the rest of self.
    var scanner = scanner
    try scanner.readObject(line) { scanner, key throws(JSONError) in
      switch key {
      case "id": try readID(&scanner, line)
      case "text":
        if let text = try readText("text", &scanner, line) { set(.text(text)) }
      case "ack":
        if let push = try readText("ack", &scanner, line) { set(.ack(push: push)) }
      case "login": try readLogin(&scanner, line)
      default: try scanner.skipValue(line)
      }
    }
    self.scanner = scanner
  }

  private mutating func readID(
    _ scanner: inout JSONScanner, _ line: Span<UInt8>
  ) throws(JSONError) {
    let start = scanner.position
    let first = try scanner.peek(line)
    try scanner.skipValue(line)
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "-") || first.isDigit else {
      return note(.wrongType(member: "id"))
    }
    guard id == nil else { return note(.repeatedMember("id")) }
    id = RequestID(token: try scanner.string(of: start..<scanner.position, in: line))
  }

  private mutating func readLogin(
    _ scanner: inout JSONScanner, _ line: Span<UInt8>
  ) throws(JSONError) {
    guard try scanner.peek(line) == UInt8(ascii: "{") else {
      try scanner.skipValue(line)
      return note(.wrongType(member: "login"))
    }
    var user: String?
    var password: String?
    var newPassword: String?
    try scanner.readObject(line) { scanner, key throws(JSONError) in
      switch key {
      case "user": try readOnce("login.user", into: &user, &scanner, line)
      case "password": try readOnce("login.password", into: &password, &scanner, line)
      case "new_password": try readOnce("login.new_password", into: &newPassword, &scanner, line)
      default: try scanner.skipValue(line)
      }
    }
    guard let user else { return note(.missingMember("login.user")) }
    guard let password else { return note(.missingMember("login.password")) }
    set(.login(user: user, password: password, newPassword: newPassword))
  }

  private mutating func readOnce(
    _ member: String, into value: inout String?,
    _ scanner: inout JSONScanner, _ line: Span<UInt8>
  ) throws(JSONError) {
    if value != nil { note(.repeatedMember(member)) }
    value = try readText(member, &scanner, line) ?? ""
  }

  /// A string without NUL, which no text of a person holds.
  private mutating func readText(
    _ member: String, _ scanner: inout JSONScanner, _ line: Span<UInt8>
  ) throws(JSONError) -> String? {
    guard try scanner.peek(line) == UInt8(ascii: "\"") else {
      try scanner.skipValue(line)
      note(.wrongType(member: member))
      return nil
    }
    let text = try scanner.readString(line)
    if text.utf8.contains(0) { note(.nulByte) }
    return text
  }

  private mutating func set(_ content: ChatRequest.Content) {
    if self.content != nil { note(.severalRequests) }
    self.content = content
  }

  private mutating func note(_ fault: ChatFault) {
    if self.fault == nil { self.fault = fault }
  }
}
