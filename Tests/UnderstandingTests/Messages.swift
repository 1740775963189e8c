/// Messages that several tests read.
enum Messages {
  /// Complete orders, carried out as they stand.
  static let orders = [
    "đăng ký lao động tiên tiến cho tôi", "đk CSTĐCS cho anh Tuấn",
    "ghi tên cô Lan vào danh hiệu chiến sĩ tiên tiến giúp em",
    "nộp hồ sơ giấy khen xã của anh Tuấn",
    "lập hồ sơ đề nghị giấy khen xã cho chị Hạnh", "ký giao ước thi đua cho thôn Hộ",
    "đăng ký mô hình nuôi ong cho thôn Hộ", "thêm biên bản họp vào hồ sơ của cô Lan",
    "đổi đăng ký của anh Tuấn sang lao động tiên tiến", "nhắc tôi 8h sáng mai nộp hồ sơ",
    "thông báo cho mọi người: chiều nay họp hội đồng",
  ]

  /// Orders that are shown before they are done, whatever was said.
  static let destructive = [
    "rút đăng ký lao động tiên tiến của anh Tuấn", "đóng phiên họp hội đồng",
    "gia hạn đăng ký đến 20/1",
  ]

  static let questions = [
    "hạn đăng ký là ngày nào", "hồ sơ của tôi đến đâu rồi", "ai chưa đăng ký",
    "chiến sĩ thi đua cơ sở cần điều kiện gì", "hồ sơ giấy khen gồm những giấy tờ gì",
    "có mấy đợt thi đua", "xem chỉ tiêu thi đua", "ai phụ trách phong trào này",
  ]

  /// They have the words of an order and are none.
  static let traps = [
    "không được xóa lời nhắc của tôi", "đừng tắt nhắc", "đừng hủy lời nhắc nộp báo cáo",
    "đừng nộp hồ sơ của anh Tuấn", "chưa đăng ký LĐTT cho cô Lan đâu", "khoan ký giao ước đã",
    "đừng đăng ký LĐTT cho tôi", "nếu rút đăng ký thì có sao không",
    "lỡ nộp hồ sơ rồi thì sửa được không", "hôm qua anh Bình bảo đã nộp hồ sơ rồi",
    "nghe nói anh Tuấn đăng ký LĐTT rồi", "chị Hạnh đang định rút đăng ký",
    "anh Đức kể là đã ký giao ước", "có được đăng ký hai danh hiệu không",
    "đăng ký CSTĐCS thì cần gì", "làm sao để nộp hồ sơ", "ai bảo đăng ký LĐTT cho tôi",
    "bao giờ thì mở phiên họp hội đồng", "đừng nộp vội", "không được nộp hồ sơ của chị Hạnh",
  ]
}
