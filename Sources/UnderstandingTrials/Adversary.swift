/// Messages that have all the words of an order and are none.
///
/// Every way of not ordering, with every order, honour, name and kind of noise: none may be
/// carried out.
package struct Adversary: Sendable {
  /// How something is not ordered; `{}` stands for the order.
  static let frames = [
    "đừng {}", "chưa {} đâu", "không {}", "khoan {} đã", "em chưa muốn {}", "tôi không định {}",
    "đừng có {} nữa", "hôm qua tôi đã {} rồi", "tôi đã {} rồi", "anh Bình đã {} hôm trước",
    "vừa {} xong rồi", "{} chưa", "đã {} chưa nhỉ", "có {} được không", "{} có được không",
    "có nên {} không", "làm sao để {}", "{} thì cần gì", "{} thế nào", "ai {} vậy", "khi nào {}",
    "tại sao lại {}", "{} để làm gì", "muốn {} thì phải làm sao", "nếu {} thì sao",
    "lỡ {} rồi thì sao",
    "giả sử {} thì có bị gì không", "nghe nói anh Bình {} rồi", "chị Lan bảo là {} rồi",
    "người ta nói phải {}", "anh Tuấn kể là sẽ {}", "sếp dặn là đừng {}", "chị Hạnh đang định {}",
    "ai bảo {}", "có phải anh Nam {} không", "bao giờ thì được {}", "có bắt buộc phải {} không",
    "hình như anh Đức {} rồi", "chị Hồng nhắn rằng đã {}", "hoan hô anh Nam {} sớm nhất",
    "hướng dẫn em phần {} ạ", "thôn mình đang bàn chuyện {}", "anh Huy nhắc thì đừng {}",
    "chị hội phụ nữ định {}, còn đang bàn", "bác Tư có nhắc là {}", "không được {}",
    "ước gì được {}", "ngày xưa muốn {} phải lên huyện", "giá mà hồi đó {}",
  ]

  /// Orders; `{h}` an honour, `{p}` a person.
  static let orders = [
    "đăng ký {h} cho {p}", "rút đăng ký {h} của {p}", "hủy đăng ký {h} cho {p}",
    "đổi đăng ký của {p} sang {h}", "nộp hồ sơ {h} của {p}", "trình hồ sơ của {p} lên huyện",
    "lập hồ sơ {h} cho {p}", "đề nghị tặng {h} cho {p}", "duyệt hồ sơ của {p}",
    "trả lại hồ sơ của {p}", "ký giao ước thi đua cho {p}", "bỏ phiếu đồng ý cho {p}",
    "gia hạn đăng ký đến 20/1", "mở phiên họp hội đồng", "đóng phiên họp hội đồng",
    "đăng ký mô hình nuôi gà cho thôn Hộ", "quyết định khen {p} số 15",
    "bổ sung biên bản vào hồ sơ của {p}",
  ]

  package let honours: [String]
  package let people: [String]

  package init(honours: [String], people: [String]) {
    self.honours = honours
    self.people = people
  }

  /// How many messages there are in one kind of noise.
  package var count: Int { Adversary.frames.count * Adversary.orders.count * honours.count }

  /// Message number `index`, people taken in turn.
  package subscript(index: Int) -> String {
    let frame = Adversary.frames[index % Adversary.frames.count]
    let order = Adversary.orders[index / Adversary.frames.count % Adversary.orders.count]
    let honour = honours[index / Adversary.frames.count / Adversary.orders.count % honours.count]
    let person = people[(index &* 7 &+ index / 13) % people.count]
    let filled = replace(replace(order, "{h}", honour), "{p}", person)
    return replace(frame, "{}", filled)
  }

  private func replace(_ text: String, _ mark: String, _ value: String) -> String {
    guard let place = text.firstRange(of: mark) else { return text }
    return text.replacingCharacters(in: place, with: value)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with value: String) -> String {
    String(self[..<range.lowerBound]) + value + String(self[range.upperBound...])
  }
}
