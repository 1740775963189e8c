import Testing
import Understanding

/// An order is carried out only when nothing of it is doubtful.
@Suite struct DoubtTests {
  @Test("Said outright", arguments: Messages.orders)
  func actsWithoutDoubt(text: String) {
    let reading = TestWorld.read(text)
    #expect(reading.decision == .act, "\(reading)")
    #expect(reading.doubt == nil)
  }

  /// Short sentences of the catalogue, word for word: whatever else is learned beside them.
  @Test(arguments: [
    "duyệt hồ sơ của anh Tuấn", "duyệt hồ sơ của thôn Hộ", "nộp hồ sơ của cô Lan",
    "nộp hồ sơ cho thôn Hộ", "ký giao ước cho thôn Hộ", "ký giao ước thi đua cho cô Lan",
    "đăng ký lao động tiên tiến cho cô Lan", "lập hồ sơ giấy khen xã cho cô Lan",
    "chấp nhận hồ sơ của cô Lan", "ghi danh LĐTT cho anh Tuấn",
    "đổi đăng ký của anh Tuấn sang giấy khen xã", "bỏ phiếu đồng ý cho anh Tuấn",
  ])
  func thePlainestOrders(text: String) {
    let reading = TestWorld.read(text)
    #expect(reading.decision == .act, "\(reading)")
  }

  @Test("Destructive orders always ask", arguments: Messages.destructive)
  func alwaysAsks(text: String) {
    let reading = TestWorld.read(text)
    #expect(reading.decision == .confirm)
    #expect(reading.doubt == .always)
  }

  @Test(
    "What is doubtful is asked back",
    arguments: [
      ("đăng ký LĐTT", Doubt.missing),
      ("vui lòng nộp hồ sơ giấy khen xã của anh Tuấn được không ạ", .request),
      ("đăng ký lao đồng tiên tiến cho tôi", .value), ("đnăg ký LĐTT cho tôi", .word(0)),
      // An elder speaks of herself so, but of others too.
      ("đăng ký LĐTT cho chị nhé", .speaker),
      // Not yet agreed is perhaps no vote; a matter is perhaps only spoken of.
      ("phiếu của tôi cho anh Tuấn: chưa đồng ý", .mood),
      ("việc mở phiên họp hội đồng ngày 12/12", .mood),
      // Said again, it is what nobody can do.
      ("nộp hồ sơ của anh Tuấn so được mà nộp", .mood),
      ("thông báo tới thôn Hộ mà chưa có ý kiến", .mood),
      // What somebody should do is advice; what begins so tells of something.
      ("trường nên đổi đăng ký của anh Tuấn sang giấy khen huyện", .mood),
      ("cẩu rơi mà vẫn an toàn 100%, ghi vào sử", .mood),
      // They do it.
      ("họ ký giao ước thi đua cho thôn Hộ", .people),
      ("anh Tuấn có đặt lời nhắc nộp báo cáo chiều mai", .people),
      // Said to somebody else?
      ("Tuấn ơi, mở phiên họp hội đồng nhé", .people),
      ("thêm biên bản hôm 5/1 vào hồ sơ của anh Tuấn", .past),
      // Which of the two is reported?
      ("cập nhật công trình đường hoa từ 20% lên 25%", .value),
      // What is none is told.
      ("nhắc tôi ngày 31/2 nộp báo cáo", .impossible),
      // A comment, and a question behind a text.
      ("đăng ký hội thi kể chuyện ngày 12/12 thì trường em xin không tham gia", .mood),
      ("nhắc tôi nộp báo cáo trước 3 ngày là đủ chưa nhỉ", .mood),
      // How it ends colours all of it.
      ("phản ánh vướng mắc lên xã để xã chuyển lại về thôn cơ mà, hiệu quả quá cơ", .mood),
      // Nothing sets off what was taken for the text.
      ("cô Lan tiết lộ học sinh viết thư đề nghị nêu gương bác bảo vệ", .mood),
      // No such order has these words side by side.
      ("nộp đường hoa hồ sơ giấy khen xã của cô Dung", .wording),
      // A reminder called off, or a complaint about reminders.
      ("đừng nhắc tôi nộp báo cáo nữa", .mood),
    ])
  func doubt(text: String, doubt: Doubt) {
    let reading = TestWorld.read(text)
    #expect(reading.decision == .confirm)
    #expect(reading.doubt == doubt)
  }

  /// One slip from "đừng", "chưa", "không": whether it is one, only the writer knows.
  @Test(arguments: [
    "đừgn nộp hồ sơ giấy khen xã của anh Tuấn", "chưaa đăng ký LĐTT cho cô Lan",
    "đăng ký LĐTT cho cô Lan chauw", "dang ky ldtt cho anh tuan cua",
    "anh Tuấnkhông đăng ký LĐTT",
  ])
  func aHiddenSignalIsHeeded(text: String) {
    #expect(TestWorld.read(text).decision != .act)
  }

  @Test func aLongMessageIsNeverCarriedOut() {
    let text = "đăng ký LĐTT cho tôi " + String(repeating: "nhé ", count: 70)
    #expect(TestWorld.read(text).decision != .act)
  }

  /// A repair never raises the confidence.
  @Test(arguments: [
    ("đăng ký lao động tiên tiến cho tôi", "đăng ký lao động tiênn tiến cho tôi"),
    ("nộp hồ sơ giấy khen xã của anh Tuấn", "nộp hồ sơ giấy khenn xã của anh Tuấn"),
    ("hạn đăng ký là ngày nào", "hạn đăng ký là nagỳ nào"),
    ("ký giao ước thi đua cho thôn Hộ", "ký giao ưowcs thi đua cho thôn Hộ"),
  ])
  func aRepairDoesNotMakeSurer(clean: String, slipped: String) {
    #expect(TestWorld.read(slipped).confidence <= TestWorld.read(clean).confidence)
  }
}
