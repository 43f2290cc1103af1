/// What a person may be, for a time and over a scope.
public enum Role: String, CaseIterable, Codable, Sendable {
    case secretary, guidanceOfficer, clerk, director, leader, finance, panelMember, auditor, admin
    case securityAdmin, auditAdmin

    public var chinese: String {
        switch self {
        case .secretary: "村(社区)书记"
        case .guidanceOfficer: "党建指导员"
        case .clerk: "党建办经办人"
        case .director: "党建办主任"
        case .leader: "分管领导"
        case .finance: "财政所"
        case .panelMember: "验收小组成员"
        case .auditor: "审计"
        case .admin: "系统管理员"
        case .securityAdmin: "安全管理员"
        case .auditAdmin: "审计管理员"
        }
    }
}

/// Where a role holds. A wider scope covers the narrower ones inside it.
public enum Scope: Hashable, Codable, Sendable {
    case unit(UnitID)
    case area(AreaID)
    case town
}

/// A role over a scope from one day to another: a change of office (换届) is a new assignment, never an edit.
public struct Assignment: Hashable, Codable, Sendable {
    public let role: Role
    public let scope: Scope
    public let from: CivilDate
    /// The last day, inclusive; nil while it goes on.
    public let to: CivilDate?
    /// Whose office it is, where the holder is only their deputy (代理).
    public let standsInFor: PersonID?

    public init(role: Role, scope: Scope, from: CivilDate, to: CivilDate? = nil, standsInFor: PersonID? = nil) {
        self.standsInFor = standsInFor
        self.role = role
        self.scope = scope
        self.from = from
        self.to = to
    }

    public func holds(on day: CivilDate) -> Bool {
        from <= day && (to.map { day <= $0 } ?? true)
    }
}

/// Somebody who acts, with every assignment they hold or held in the town.
public struct Person: Hashable, Codable, Sendable {
    public let id: PersonID
    public let town: TownID
    public let name: String
    public let assignments: [Assignment]

    public init(id: PersonID, town: TownID, name: String, assignments: [Assignment]) {
        self.id = id
        self.town = town
        self.name = name
        self.assignments = assignments
    }

    /// Whether this person holds `role` over the unit (in the area) on that day.
    public func holds(_ role: Role, over place: Place, on day: CivilDate) -> Bool {
        town == place.town
            && assignments.contains { $0.role == role && $0.holds(on: day) && place.lies(in: $0.scope) }
    }

    /// The same, and not merely for somebody else.
    public func holds(_ role: Role, over place: Place, on day: CivilDate, inOwnRight: Bool) -> Bool {
        town == place.town
            && assignments.contains {
                $0.role == role && $0.holds(on: day) && place.lies(in: $0.scope)
                    && (!inOwnRight || $0.standsInFor == nil)
            }
    }

    /// Whether this person holds `role` anywhere in their town on that day.
    public func holds(_ role: Role, on day: CivilDate) -> Bool {
        assignments.contains { $0.role == role && $0.holds(on: day) }
    }
}

/// A unit and what it lies in.
public struct Place: Hashable, Codable, Sendable {
    public let town: TownID
    public let area: AreaID
    public let unit: UnitID

    public init(town: TownID, area: AreaID, unit: UnitID) {
        self.town = town
        self.area = area
        self.unit = unit
    }

    public func lies(in scope: Scope) -> Bool {
        switch scope {
        case .unit(let id): unit == id
        case .area(let id): area == id
        case .town: true
        }
    }
}
