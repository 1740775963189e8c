/// Words for the faults of a people file.
extension FaultWording {
  static func message(_ problem: PeopleProblem) -> String {
    switch problem {
    case .unclosedQuote: "dấu nháy kép mở ở đây không được đóng"
    case .textAfterQuote: "có chữ ngay sau dấu nháy kép đóng"
    case .tooFewFields(let found): "chỉ có \(found) cột"
    case .tooManyFields(let found, let expected): "có \(found) cột, tối đa \(expected)"
    case .unknownColumn(let name, _): "không có cột “\(name)”"
    case .emptyName: "thiếu họ tên"
    case .malformedName(let name): "“\(name)” không phải họ tên"
    case .malformedUnit(let unit): "“\(unit)” không phải tên đơn vị"
    case .unknownRole(let role, _): "không có vai trò “\(role)”"
    case .badUsername(let name): "tên đăng nhập “\(name)” không hợp lệ"
    case .duplicatePerson(let name, let unit, let line):
      "“\(name)”\(unit.isEmpty ? "" : " (\(unit))") đã có ở dòng \(line)"
    case .duplicateUsername(let name, let line): "tên đăng nhập “\(name)” đã có ở dòng \(line)"
    case .nobody: "tệp không có người nào"
    }
  }

  static func advice(_ problem: PeopleProblem) -> String {
    switch problem {
    case .unclosedQuote: "thêm dấu nháy kép đóng; dấu nháy trong giá trị thì viết hai lần"
    case .textAfterQuote: "đặt cả giá trị trong dấu nháy, dấu nháy bên trong viết hai lần"
    case .tooFewFields: "ghi đủ họ tên, đơn vị, vai trò (được để trống đơn vị, vai trò)"
    case .tooManyFields: "giá trị có dấu phẩy thì đặt trong dấu nháy kép"
    case .unknownColumn(_, let nearest):
      meant(nearest) ?? "các cột: name, unit, role, username"
    case .emptyName: "điền họ tên, hoặc xóa dòng"
    case .malformedName, .malformedUnit: "dùng chữ cái, tối đa 100 ký tự"
    case .unknownRole(_, let nearest):
      meant(nearest)
        ?? "dùng member, officer, secretary, council, chair, admin hoặc tên tiếng Việt tương ứng"
    case .badUsername:
      "2–32 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới"
    case .duplicatePerson:
      "xóa dòng thừa; hai người trùng tên cùng đơn vị thì ghi tên đăng nhập khác nhau"
    case .duplicateUsername: "mỗi người một tên đăng nhập"
    case .nobody: "thêm các dòng họ tên, đơn vị, vai trò"
    }
  }
}
