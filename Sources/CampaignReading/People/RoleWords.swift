package import Campaigns

extension Role {
  /// The role that a people file names: its id, or how an office calls it, with or without
  /// tone marks. Nothing at all is a member. `nil` for anything else, and for `guest`, which
  /// nobody of an organization is.
  package init?(word: String) {
    switch word.plain() {
    case "", "member", "thanh vien", "hoi vien": self = .member
    case "officer", "can bo dau moi", "dau moi", "can bo dau moi don vi": self = .officer
    case "secretary", "thu ky", "thu ky hoi dong": self = .secretary
    case "council", "hoi dong", "thanh vien hoi dong", "uy vien hoi dong": self = .council
    case "chair", "chu tich", "chu tich hoi dong", "chu tich ubnd": self = .chair
    case "admin", "quan tri", "quan tri vien", "quan tri he thong": self = .admin
    default: return nil
    }
  }

  /// For "did you mean".
  static let suggestedWords = [
    "member", "officer", "secretary", "council", "chair", "admin", "thành viên", "cán bộ đầu mối",
    "thư ký", "thành viên Hội đồng", "chủ tịch", "quản trị",
  ]
}
