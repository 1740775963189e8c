import Testing

@testable import ChatClient

@Suite struct HistoryTests {
  @Test func blankAndRepeatedLines_areNotKept() {
    var history = History()
    for line in ["một", "một", "", "  ", "hai", "một"] { history.add(line) }
    #expect(history.entries == ["một", "hai", "một"])
  }

  @Test(arguments: ["đổi mật khẩu thành abc", "Mật Khẩu: abc", "mat khau abc", "password abc"])
  func whatMayHoldASecret_isNotKept(line: String) {
    var history = History()
    let isAdded = history.add(line)
    #expect(!isAdded)
    #expect(history.entries == [])
  }

  @Test func oldestEntriesGoFirst() {
    var history = History(limit: 3)
    for number in 1...5 { history.add("\(number)") }
    #expect(history.entries == ["3", "4", "5"])
  }

  @Test func file_isOneLinePerEntry() {
    let history = History(file: "một\n\nhai\nmật khẩu abc\n")
    #expect(history.file == "một\nhai\n")
    #expect(History(file: history.file) == history)
  }
}
