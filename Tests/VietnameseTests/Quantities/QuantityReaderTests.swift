import CivilTime
import Testing
import Vietnamese

/// All phrases are read on Friday 2022-01-07 at 08:00.
@Suite struct QuantityReaderTests {
  private let now = Instant(iso: "2022-01-07T08:00:00+07:00") ?? Instant(milliseconds: 0)

  /// The phrases of a text one after another, in short form.
  private func read(_ text: String) -> [String] {
    let words = PhraseWord.words(of: FoldedText(text))
    let reader = QuantityReader(words: words, now: now)
    var found: [String] = []
    var index = 0
    while index < words.count {
      if let phrase = reader.read(at: index) {
        found.append(short(phrase.quantity))
        index += phrase.count
      } else {
        index += 1
      }
    }
    return found
  }

  private func short(_ quantity: Quantity) -> String {
    switch quantity {
    case .number(let value): value == value.rounded() ? "\(Int(value))" : "\(value)"
    case .percent(let value): "\(value)%"
    case .year(let year): "year \(year)"
    case .day(let day, _): day.iso
    case .span(let span): span.iso
    case .impossible: "impossible"
    case .timeOfDay(let time, _): time.hoursMinutes
    case .moment(let moment): moment.iso
    case .duration(let length): length.iso
    case .ahead(let length): "+" + length.iso
    case .lead(let length): "before " + length.iso
    case .ago(let length): "ago " + length.iso
    }
  }

  @Test(arguments: [
    ("15/1", "2022-01-15"), ("5/1", "2023-01-05"), ("15-01-2022", "2022-01-15"),
    ("15.1.2022", "2022-01-15"), ("15/1/22", "2022-01-15"), ("ngày 15/1", "2022-01-15"),
    ("ngày 15 tháng 1 năm 2022", "2022-01-15"), ("15 tháng 3", "2022-03-15"),
    ("ngày 2 tháng chín", "2022-09-02"), ("mười lăm tháng ba", "2022-03-15"),
    ("ngày 15 tháng 3/2023", "2023-03-15"), ("ngày 15", "2022-01-15"), ("ngày 5", "2022-02-05"),
    ("ngày 20 tháng này", "2022-01-20"), ("ngày 20 tháng sau", "2022-02-20"),
    ("31/2", "impossible"), ("31/2/2022", "impossible"), ("42/11/2021", "impossible"),
    ("29/2", "2024-02-29"), ("ngay 15 thang 1", "2022-01-15"),
  ])
  func daysOfTheCalendar(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(
    arguments: [
      ("31/2", .noSuchDay), ("29/2/2022", .noSuchDay), ("ngày 40", .noSuchDay),
      ("15/13", .noSuchDay), ("mùng 31 tháng giêng", nil), ("30 tháng 2 âm lịch", .noSuchDay),
      ("thứ sáu 15/1", CivilDate(iso: "2022-01-15").map { .otherWeekday($0) }),
      ("thứ bảy 15/1", nil),
      ("từ 20/1 đến 15/1", .endsBeforeBegin), ("từ 20/1/2022 đến 15/1/2022", .endsBeforeBegin),
      ("từ ngày 22 đến ngày 15/11", .endsBeforeBegin), ("từ 15/11 đến 22/1", nil),
      ("lúc 25 giờ", .noSuchTime), ("8h70", .noSuchTime), ("8:70 sáng mai", .noSuchTime),
      ("8h70 ngày mai", .noSuchTime), ("70:30", nil), ("25 giờ", nil), ("8h59", nil),
    ] as [(String, TimeFault?)])
  func whatIsNoDayAndNoTime(text: String, expected: TimeFault?) {
    let reader = QuantityReader(words: PhraseWord.words(of: FoldedText(text)), now: now)
    let fault: TimeFault? =
      if case .impossible(let fault)? = reader.read(at: 0)?.quantity { fault } else { nil }
    #expect(fault == expected)
  }

  /// As it was the last time, where neither year nor week was said.
  @Test(arguments: [
    ("4/1", "2022-01-04"), ("15/1", "2021-01-15"), ("ngày 4 tháng 1", "2022-01-04"),
    ("7/1", "2022-01-07"), ("29/2", "2020-02-29"), ("ngày 5", "2022-01-05"),
    ("ngày 7", "2022-01-07"), ("ngày 15", "2021-12-15"), ("ngày 31", "2021-12-31"),
    ("thứ hai", "2022-01-03"), ("thứ sáu", "2022-01-07"), ("chủ nhật", "2022-01-02"),
    ("15/1/2022", nil), ("thứ hai tuần sau", nil), ("hôm qua", nil), ("mai", nil),
  ])
  func theLastSuchDay(text: String, expected: String?) {
    let reader = QuantityReader(words: PhraseWord.words(of: FoldedText(text)), now: now)
    guard case .day(_, let last)? = reader.read(at: 0)?.quantity else {
      Issue.record("\(text) is no day")
      return
    }
    #expect(last?.iso == expected)
  }

  @Test(arguments: [
    ("ngày 15 tháng giêng", "2022-02-15"), ("rằm tháng giêng", "2022-02-15"),
    ("rằm tháng bảy", "2022-08-12"), ("mùng 1 tháng giêng", "2022-02-01"),
    ("mùng 3 tết", "2022-02-03"), ("28 tết", "2022-01-30"), ("30 tet", "2022-01-31"),
    ("23 tháng chạp", "2022-01-25"), ("10/3 âm lịch", "2022-04-10"), ("rằm", "2022-01-17"),
    ("20 tháng giêng dương lịch", "2022-01-20"),
  ])
  func lunarDays(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    ("hôm nay", "2022-01-07"), ("mai", "2022-01-08"), ("ngày mai", "2022-01-08"),
    ("ngày mốt", "2022-01-09"), ("ngày kia", "2022-01-09"), ("hôm qua", "2022-01-06"),
    ("hôm kia", "2022-01-05"), ("bữa nay", "2022-01-07"), ("thứ hai", "2022-01-10"),
    ("thứ 2", "2022-01-10"), ("t2", "2022-01-10"), ("cn", "2022-01-09"),
    ("chủ nhật", "2022-01-09"), ("thứ sáu", "2022-01-14"), ("thứ sáu này", "2022-01-07"),
    ("thứ hai này", "2022-01-10"),
    ("thứ hai tuần sau", "2022-01-10"), ("thứ sáu tuần tới", "2022-01-14"),
    ("thứ tư tuần sau nữa", "2022-01-19"), ("thu hai tuan sau", "2022-01-10"),
    ("thứ bảy 15/1", "2022-01-15"), ("thứ sáu 15/1", "impossible"),
    ("thứ sáu ngày 14/1", "2022-01-14"), ("thứ ba 4/1", "2022-01-04"),
    ("hôm 4/1", "2022-01-04"), ("hôm 20/1", "2022-01-20"), ("bữa 5 tháng 1", "2022-01-05"),
    ("hôm 4/1/2023", "2023-01-04"),
  ])
  func daysFromToday(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    ("cuối tháng", "2022-01-31"), ("đầu tháng sau", "2022-02-01"), ("giữa tháng 3", "2022-03-15"),
    ("hết quý 2", "2022-06-30"), ("cuối năm", "2022-12-31"), ("giữa năm", "2022-06-30"),
    ("cuối quý I", "2022-03-31"), ("đầu tuần sau", "2022-01-10"), ("cuối tuần", "2022-01-08"),
    ("hết tháng 3", "2022-03-31"), ("hết ngày 15/1", "2022-01-15"),
    ("tháng 3", "2022-03-01/2022-03-31"), ("tháng 3 năm 2024", "2024-03-01/2024-03-31"),
    ("tháng 03/2024", "2024-03-01/2024-03-31"), ("quý 2", "2022-04-01/2022-06-30"),
    ("quý này", "2022-01-01/2022-03-31"), ("tuần sau", "2022-01-10/2022-01-16"),
    ("tháng sau", "2022-02-01/2022-02-28"),
    ("từ ngày 15 đến ngày 22 tháng 11 năm 2022", "2022-11-15/2022-11-22"),
    ("từ 15/11 đến 22/11", "2022-11-15/2022-11-22"), ("15/11 - 22/11", "2022-11-15/2022-11-22"),
    ("từ 15 đến 22/11", "2022-11-15/2022-11-22"), ("năm nay", "year 2022"),
    ("năm ngoái", "year 2021"), ("năm 2023", "year 2023"), ("2024", "year 2024"),
    ("năm sau", "year 2023"),
  ])
  func spansAndEdges(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    ("8h30", "08:30"), ("8 giờ rưỡi", "08:30"), ("8 giờ kém 15", "07:45"), ("14:30", "14:30"),
    ("8h30 sáng", "08:30"), ("2 giờ chiều", "14:00"), ("chiều 2 giờ", "14:00"),
    ("7h tối", "19:00"), ("tám giờ", "08:00"), ("14 giờ 30 phút", "14:30"),
    ("8h sáng mai", "2022-01-08T08:00:00+07:00"), ("chiều mai 2 giờ", "2022-01-08T14:00:00+07:00"),
    ("14 giờ 30 ngày 10/1", "2022-01-10T14:30:00+07:00"),
    ("thứ hai lúc 8h", "2022-01-10T08:00:00+07:00"), ("sáng mai", "2022-01-08T08:00:00+07:00"),
    ("8h ngày 10/1", "2022-01-10T08:00:00+07:00"), ("mai lúc 9h", "2022-01-08T09:00:00+07:00"),
    ("tối nay 8h", "2022-01-07T20:00:00+07:00"), ("chiều nay", "2022-01-07T14:00:00+07:00"),
    ("đầu giờ chiều mai", "2022-01-08T13:30:00+07:00"),
    ("8h sang mai", "2022-01-08T08:00:00+07:00"), ("9h toi nay", "2022-01-07T21:00:00+07:00"),
    ("lúc 9h thứ hai tuần sau", "2022-01-10T09:00:00+07:00"),
  ])
  func timesOfDay(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    ("3 ngày", "P3D"), ("hai tiếng", "PT2H"), ("nửa tiếng", "PT30M"), ("một tuần", "P7D"),
    ("30 phút", "PT30M"), ("1 tiếng rưỡi", "PT90M"), ("một tháng", "P1M"),
    ("nửa tiếng nữa", "+PT30M"), ("3 ngày nữa", "+P3D"), ("sau 2 tiếng", "+PT2H"),
    ("trước 3 ngày", "before P3D"), ("cách đây 3 ngày", "ago P3D"), ("30p nữa", "+PT30M"),
    ("2 ngày làm việc", "P2D"), ("truoc 3 ngay", "before P3D"), ("trước một tuần", "before P7D"),
    ("nửa tháng", "P15D"), ("5p", "PT5M"), ("còn 5 ngày tới hạn", "before P5D"),
    ("3 ngày nữa đến hạn", "before P3D"), ("3 ngày tới", "+P3D"),
  ])
  func lengthsOfTime(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    ("hai mươi lăm", "25"), ("hai mốt", "2"), ("hăm lăm", "25"), ("ba mươi tư", "34"),
    ("một trăm linh năm", "105"), ("trăm rưỡi", ""), ("1,5 triệu", "1500000"),
    ("428.000.000 đ", "428000000"), ("64 triệu đồng", "64000000"), ("99,64 %", "99.64%"),
    ("99.64%", "99.64%"), ("một nửa", "50.0%"), ("phân nửa", "50.0%"), ("93 phần trăm", "93.0%"),
    ("2 tỷ", "2000000000"),
    ("1 triệu 200 nghìn", "1200000"), ("64tr", "64000000"), ("1 triệu rưỡi", "1500000"),
    ("mười hai", "12"), ("1.234", "1234"), ("12", "12"), ("bảy phẩy năm", "7.5"),
  ])
  func numbers(text: String, expected: String) {
    #expect(read(text).first ?? "" == expected)
  }

  @Test(arguments: ["mấy năm nay", "may nam nay"])
  func manyYearsAreNone(text: String) {
    #expect(!read(text).contains { $0.hasPrefix("year") })
  }

  @Test(arguments: ["ngày", "tháng", "mùng 15", "qua", "thứ", "năm", "trước", "nam nữ", "từ đó"])
  func wordsThatAloneAreNoDate(text: String) {
    #expect(!read(text).contains { $0.contains("-") || $0 == "impossible" })
  }
}
