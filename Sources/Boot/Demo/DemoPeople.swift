import UseCases
import Workflow

/// The people of a demo town. Their names say that nobody real is meant.
struct DemoPeople {
    /// What logins begin with; towns of one database need different ones.
    let loginPrefix: String
    let passwordHash: String?
    /// In office since a day long before anything that is entered.
    let from: CivilDate

    /// One line of the sign-in table.
    struct SignIn: Sendable {
        let login: String
        let name: String
        let role: Role
        let over: String
    }

    /// A secretary for each unit, an officer for each area, and the office.
    ///
    /// - Parameter officers: the officer's name for an area, where the ledger names one.
    func people(units: [UnitRecord], officers: [String: String]) -> [(person: NewPerson, signIn: SignIn)] {
        var all = units.enumerated().map { index, unit in
            make(
                "\(Self.surnames[index % Self.surnames.count])演示", "secretary\(index + 1)", .secretary,
                .unit(unit.place.unit), over: unit.name)
        }
        for (index, area) in areas(units).enumerated() {
            let name = officers[area.name] ?? "指导员\(Self.letter(index))"
            all.append(make(name, "officer\(index + 1)", .guidanceOfficer, .area(area.id), over: area.name))
        }
        let office: [(String, String, Role)] = [
            ("经办员甲", "clerk", .clerk), ("主任甲", "director", .director), ("分管领导甲", "leader", .leader),
            ("财政员甲", "finance", .finance), ("验收员甲", "panel1", .panelMember), ("验收员乙", "panel2", .panelMember),
            ("验收员丙", "panel3", .panelMember), ("审计员甲", "auditor", .auditor), ("管理员甲", "admin", .admin),
            ("安全员甲", "security", .securityAdmin), ("审管员甲", "audit", .auditAdmin),
        ]
        all += office.map { make($0.0, $0.1, $0.2, .town, over: "全镇") }
        return all
    }

    private func make(
        _ name: String, _ login: String, _ role: Role, _ scope: Scope, over: String
    ) -> (person: NewPerson, signIn: SignIn) {
        let login = loginPrefix + login
        let person = NewPerson(
            name: name, login: passwordHash == nil ? nil : login, passwordHash: passwordHash,
            assignments: [Assignment(role: role, scope: scope, from: from)])
        return (person, SignIn(login: login, name: name, role: role, over: over))
    }

    private func areas(_ units: [UnitRecord]) -> [(id: AreaID, name: String)] {
        var areas: [(id: AreaID, name: String)] = []
        for unit in units where !areas.contains(where: { $0.id == unit.place.area }) {
            areas.append((unit.place.area, unit.area))
        }
        return areas
    }

    private static let surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜".map(String.init)

    private static func letter(_ index: Int) -> String {
        let letters = "甲乙丙丁戊己庚辛壬癸".map(String.init)
        return letters[index % letters.count]
    }
}
