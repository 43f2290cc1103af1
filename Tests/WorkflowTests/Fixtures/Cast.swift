import Workflow

/// The people of a small fictional town, each in one office, and a few who hold none.
enum Cast {
    static let place = Place(town: TownID(1), area: AreaID(1), unit: UnitID(1))
    static let elsewhere = Place(town: TownID(1), area: AreaID(2), unit: UnitID(2))

    static let secretary = person(1, "书记甲", .secretary, .unit(UnitID(1)))
    static let officer = person(2, "指导员甲", .guidanceOfficer, .area(AreaID(1)))
    static let clerk = person(3, "经办甲", .clerk)
    static let director = person(4, "主任甲", .director)
    static let leader = person(5, "分管甲", .leader)
    static let finance = person(6, "财政甲", .finance)
    static let panelist = person(7, "验收甲", .panelMember)
    static let secondPanelist = person(8, "验收乙", .panelMember)
    static let auditor = person(9, "审计甲", .auditor)
    static let admin = person(10, "系统甲", .admin)
    static let securityAdmin = person(12, "安全甲", .securityAdmin)
    static let auditAdmin = person(13, "审管甲", .auditAdmin)
    static let nobody = Person(id: PersonID(11), town: TownID(1), name: "群众甲", assignments: [])

    static let everyone = [
        secretary, officer, clerk, director, leader, finance, panelist, secondPanelist, auditor, admin, securityAdmin,
        auditAdmin, nobody,
    ]

    /// Somebody in office from the beginning of 2018 over the whole town, or a narrower scope.
    static func person(_ id: Int32, _ name: String, _ role: Role, _ scope: Scope = .town) -> Person {
        person(id, name, [role], scope)
    }

    static func person(_ id: Int32, _ name: String, _ roles: [Role], _ scope: Scope = .town) -> Person {
        Person(
            id: PersonID(id), town: TownID(1), name: name,
            assignments: roles.map { Assignment(role: $0, scope: scope, from: day("2018-01-01")) })
    }

    /// Whoever holds the role in this town.
    static func holder(of role: Role) -> Person {
        switch role {
        case .secretary: secretary
        case .guidanceOfficer: officer
        case .clerk: clerk
        case .director: director
        case .leader: leader
        case .finance: finance
        case .panelMember: panelist
        case .auditor: auditor
        case .admin: admin
        case .securityAdmin: securityAdmin
        case .auditAdmin: auditAdmin
        }
    }

    /// The same person, holding other roles over the whole town.
    static func giving(_ person: Person, _ roles: [Role]) -> Person {
        Self.person(person.id.raw, person.name, roles)
    }

    static func directory(_ people: [Person]) -> [PersonID: Person] {
        Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    }
}

/// A day written in a test; a slip of the pen becomes a day no test expects.
func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: .min) }

func yuan(_ amount: Int64) -> Money { Money(fen: amount * 100) }
