import CivilTime
import Testing
import Understanding
import Vietnamese

/// Every slot of the contract, as people say it. The day is Friday, 7 January 2022.
@Suite struct SlotTests {
  @Test(
    "One message, all its slots",
    arguments: [
      (
        "đăng ký CSTĐCS cho chị Hạnh bên trạm y tế",
        ["honour": "CSTDCS", "subject": "Đặng Thị Hạnh"]
      ),
      ("đăng ký LĐTT và giấy khen xã cho tôi", ["honour": "LDTT,GKX", "subject": "me"]),
      (
        "nộp hồ sơ gia đình văn hóa của hộ ông Ba",
        ["honour": "GDVH", "subject": "household:Võ Văn Ba"]
      ),
      ("ai ở hội phụ nữ chưa đăng ký", ["unit": "Hội Liên hiệp Phụ nữ xã"]),
      (
        "nhắc tôi 8h sáng mai nộp hồ sơ",
        ["time": "2022-01-08T08:00:00+07:00", "text": "nộp hồ sơ"]
      ),
      (
        "gia hạn đăng ký đến thứ sáu tuần sau", ["milestone": "registration", "date": "2022-01-14"]
      ),
      ("bỏ phiếu không đồng ý cho anh Tuấn", ["subject": "Hoàng Văn Tuấn", "vote": "disagree"]),
      ("xuất danh sách đăng ký ra excel", ["format": "xlsx", "text": "danh sách đăng ký"]),
      (
        "trả lại hồ sơ của cô Lan vì thiếu biên bản",
        ["subject": "Lê Thị Lan", "decision": "return", "text": "thiếu biên bản"]
      ),
      ("báo thu ngân sách được 428.000.000 đ", ["number": "428000000", "text": "thu ngân sách"]),
      ("năm ngoái ai được giấy khen xã", ["year": "2021", "honour": "GKX"]),
      ("chỉ tiêu của phong trào 60 năm", ["campaign": "quy-hop-2023"]),
      ("trả lời vướng mắc 12: đã gửi 3 mẫu", ["number": "12", "text": "đã gửi 3 mẫu"]),
      ("trả lời phản ánh: họp lúc 15:30", ["text": "họp lúc 15:30"]),
    ])
  func slots(text: String, expected: [String: String]) {
    #expect(TestWorld.read(text).slots.plain(TestWorld.lexicon) == expected)
  }

  @Test(
    "Whoever is older than the assistant speaks of himself by his title",
    arguments: [
      ("đăng ký LĐTT cho chị nhé", "me"), ("bác muốn đăng ký LĐTT", "me"),
      ("đăng ký LĐTT cho chị Hạnh nhé", "Đặng Thị Hạnh"), ("đăng ký LĐTT cho các chị nhé", nil),
    ])
  func elders(text: String, subject: String?) {
    #expect(TestWorld.read(text).slots.plain(TestWorld.lexicon)["subject"] == subject)
  }

  @Test(
    "A negator turns a vote and a decision",
    arguments: [
      ("phiếu của tôi cho anh Tuấn: đồng ý", "agree"),
      ("phiếu của tôi cho anh Tuấn: chưa đồng ý", "disagree"),
      ("tôi chẳng đồng ý cho anh Tuấn", "disagree"),
      ("tôi không thể đồng ý với anh Tuấn", "disagree"),
      ("tôi chưa có ý kiến về anh Tuấn", "abstain"),
    ])
  func votes(text: String, vote: String) {
    let reading = TestWorld.read(text)
    #expect(reading.intent == .councilVote)
    #expect(reading.slots.vote?.rawValue == vote)
  }

  @Test(
    "A share of the work is no day",
    arguments: [
      ("công trình đường hoa làm được 1/4", ["text": "đường hoa", "percent": "25"]),
      ("công trình đường hoa được 2/3 rồi", ["text": "đường hoa", "percent": "66.67"]),
      ("gia hạn đăng ký đến 1/4", ["milestone": "registration", "date": "2022-04-01"]),
    ])
  func shares(text: String, expected: [String: String]) {
    #expect(TestWorld.read(text).slots.plain(TestWorld.lexicon) == expected)
  }

  @Test(
    "Units by the head of their kind; compounds with their name are none",
    arguments: [
      ("ai ở trường Dương Hòa chưa đăng ký", "Trường Tiểu học Dương Hòa"),
      ("ai ở trạm y tế chưa đăng ký", "Trạm Y tế xã"),
      ("chỉ tiêu bảo hiểm y tế đạt bao nhiêu rồi", nil),
      ("chỉ tiêu học sinh giỏi đạt bao nhiêu rồi", nil),
      ("chỉ tiêu bảo hiểm y tế của thôn Hộ đạt bao nhiêu rồi", "Thôn Hộ"),
    ])
  func units(text: String, unit: String?) {
    #expect(TestWorld.read(text).slots.plain(TestWorld.lexicon)["unit"] == unit)
  }

  @Test(
    "Heads of units' names",
    arguments: [
      ("ai ở tổ 7 chưa đăng ký", "Tổ dân phố 7"), ("ai ở trường Hoa Sen chưa đăng ký", "Hoa Sen"),
      ("ai ở khu Bình An chưa đăng ký", "Khu phố Bình An"),
      ("ai ở nông trường chưa đăng ký", "Nông trường Cà phê Đăk Tiêng"),
      ("ai ở ban quản lý chợ chưa đăng ký", "Ban quản lý chợ Lương Hòa"),
      ("ai ở công đoàn cảng chưa đăng ký", "Công đoàn cảng Sáu Kho"),
      ("ai ở hợp tác xã chè chưa đăng ký", "Hợp tác xã Chè Đồi Xanh"),
      ("ai ở làng nghề chiếu cói chưa đăng ký", "Làng nghề chiếu cói Đông Thịnh"),
      ("ai ở vp chưa đăng ký", "Văn phòng UBND phường"),
      ("ai ở văn phòng ubnd phường chưa đăng ký", "Văn phòng UBND phường"),
    ])
  func heads(text: String, unit: String) {
    let lexicon = Lexicon(
      units: [
        "Tổ dân phố 7", "Khu phố Bình An", "Trường Mầm non Hoa Sen",
        "Nông trường Cà phê Đăk Tiêng", "Ban quản lý chợ Lương Hòa", "Công đoàn cảng Sáu Kho",
        "Văn phòng UBND phường", "Hợp tác xã Chè Đồi Xanh", "Làng nghề chiếu cói Đông Thịnh",
      ].enumerated().map { .init(id: Int64($0.offset + 1), name: $0.element) },
      wordings: TestWorld.recognizer.nameWordings)
    let reading = TestWorld.recognizer.read(text, lexicon: lexicon, now: TestWorld.now)
    #expect(reading.slots.plain(lexicon)["unit"]?.hasSuffix(unit) ?? false)
  }

  @Test(
    "Whom a message is said to is no part of its text",
    arguments: [
      ("góp ý là hạn đăng ký ngắn quá em ạ", "hạn đăng ký ngắn quá"),
      // What follows a colon is read to others as it stands.
      ("thông báo: mai họp lúc 8 giờ sáng các chị nhé", "mai họp lúc 8 giờ sáng các chị nhé"),
      ("thông báo: mai họp lúc 8 giờ nha ad", "mai họp lúc 8 giờ"),
      ("trả lời vướng mắc này giúp chị", nil),
    ])
  func vocatives(text: String, said: String?) {
    #expect(TestWorld.read(text).slots.text == said)
  }

  @Test(
    "A question about several kinds of work is about all",
    arguments: [
      ("công trình, phần việc nào chậm tiến độ", nil),
      ("công trình nào chậm tiến độ", WorkKind.work),
      ("xem các mô hình, mô hình nào xong rồi", .model),
    ])
  func workKinds(text: String, kind: WorkKind?) {
    let reading = TestWorld.read(text)
    #expect(reading.intent == .workList)
    #expect(reading.slots.workKind == kind)
  }

  @Test(
    "What is over was the last such day, what is to come the next",
    arguments: [
      ("ghi quyết định 44/QĐ-UBND ngày 4/1 khen cô Lan", "2022-01-04"),
      ("ghi quyết định 44/QĐ-UBND ký hôm thứ hai khen cô Lan", "2022-01-03"),
      ("ghi quyết định 44/QĐ-UBND ngày 4/1/2023 khen cô Lan", "2023-01-04"),
      ("đã họp sơ kết ngày 28/12", "2021-12-28"),
      ("gia hạn đăng ký đến ngày 4/1", "2023-01-04"),
    ])
  func pastAndFuture(text: String, date: String) {
    #expect(TestWorld.read(text).slots.date?.iso == date)
  }

  @Test(
    "A bare hour is a length where one is wanted",
    arguments: [
      ("nhắc lại sau 2 giờ", "PT2H", nil), ("hoãn nhắc 01 giờ", "PT1H", nil),
      ("hoãn nhắc cho tôi 2 giờ", "PT2H", nil),
      ("hoãn nhắc sang 2 giờ", nil, "2022-01-07T14:00:00+07:00"),
      ("nhắc lại lúc 10 giờ", nil, "2022-01-07T10:00:00+07:00"),
    ] as [(String, String?, String?)])
  func bareHours(text: String, duration: String?, time: String?) {
    let slots = TestWorld.read(text).slots.plain(TestWorld.lexicon)
    #expect(slots["duration"] == duration)
    #expect(slots["time"] == time)
  }

  @Test(
    "What belongs to a text, and what does not",
    arguments: [
      ("mô hình “Biến rác thành tiền” đạt 65%", "Biến rác thành tiền"),
      ("mô hình \"Biến rác thành tiền\" đạt 65%", "Biến rác thành tiền"),
      // A quotation inside of a longer text is a part of it.
      (
        "thông báo: mời bà con dự lễ phát động \"Toàn dân đoàn kết\" lúc 8 giờ sáng mai",
        "mời bà con dự lễ phát động \"Toàn dân đoàn kết\" lúc 8 giờ sáng mai"
      ),
      ("trả lời phản ánh số 3: mẫu “M2a” đã có trên trang", "mẫu “M2a” đã có trên trang"),
      // Who is answered, and whom it is for.
      ("trả lời phản ánh của bà con vườn hoa: xã cử người xuống", "xã cử người xuống"),
      ("gửi mô hình hay cho chị: phiên chợ đổi rác lấy quà", "phiên chợ đổi rác lấy quà"),
      // A target is called so.
      ("hộ dùng điện kế đạt 99,2%, ghi nhé", "hộ dùng điện kế"),
      // The end of a question is no reason.
      ("hồ sơ cô Lan trả lại chưa vậy", nil),
      // Who did it is the subject.
      ("gương tốt: anh Tuấn hiến 80 mét vuông đất làm hẻm", "hiến 80 mét vuông đất làm hẻm"),
      ("trả lời phản ánh số 3: lỗi đã sửa, thử lại nhé", "lỗi đã sửa, thử lại nhé"),
      ("trả lời phản ánh số 3: lỗi đã sửa rồi, nhé", "lỗi đã sửa rồi"),
    ] as [(String, String?)])
  func bordersOfTexts(text: String, expected: String?) {
    #expect(TestWorld.read(text).slots.text == expected)
  }

  @Test(
    "Of an honour's name one word may have a slip, which is asked back",
    arguments: [
      ("đăng ký lai động tiên tiến cho anh Tuấn", "LDTT"),
      ("đăng ký la động tiên tiến cho anh Tuấn", "LDTT"),
      ("đăng ký chiến sĩ thi đau cơ sở cho anh Tuấn", "CSTDCS"),
      // Not the honour of a person whose name is the rest of it.
      ("đăng ký tập hể lao động tiên tiến cho hội phụ nữ", "TTLDTT"),
      ("lập hồ sơ bằn khen tỉnh cho anh Tuấn", "BKT"),
      ("lập hồ sơ bằng khen tỉng cho anh Tuấn", "BKT"),
    ])
  func slipsInHonours(text: String, code: String) {
    let reading = TestWorld.read(text)
    #expect(reading.slots.honours == [code])
    #expect(reading.decision == .confirm)
  }

  @Test("What stands beside an honour's name is no part of it")
  func besideHonours() {
    let reading = TestWorld.read("nộp hồ sơ gia đình văn hóa của hộ ông Tuấn")
    #expect(reading.slots.honours == ["GDVH"])
    #expect(reading.decision == .act)
  }

  @Test("Contradictory and impossible dates are asked back", arguments: ["30/2", "31/4", "32/1"])
  func impossibleDates(date: String) {
    let reading = TestWorld.read("gia hạn đăng ký đến ngày \(date)")
    #expect(reading.intent == .milestoneExtend)
    #expect(reading.decision != .act)
    #expect(reading.slots.date?.iso == nil)
  }

  @Test(
    "Of two days or times side by side none is taken, and nothing is done",
    arguments: [
      ("nhắc tôi ngày mai 10/1 nộp báo cáo", "2022-01-08, 2022-01-10"),
      ("nhắc tôi ngày kia thứ ba nộp báo cáo", "2022-01-09, 2022-01-11"),
      ("dời hạn nộp hồ sơ sang ngày mai 15/1", "2022-01-08, 2022-01-15"),
      ("nhắc tôi lúc 8h sáng chiều mai họp", "08:00, 14:00"),
      ("nhắc tôi lúc 25 giờ mai", "no such time"),
      ("nhắc tôi lúc 8h70 ngày mai họp", "no such time"),
      ("nhắc tôi thứ sáu 15/1 nộp hồ sơ", "is 2022-01-15"),
      ("gia hạn đăng ký đến 31/11", "no such day"),
      ("nhắc tôi sáng mai 8/1 nộp báo cáo", nil), ("nhắc tôi mai thứ bảy nộp báo cáo", nil),
      ("báo cáo 45/50 hộ tham gia bảo hiểm y tế", nil),
    ] as [(String, String?)])
  func contradictions(text: String, expected: String?) {
    let reading = TestWorld.read(text)
    guard case .impossible(_, let fault)? = reading.slots.date else {
      #expect(expected == nil)
      return
    }
    #expect(short(fault) == expected)
    #expect(reading.slots.time == nil)
    #expect(reading.decision != .act)
  }

  private func short(_ fault: TimeFault) -> String {
    switch fault {
    case .noSuchDay: "no such day"
    case .otherWeekday(let day): "is " + day.iso
    case .twoDays(let one, let other): one.iso + ", " + other.iso
    case .endsBeforeBegin: "ends before it begins"
    case .noSuchTime: "no such time"
    case .twoTimes(let one, let other): one.hoursMinutes + ", " + other.hoursMinutes
    }
  }

  @Test(
    "A text comes out as it was written",
    arguments: [
      ("báo vướng mắc: chưa có mẫu M2a cho thôn!", "chưa có mẫu M2a cho thôn"),
      (
        "thông báo cho mọi người: Chiều NAY họp ở hội trường B2",
        "Chiều NAY họp ở hội trường B2"
      ),
      ("thêm tờ trình số 05/TTr-HPN vào hồ sơ của cô Lan", "05/TTr-HPN"),
    ])
  func texts(text: String, expected: String) {
    #expect(TestWorld.read(text).slots.text == expected)
  }
}
