import Testing
import Understanding
import Vietnamese

/// "Hoa", "Hòa" and "Hóa" are three people; written without marks, the assistant asks which.
@Suite struct PeopleTests {
  @Test(
    "Who is meant",
    arguments: [
      ("rút đăng ký của anh Hòa", [102]), ("rút đăng ký của anh Hóa", [103]),
      ("rút đăng ký của chị Hoa", [101, 104]), ("rut dang ky cua chi hoa", [101, 102, 103, 104]),
      ("rút đăng ký của Nguyễn Thị Hoa", [101]),
      ("rút đăng ký của chị Hoa bên trường tiểu học", [101]),
      ("rút đăng ký của bà Thị Hạnh", [110]), ("rút đăng ký của anh Páo", []),
      ("Rút Đăng Ký Của Chị Hoa Bên Trường Tiểu Học", [101]),
      // "chánh" is southern for "chính", and a name.
      ("rút đăng ký của anh Chánh", [131]), ("rút đăng ký của Phạm Văn Chánh", [131]),
    ])
  func candidates(text: String, expected: [Int64]) {
    #expect(TestWorld.read(text).slots.subject?.candidates.sorted() == expected)
  }

  @Test(
    "A slip in a whole name leads to the only one whose name it may be, and is asked back",
    arguments: [
      ("Đăng ký LĐTT cho chị Nguyễn hTị Hoa", [101]), ("Đăng ký LĐTT cho Đặng Tị Hạnh", [110]),
      ("Đăng ký LĐTT cho chị Đặng Thị Hạnhn", [110]),
      // Marks are no slip: Ms. Hoà is another.
      ("Đăng ký LĐTT cho chị Nguyễn hTị Hòa", []),
    ] as [(String, [Int64])])
  func slips(text: String, expected: [Int64]) {
    let reading = TestWorld.read(text)
    #expect(reading.slots.subject?.candidates == expected)
    if !expected.isEmpty { #expect(reading.decision == .confirm) }
  }

  @Test(
    "Whom a message tells of",
    arguments: [
      // A given name and the whole name are one person.
      ("Ông Bình hiến đất, cháu lập hồ sơ giấy khen xã cho ông Nguyễn Văn Bình", [106]),
      // "Cháu" is whom it is said to.
      ("Ông Nguyễn Văn Bình ốm rồi, cháu rút tên ông ấy khỏi lao động tiên tiến", [106]),
      // Thái Bình is a province.
      ("chị Đặng Thị Hạnh ở Thái Bình về, rút đăng ký của chị ấy", [110]),
    ])
  func spokenOf(text: String, expected: [Int64]) {
    #expect(TestWorld.read(text).slots.subject?.candidates == expected)
  }

  @Test(
    "A household, with its marks and without",
    arguments: [
      "đăng ký gia đình văn hóa cho hộ Đặng Thị Hạnh",
      "dang ky gia dinh van hoa cho ho Dang Thi Hanh",
      "dang ky gia dinh van hoa cho nha ba Dang Thi Hanh",
    ])
  func household(text: String) {
    guard case .household([110], _)? = TestWorld.read(text).slots.subject else {
      Issue.record("\(TestWorld.read(text))")
      return
    }
  }

  @Test(
    "What it is changed to is nobody, unless it has a capital",
    arguments: [
      ("đổi đăng ký của em sang lao động tiên tiến", []),
      ("sửa đăng ký giúp em thành lao động tiên tiến", []),
      ("đổi đăng ký của em Sang sang lao động tiên tiến", [301]),
      ("đăng ký lao động tiên tiến cho em sang", [301]),
    ] as [(String, [Int64])])
  func exchanged(text: String, expected: [Int64]) {
    let lexicon = Lexicon(people: [
      .init(id: 301, name: "Lý Văn Sang"), .init(id: 302, name: "Lý Văn Thành"),
    ])
    let reading = TestWorld.recognizer.read(text, lexicon: lexicon, now: TestWorld.now)
    #expect(reading.slots.subject?.candidates ?? [] == expected)
  }

  @Test("Who asks for it is not whom it is about")
  func favour() {
    let slots = TestWorld.read("nộp hồ sơ của trạm y tế giúp chị Dung").slots
    guard case .unit([10], _)? = slots.subject else {
      Issue.record("\(slots)")
      return
    }
    #expect(TestWorld.read("nộp hồ sơ giúp chị Dung").slots.subject?.candidates == [117])
  }

  @Test(
    "Several of one decision, each with the place that tells who it is",
    arguments: [
      ("ghi quyết định 12/QĐ-UBND khen anh Hòa và anh Hóa", [[102], [103]]),
      ("ghi quyết định 12/QĐ-UBND khen anh Hòa, chị Hoa bên trường tiểu học", [[102], [101]]),
      ("ghi quyết định 12/QĐ-UBND khen chị Hoa bên trường tiểu học", [[101]]),
      ("ghi quyết định 12/QĐ-UBND", []),
    ] as [(String, [[Int64]])])
  func several(text: String, expected: [[Int64]]) {
    let slots = TestWorld.read(text).slots
    let named = (slots.subject.map { [$0] } ?? []) + slots.others
    #expect(named.map { $0.candidates.sorted() } == expected)
  }

  /// They begin with a letter for man or woman, and end in the name of the clan.
  @Test(
    "Names of the Central Highlands",
    arguments: [
      ("rút đăng ký của Y Thuyên Mlô", [201]), ("rút đăng ký của Y Thuyên", [201]),
      ("rút đăng ký của anh Thuyên", [201]), ("rút đăng ký của chị H'Nga", [202]),
      ("rút đăng ký của chị H’Nga Êban", [202]), ("rut dang ky cua chi h'nga", [202]),
    ])
  func highlanders(text: String, expected: [Int64]) {
    let lexicon = Lexicon(people: [
      .init(id: 201, name: "Y Thuyên Mlô"), .init(id: 202, name: "H'Nga Êban"),
    ])
    let reading = TestWorld.recognizer.read(text, lexicon: lexicon, now: TestWorld.now)
    #expect(reading.slots.subject?.candidates == expected)
  }

  @Test(
    "What has a name's letters and is none",
    arguments: [
      // Who writes names with capitals writes none without.
      ("kiểm tra giúp chị trường hợp của cô Hạnh", [110]),
      ("rút đăng ký của cô Hạnh, cô chuyển vô Nam rồi", [110]),
    ])
  func noNames(text: String, expected: [Int64]) {
    #expect(TestWorld.read(text).slots.subject?.candidates == expected)
  }

  @Test func namesakesAreAChoice() {
    #expect(TestWorld.read("đăng ký LĐTT cho chị Hoa").decision == .choose)
    #expect(TestWorld.read("dang ky ldtt cho anh hoa").decision == .choose)
  }

  /// Changing only marks never swaps one person for another silently.
  @Test(arguments: ["Hoa", "Hòa", "Hóa", "Hùng", "Hưng", "Thủy", "Thúy", "Dung", "Dũng"])
  func otherMarksAreOtherPeople(name: String) throws {
    let bare = Spelling.unmarked.applied(to: name)
    let known = ["Hoa", "Hòa", "Hóa", "Hùng", "Hưng", "Thủy", "Thúy", "Dung", "Dũng"]
    let own = TestWorld.read("đăng ký LĐTT cho chị \(name)").slots.subject?.candidates ?? []
    #expect(!own.isEmpty)
    for other in known where other != name && Spelling.unmarked.applied(to: other) == bare {
      let others = TestWorld.read("đăng ký LĐTT cho chị \(other)").slots.subject?.candidates ?? []
      #expect(Set(own).isDisjoint(with: others), "\(name) and \(other)")
    }
    let unmarked = TestWorld.read("dang ky ldtt cho chi \(bare.lowercased())")
    #expect(Set(own).isSubset(of: unmarked.slots.subject?.candidates ?? []))
    #expect(unmarked.decision != .act || unmarked.slots.subject?.candidates == own)
  }

  @Test func aChangeOfNamesIsSeenAtOnce() {
    let message = "đăng ký LĐTT cho anh Sính"
    #expect(TestWorld.read(message).slots.subject?.candidates == [])
    let more = Lexicon(people: [.init(id: 7, name: "Lục Văn Sính", unit: 1)])
    let reading = TestWorld.recognizer.read(message, lexicon: more, now: TestWorld.now)
    #expect(reading.slots.subject == .person(candidates: [7], asWritten: "Sính"))
    #expect(reading.decision == .act)
  }
}
