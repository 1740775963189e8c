package import Campaigns

/// Made-up people, named by what they are to a test: at least one for each role of xã Dương Hòa,
/// and a few of xã Hồng Phong, who must never reach over.
package enum Cast: String, CaseIterable, Sendable {
  case guest
  /// Members of thôn Buồng Tằm.
  case hoa, binh
  /// Officer of thôn Buồng Tằm.
  case lan
  /// Member and officer of thôn Hộ.
  case minh, son
  /// Without a unit.
  case secretary, council, chair, admin
  /// Of xã Hồng Phong.
  case strangerMember, strangerOfficer, strangerSecretary

  package var name: String {
    switch self {
    case .guest: ""
    case .hoa: "Nguyễn Thị Hoa"
    case .binh: "Trần Văn Bình"
    case .lan: "Lê Thị Lan"
    case .minh: "Phạm Văn Minh"
    case .son: "Hoàng Sơn"
    case .secretary: "Đỗ Minh Thư"
    case .council: "Bùi Hội"
    case .chair: "Võ Chủ"
    case .admin: "Đặng Quản"
    case .strangerMember: "Nông Văn Xa"
    case .strangerOfficer: "Hoàng Thị Biên"
    case .strangerSecretary: "Lương Văn Thư"
    }
  }

  package var role: Role {
    switch self {
    case .guest: .guest
    case .hoa, .binh, .minh, .strangerMember: .member
    case .lan, .son, .strangerOfficer: .officer
    case .secretary, .strangerSecretary: .secretary
    case .council: .council
    case .chair: .chair
    case .admin: .admin
    }
  }

  package var unit: String? {
    switch self {
    case .hoa, .binh, .lan: "thôn Buồng Tằm"
    case .minh, .son: "thôn Hộ"
    case .strangerMember, .strangerOfficer: "thôn Còn Quyền"
    case .guest, .secretary, .council, .chair, .admin, .strangerSecretary: nil
    }
  }

  package var organization: Organization {
    switch self {
    case .strangerMember, .strangerOfficer, .strangerSecretary: Plans.hongPhongCommune
    case .guest, .hoa, .binh, .lan, .minh, .son, .secretary, .council, .chair, .admin:
      Plans.duongHoaCommune
    }
  }

  /// Everyone who has a name.
  package static let people = allCases.filter { $0 != .guest }
}
