import Campaigns
import CivilTime

/// The Vietnamese words of every fault, in one place: what is wrong, and what to do about it.
enum FaultWording {
  static func message(_ problem: Problem) -> String {
    switch problem {
    case .unreadable(let path, _): "không đọc được tệp \(path)"
    case .notUTF8: "tệp không phải văn bản UTF-8"
    case .tooLarge(let bytes): "tệp quá lớn (\(bytes) byte)"
    case .empty: "tệp trống"
    case .severalDocuments: "tệp có hơn một tài liệu YAML"
    case .notATable: "tệp không bắt đầu bằng các dòng “khóa: giá trị”"
    case .syntax(let syntax): message(syntax)
    case .unknownKey(let key, _, _): "khóa “\(key)” không có ở mục này"
    case .missingKey(let key): "thiếu khóa “\(key)”"
    case .duplicateKey(let key, let line): "khóa “\(key)” đã có ở dòng \(line)"
    case .wrongType(let key, let expected, let found):
      "“\(key)” phải là \(name(expected)), đang là \(name(found))"
    case .emptyText(let key): "“\(key)” bỏ trống"
    case .severalLines(let key): "“\(key)” có xuống dòng"
    case .emptyList(let key): "danh sách “\(key)” không có phần tử nào"
    case .malformedID(let key, let value): "“\(key)”: “\(value)” không dùng làm mã được"
    case .malformedDate(let key, let value): "“\(key)”: “\(value)” không phải ngày"
    case .impossibleDate(let key, let value): "“\(key)”: lịch không có ngày \(value)"
    case .malformedDayOfYear(let key, let value): "“\(key)”: năm không có ngày “\(value)”"
    case .malformedNumber(let key, let value): "“\(key)”: “\(value)” không phải số"
    case .numberOutOfRange(let key, let value, let range):
      "“\(key)”: \(value) nằm ngoài khoảng \(range.lowerBound)–\(range.upperBound)"
    case .unknownChoice(let key, let value, _, _): "“\(key)” không nhận giá trị “\(value)”"
    case .duplicateValue(let key, let value, let line):
      "“\(key)”: “\(value)” trùng với dòng \(line)"
    case .lastBeforeFirst(let first, let last):
      "ngày cuối \(words(last)) trước ngày đầu \(words(first))"
    case .opensAfterLastDay(let opens, let last):
      "mở ngày \(words(opens)), sau ngày cuối còn hạn \(words(last))"
    case .outsideCampaign(let day, let period):
      "ngày \(words(day)) không thuộc phong trào (\(words(period)))"
    case .spanOutsideCampaign(let span, let period):
      "khoảng \(words(span)) vượt ra ngoài thời gian phong trào (\(words(period)))"
    case .wrongYear(let year, let day): "ngày \(words(day)) không thuộc năm \(year)"
    case .overlap(let last, let first): overlap(last, first)
    case .figureNeedsValue(let key): "chỉ tiêu bằng số thiếu “\(key)”"
    case .figureWithoutValue(let key): "chỉ tiêu giữ vững (kept) lại có “\(key)”"
    case .upperEndBelowValue: "“up_to” không lớn hơn “value”"
    case .oneFormOnly(let key, _): "“\(key)” phải theo đúng một dạng"
    case .nothingToRepeat(let list): "mốc lặp lại nhưng “\(list)” không có mục nào có ngày"
    case .cannotRepeat(let kind): "mốc “\(kind)” không lặp lại theo đợt, theo vòng được"
    case .missingPlaceholder(let key, let word): "“\(key)” của mốc lặp lại thiếu “\(word)”"
    case .nothingToRegister: "có mốc đăng ký nhưng không danh hiệu nào đăng ký được"
    case .registrableWithoutRegistration(let code):
      "\(code) đăng ký được nhưng phong trào không có mốc đăng ký"
    case .unknownHonour(let code, _): "danh mục không có mã “\(code)”"
    case .malformedHonourCode(let code): "“\(code)” không phải mã danh hiệu, hình thức khen thưởng"
    case .honourNotForKind(let code, let kind): "\(code) không dành cho \(name(kind))"
    case .honourNotInForce(let code, let day):
      "\(code) không có quy định nào còn hiệu lực ngày \(words(day))"
    case .ruleWithoutConditions: "quy định không có điều kiện nào"
    case .doubleDay(let day): "ngày nghỉ \(words(day)) ghi hai lần"
    case .dayOffAndWorked(let day): "ngày \(words(day)) vừa là ngày nghỉ vừa là ngày làm bù"
    case .missingRule(let list, let duty): "“\(list)” thiếu quy tắc cho việc “\(duty)”"
    case .duplicateAcrossFiles(let value, let file): "“\(value)” đã có ở tệp \(file)"
    case .organizationDiffers(let id, let file):
      "cơ quan “\(id)” ghi khác với tệp \(file)"
    case .people(let problem): message(problem)
    }
  }

  private static func overlap(_ last: CivilDate?, _ first: CivilDate) -> String {
    guard let last else { return "mục trước chưa có ngày kết thúc mà mục này đã bắt đầu" }
    return "bắt đầu ngày \(words(first)) khi mục trước còn đến hết ngày \(words(last))"
  }

  static func message(_ syntax: SyntaxProblem) -> String {
    switch syntax {
    case .tab: "dòng thụt lề bằng phím Tab"
    case .colonInText: "dấu hai chấm ở chỗ không được phép"
    case .indentation: "thụt lề hoặc dấu đầu dòng không khớp với các dòng trước"
    case .unclosedQuote: "dấu nháy mở ở đây không được đóng"
    case .unclosedBracket: "dấu ngoặc mở ở đây không được đóng đúng chỗ"
    case .badCharacter: "ký tự không được đứng đầu giá trị"
    case .badEscape: "sau dấu \\ là ký tự không hợp lệ"
    case .controlCharacter: "có ký tự điều khiển không nhìn thấy"
    case .undefinedAlias: "dấu * trỏ tới tên không có"
    case .other(let words): "không đúng cú pháp YAML (\(words))"
    }
  }

  static func words(_ day: CivilDate) -> String {
    "\(padded(day.day, to: 2))/\(padded(day.month, to: 2))/\(day.year)"
  }

  static func words(_ span: DateSpan) -> String { "\(words(span.first))–\(words(span.last))" }

  static func name(_ type: ValueType) -> String {
    switch type {
    case .text: "một dòng chữ"
    case .list: "danh sách (mỗi dòng bắt đầu bằng “- ”)"
    case .table: "một nhóm “khóa: giá trị”"
    case .nothing: "trống"
    case .bool: "true hoặc false"
    }
  }

  static func name(_ kind: SubjectKind) -> String {
    switch kind {
    case .person: "cá nhân"
    case .collective: "tập thể"
    case .household: "hộ gia đình"
    }
  }
}
