import Campaigns
import Vietnamese

/// How people name the states of a dossier when they ask for some: "chờ thẩm định", "bị trả lại".
enum DossierStateWords {
  /// The states of the longest wordings in `text`; none if no state is named.
  static func states(in text: String) -> [DossierState] {
    let words = FoldedText(text).syllables
    let found = wordings.filter { $0.isIn(words) }
    guard let longest = found.map(\.words.count).max() else { return [] }
    return found.filter { $0.words.count == longest }.map(\.state).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  private struct Wording {
    let state: DossierState
    let words: [Syllable]

    /// Side by side; marks count where they were typed.
    func isIn(_ text: [Syllable]) -> Bool {
      guard text.count >= words.count else { return false }
      return (0...text.count - words.count).contains { start in
        zip(text[start...], words).allSatisfy { typed, word in
          typed.key == word.key && (typed.marks.isEmpty || typed.marks == word.marks)
        }
      }
    }
  }

  private static let wordings: [Wording] = table.flatMap { state, wordings in
    wordings.map { Wording(state: state, words: FoldedText($0).syllables) }
  }

  private static let table: [(DossierState, [String])] = [
    (.draft, ["đang lập", "chưa nộp", "đang làm", "thiếu giấy tờ", "thiếu giấy"]),
    (
      .submitted,
      [
        "thẩm định", "chờ thẩm định", "đang thẩm định", "chưa thẩm định", "đã nộp", "mới nộp",
        "chờ duyệt", "chưa duyệt", "chờ xử lý", "chờ xem",
      ]
    ),
    (.returned, ["trả lại", "bị trả lại", "trả về", "bổ sung", "cần bổ sung", "chờ bổ sung"]),
    (
      .accepted,
      [
        "đủ điều kiện", "đã duyệt", "được duyệt", "đã thẩm định", "chờ hội đồng", "chờ xét",
        "hợp lệ", "chờ họp",
      ]
    ),
    (.selected, ["được chọn", "hội đồng chọn", "nhất trí", "chờ quyết định", "đã họp"]),
    (.notSelected, ["không được chọn", "không nhất trí", "chưa được chọn", "không đạt"]),
    (
      .forwarded,
      ["đã trình", "trình lên", "gửi lên trên", "trình cấp trên", "lên huyện", "lên tỉnh"]
    ),
    (.awarded, ["có quyết định", "đã khen", "được khen", "đã quyết định"]),
  ]
}
