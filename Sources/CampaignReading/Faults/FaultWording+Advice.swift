import Campaigns
import CivilTime

extension FaultWording {
  static func advice(_ problem: Problem) -> String {
    switch problem {
    case .unreadable(_, let errno): "kiểm tra đường dẫn và quyền đọc (lỗi hệ thống \(errno))"
    case .notUTF8: "lưu lại tệp với bảng mã UTF-8"
    case .tooLarge: "mỗi tệp chỉ chứa một phong trào, dưới 1 MiB"
    case .empty: "điền nội dung, hoặc xóa tệp"
    case .severalDocuments: "bỏ dòng “---”, tách thành nhiều tệp"
    case .notATable: "viết mỗi mục một dòng, ví dụ “id: duong-hoa-2022”"
    case .syntax(let syntax): advice(syntax)
    case .unknownKey(_, let nearest, let allowed): meant(nearest) ?? oneOf("các khóa", allowed)
    case .missingKey(let key): "thêm “\(key): …” vào mục bắt đầu ở dòng này"
    case .duplicateKey: "gộp hai chỗ làm một"
    case .wrongType(_, let expected, _): "viết lại thành \(name(expected))"
    case .emptyText: "điền giá trị, hoặc xóa cả dòng nếu khóa này không bắt buộc"
    case .severalLines: "viết liền một dòng; đoạn dài thì dùng “>-” sau dấu hai chấm"
    case .emptyList: "thêm ít nhất một dòng “- …”"
    case .malformedID: "chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, tối đa 40 ký tự"
    case .malformedDate: "viết năm-tháng-ngày, ví dụ 2022-01-14"
    case .impossibleDate:
      "sửa theo lịch; ngày ghi sai trong văn bản thì để null và ghi vào findings"
    case .malformedDayOfYear: "viết ngày/tháng, ví dụ 2/9; ngày âm lịch thì dùng “lunar_day: 10/3”"
    case .malformedNumber: "viết chữ số liền nhau, dấu chấm cho phần lẻ: 428000000, 99.64"
    case .numberOutOfRange(_, _, let range):
      "chọn số từ \(range.lowerBound) đến \(range.upperBound)"
    case .unknownChoice(_, _, let nearest, let allowed):
      meant(nearest) ?? oneOf("một trong", allowed)
    case .duplicateValue: "mỗi giá trị chỉ ghi một lần"
    case .lastBeforeFirst: "đổi chỗ hai ngày, hoặc sửa ngày sai"
    case .opensAfterLastDay: "ngày mở phải trước hoặc trùng ngày cuối còn hạn"
    case .outsideCampaign:
      "kiểm tra năm; mốc không được trước ngày đầu hay quá một năm sau ngày cuối của phong trào"
    case .spanOutsideCampaign: "sửa khoảng này, hoặc sửa “period”"
    case .wrongYear: "sửa năm hoặc sửa ngày"
    case .overlap: "xếp theo thứ tự thời gian, mục sau bắt đầu sau khi mục trước kết thúc"
    case .figureNeedsValue: "thêm “value: …”, hoặc dùng “direction: kept”"
    case .figureWithoutValue: "xóa số, hoặc dùng at_least, at_most, below, above, exactly"
    case .upperEndBelowValue: "“up_to” là đầu trên của khoảng"
    case .oneFormOnly(_, let forms): oneOf("chỉ một trong", forms)
    case .nothingToRepeat(let list): "ghi “first” và “last” cho “\(list)”, hoặc bỏ “each”"
    case .cannotRepeat:
      "ghi từng mốc với “last_valid_day”, hoặc dùng council, report, closing, review"
    case .missingPlaceholder(_, let word): "viết “\(word)” ở chỗ tên đợt hay năm phải đứng"
    case .nothingToRegister: "ghi “registrable: true” ở danh hiệu, hình thức đăng ký được"
    case .registrableWithoutRegistration:
      "thêm mốc “kind: registration”, hoặc xóa “registrable: true”"
    case .unknownHonour(_, let nearest):
      meant(nearest) ?? "dùng mã có trong deploy/honours, hoặc thêm mã vào đó trước"
    case .malformedHonourCode: "dùng chữ in hoa không dấu, ví dụ LDTT"
    case .honourNotForKind: "bỏ loại đối tượng này, hoặc chọn mã khác"
    case .honourNotInForce: "kiểm tra mã, hoặc bổ sung quy định theo thời gian trong deploy/honours"
    case .ruleWithoutConditions:
      "ghi “conditions” hoặc “alternatives”; thật sự không có thì ghi “conditions: []”"
    case .doubleDay: "xóa một chỗ"
    case .dayOffAndWorked: "giữ một trong hai"
    case .missingRule(_, let duty): "thêm một mục “duty: \(duty)”"
    case .duplicateAcrossFiles: "đổi mã ở một trong hai tệp"
    case .organizationDiffers: "ghi cùng tên, cấp và cấp trên ở mọi tệp của một cơ quan"
    case .people(let problem): advice(problem)
    }
  }

  static func advice(_ syntax: SyntaxProblem) -> String {
    switch syntax {
    case .tab: "thay bằng dấu cách, mỗi cấp hai dấu cách"
    case .colonInText: "đặt cả giá trị trong dấu nháy kép, hoặc kiểm tra thụt lề"
    case .indentation: "cho các khóa cùng cấp thẳng hàng; mỗi khóa có “: ” sau tên"
    case .unclosedQuote: "thêm dấu nháy đóng"
    case .unclosedBracket: "thêm dấu ngoặc đóng, và dấu phẩy giữa các phần tử"
    case .badCharacter: "đặt giá trị trong dấu nháy kép"
    case .badEscape: "dùng dấu nháy đơn, hoặc viết \\\\ cho dấu gạch chéo"
    case .controlCharacter: "xóa ký tự đó và gõ lại"
    case .undefinedAlias: "đặt giá trị trong dấu nháy kép"
    case .other: "xem lại dòng này và dòng ngay trên"
    }
  }

  static func meant(_ nearest: String?) -> String? {
    nearest.map { "có phải ý là “\($0)”?" }
  }

  static func oneOf(_ lead: String, _ allowed: [String]) -> String {
    var seen: Set<String> = []
    return "\(lead): " + allowed.filter { seen.insert($0).inserted }.joined(separator: ", ")
  }
}
