/// An office that launches campaigns: a commune, a ward, a district.
package struct Organization: Hashable, Sendable {
  /// Stable short name in ASCII, e.g. `duong-hoa`.
  package let id: OrganizationID
  /// As people write it: "xã Dương Hòa".
  package let name: String
  package let level: Level
  /// The offices above, nearest first, as written: "thị xã Hương Thủy", "tỉnh Thừa Thiên Huế".
  package let superiors: [String]

  package init(id: OrganizationID, name: String, level: Level, superiors: [String]) {
    self.id = id
    self.name = name
    self.level = level
    self.superiors = superiors
  }

  /// Cấp hành chính. Districts (`district`) exist up to 2025-06-30; the two-tier order of
  /// Luật 72/2025/QH15 knows communes and provinces only.
  package enum Level: String, Sendable, CaseIterable {
    /// Xã, phường, thị trấn, đặc khu.
    case commune
    /// Huyện, quận, thị xã, thành phố thuộc tỉnh.
    case district
    /// Tỉnh, thành phố trực thuộc trung ương.
    case province
    case state
  }
}

package typealias OrganizationID = String

/// Numbers that the store gives; unique in one store.
package typealias PersonID = Int64
package typealias UnitID = Int64

/// A part of an organization: thôn, khóm, ấp, phòng, trường, hội, đoàn thể.
package struct Unit: Hashable, Sendable, Identifiable {
  package let id: UnitID
  package let organization: OrganizationID
  package let name: String

  package init(id: UnitID, organization: OrganizationID, name: String) {
    self.id = id
    self.organization = organization
    self.name = name
  }
}

/// Somebody whom an organization knows.
package struct Person: Hashable, Sendable, Identifiable {
  package let id: PersonID
  package let organization: OrganizationID
  package let name: String
  package let unit: UnitID?
  package let role: Role

  package init(
    id: PersonID, organization: OrganizationID, name: String, unit: UnitID?, role: Role
  ) {
    self.id = id
    self.organization = organization
    self.name = name
    self.unit = unit
    self.role = role
  }
}

/// Whoever writes to the assistant.
package enum Speaker: Hashable, Sendable {
  /// Not logged in: may ask public facts only.
  case guest
  case person(Person)

  package var person: Person? {
    if case .person(let person) = self { person } else { nil }
  }

  package var role: Role { person?.role ?? .guest }
}
