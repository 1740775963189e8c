import CivilTime

extension MailMessage {
  /// Parts are base64, in which an underscore cannot stand: no part can hold it.
  private static let boundary = "=_thi-dua_="

  /// The message as RFC 5322 and MIME want it: lines end with CRLF and have at most 998 bytes, all
  /// ASCII unless an address in it is international.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    for field in header { out += field.line }
    let body = Base64Text.lines(MailMessage.withNetworkLineEnds(text))
    guard !attachments.isEmpty else {
      out += MailMessage.fields([("Content-Type", "text/plain; charset=utf-8")])
      return out + body
    }
    let type = "multipart/mixed; boundary=\"\(MailMessage.boundary)\""
    out += Array("Content-Type: \(type)\r\n".utf8)
    out += MailMessage.delimiter
    out += MailMessage.fields([("Content-Type", "text/plain; charset=utf-8")])
    out += body
    for attachment in attachments {
      out += MailMessage.delimiter
      out += MailMessage.fields([
        ("Content-Type", attachment.contentType), ("Content-Disposition", attachment.disposition),
      ])
      out += Base64Text.lines(attachment.bytes)
    }
    return out + Array("\r\n--\(MailMessage.boundary)--\r\n".utf8)
  }

  private static var delimiter: [UInt8] { Array("\r\n--\(boundary)\r\n".utf8) }

  private var header: [HeaderField] {
    var date = HeaderField("Date")
    date.append(value: self.date.mailDate)
    var from = HeaderField("From")
    from.append(self.from)
    var to = HeaderField("To")
    to.append(self.to)
    var id = HeaderField("Message-ID")
    id.append("<\(self.id)>")
    var subject = HeaderField("Subject")
    subject.append(text: MailText.singleLine(self.subject))
    var fields = [date, from, to, id, subject]
    for header in headers {
      var field = HeaderField(header.name)
      field.append(value: header.value)
      fields.append(field)
    }
    var version = HeaderField("MIME-Version")
    version.append("1.0")
    return fields + [version]
  }

  /// A part's header with the empty line behind it.
  private static func fields(_ values: [(name: String, value: String)]) -> [UInt8] {
    var out: [UInt8] = []
    for (name, value) in values + [("Content-Transfer-Encoding", "base64")] {
      var field = HeaderField(name)
      field.append(value: value)
      out += field.line
    }
    return out + [0x0D, 0x0A]
  }

  /// Text is encoded with CRLF at its line ends, whatever they were, and one at its own end.
  private static func withNetworkLineEnds(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 64)
    var afterCR = false
    for byte in text.utf8 {
      switch byte {
      case 0x0A where afterCR: break
      case 0x0A, 0x0D: out += [0x0D, 0x0A]
      default: out.append(byte)
      }
      afterCR = byte == 0x0D
    }
    return out.last == 0x0A || out.isEmpty ? out : out + [0x0D, 0x0A]
  }
}

extension MailAttachment {
  /// RFC 2183, with RFC 2231's notation for names beyond ASCII.
  fileprivate var disposition: String {
    guard fileName.utf8.allSatisfy(MailText.isPrintableASCII), !fileName.contains("  ") else {
      let hex = Array("0123456789ABCDEF".utf8)
      var encoded: [UInt8] = []
      for byte in fileName.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
          encoded.append(byte)
        default: encoded += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
      }
      return "attachment; filename*=UTF-8''" + String(decoding: encoded, as: UTF8.self)
    }
    return "attachment; filename=\"\(fileName)\""
  }
}

extension Instant {
  /// `Mon, 10 Jan 2022 08:00:00 +0700`, in Vietnam's time.
  fileprivate var mailDate: String {
    let (year, month, day) = date.components
    let dayName = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday.rawValue]
    let monthName = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][month - 1]
    let time = timeOfDay.hoursMinutesSeconds
    return "\(dayName), \(day) \(monthName) \(padded(year, to: 4)) \(time) +0700"
  }
}
