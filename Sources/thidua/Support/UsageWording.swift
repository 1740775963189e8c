/// Help and usage errors in Vietnamese: the words are ours already, the frame around them is the
/// argument parser's and English.
///
///     USAGE: thidua <subcommand>     →  CÁCH DÙNG: thidua <lệnh con>
///     Error: Unknown option '--x'    →  Lỗi: Không có tùy chọn “--x”
enum UsageWording {
  /// `message` as `ParsableCommand.fullMessage` gives it.
  static func vietnamese(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ english: String) -> String {
    let label = labels.first { english.hasPrefix($0.english) }
    let rest = label.map { String(english.dropFirst($0.english.count)) } ?? english
    let words = sentences.lazy.compactMap { $0.vietnamese(rest) }.first ?? rest
    return (label?.vietnamese ?? "") + inLine.reduce(words) { $0.replacing($1.0, with: $1.1) }
  }

  private static let labels: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("Usage: ", "Cách dùng: "),
    ("ARGUMENTS:", "THAM SỐ:"), ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "LỆNH CON:"),
    ("Error: ", "Lỗi: "), ("Help:  ", "Giải thích: "),
  ]

  private static let inLine = [
    ("<subcommand>", "<lệnh con>"), ("(default: ", "(mặc định: "),
    ("Show help information.", "Hiện trợ giúp này."),
    ("Show subcommand help information.", "Hiện trợ giúp của một lệnh."),
  ]

  private static let sentences = [
    Sentence("Unknown option '%'. Did you mean '%'?", "Không có tùy chọn “%”. Có phải “%” không?"),
    Sentence("Unknown option '%'", "Không có tùy chọn “%”."),
    Sentence("Invalid option: %", "Không có tùy chọn “%”."),
    Sentence("Missing expected argument '%'", "Còn thiếu “%”."),
    Sentence("Missing value for '%'", "Tùy chọn “%” cần một giá trị."),
    Sentence(
      "The option '%' does not take any value, but '%' was specified.",
      "Tùy chọn “%” không nhận giá trị, nhưng có “%”."),
    Sentence("Unexpected argument '%'", "Thừa “%”."),
    Sentence("% unexpected arguments: %", "Thừa % chữ: %."),
    Sentence("The value '%' is invalid for '%'", "Giá trị “%” không hợp với “%”."),
    Sentence("  See '%' for more information.", "  Xem thêm: %"),
    Sentence("  See '%' for detailed help.", "  Xem từng lệnh: %"),
  ]

  /// An English sentence with places (`%`), and the Vietnamese one with the same places in order.
  private struct Sentence: Sendable {
    private let english: [Substring]
    private let vietnamese: [Substring]

    init(_ english: StaticString, _ vietnamese: StaticString) {
      self.english = Sentence.pieces(english)
      self.vietnamese = Sentence.pieces(vietnamese)
    }

    private static func pieces(_ text: StaticString) -> [Substring] {
      text.description.split(separator: "%", omittingEmptySubsequences: false)
    }

    /// `nil` if `text` is another sentence.
    func vietnamese(_ text: String) -> String? {
      guard let first = english.first, let last = english.last,
        text.hasPrefix(first), text.hasSuffix(last), text.count >= first.count + last.count
      else { return nil }
      var rest = text.dropFirst(first.count).dropLast(last.count)
      var values: [Substring] = []
      for piece in english.dropFirst().dropLast() {
        guard let place = rest.firstRange(of: piece) else { return nil }
        values.append(rest[..<place.lowerBound])
        rest = rest[place.upperBound...]
      }
      values.append(rest)
      return zip(vietnamese, values + [""]).reduce("") { $0 + $1.0 + $1.1 }
    }
  }
}
