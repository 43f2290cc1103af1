internal import Store
public import UseCases
public import Workflow

/// A small fictional town: two areas with two units each, somebody in every role, a policy (书记立办 unless another is
/// given), the holidays of 2026 and a fund.
///
/// Everybody is in office from 2026-01-01. Passwords are hashed elsewhere: give `passwordHash` to let people sign in
/// with their role's name (`clerk`), secretaries with `secretary1` … `secretary4`.
public struct SampleTown: Sendable {
    public let id: TownID
    public let name: String
    public let policy: Policy
    public let fund: FundID
    /// In official order; `secretaries[i]` belongs to `units[i]`.
    public let units: [UnitRecord]
    public let secretaries: [Person]
    public let officer: Person
    public let clerk: Person
    public let director: Person
    public let leader: Person
    public let finance: Person
    public let panel: [Person]
    public let auditor: Person
    public let admin: Person

    public static let year: Int32 = 2026
    public static let firstDay = CivilDate(dayNumber: 20_454)

    /// Sets the town up by the ports. `name` has to differ when one database gets several towns, and
    /// logins then begin with it.
    public static func make(
        in database: TestDatabase, name: String = "云溪镇", appropriation: Money = Money(fen: 300_000_000),
        passwordHash: String? = nil, policy: Policy = .secretaryActsNow
    ) async throws -> SampleTown {
        let store = database.store
        try await store.addPolicy(policy)
        try await store.addCalendar(SampleCalendar.days)
        let id = try await store.addTown(
            NewTown(
                name: name, county: "清江县", numberPrefix: "云书办", programme: policy.programme,
                policyVersion: policy.version))
        try await store.addUnits(
            [("东片区", "枫树村"), ("东片区", "石桥村"), ("西片区", "柳湾村"), ("西片区", "城南社区")].map(NewUnit.init(area:name:)), town: id)
        let places = try await store.units(town: id, on: firstDay)
        let prefix = name == "云溪镇" ? "" : name + "-"
        func person(_ name: String, _ login: String, _ role: Role, _ scope: Scope = .town) -> NewPerson {
            NewPerson(
                name: name, login: passwordHash.map { _ in prefix + login }, passwordHash: passwordHash,
                assignments: [Assignment(role: role, scope: scope, from: firstDay)])
        }
        let secretaries = zip(places, ["赵书记", "钱书记", "孙书记", "李书记"]).enumerated().map { index, unit in
            person(unit.1, "secretary\(index + 1)", .secretary, .unit(unit.0.place.unit))
        }
        let others = [
            person("周指导员", "officer", .guidanceOfficer), person("吴经办", "clerk", .clerk),
            person("郑主任", "director", .director), person("王领导", "leader", .leader),
            person("冯会计", "finance", .finance), person("陈委员", "panel1", .panelMember),
            person("褚委员", "panel2", .panelMember), person("卫审计", "auditor", .auditor),
            person("蒋管理", "admin", .admin),
        ]
        let ids = try await store.addPeople(secretaries + others, town: id)
        let people = Dictionary(uniqueKeysWithValues: try await store.people(town: id).map { ($0.id, $0) })
        let everybody = ids.compactMap { people[$0] }
        let fund = try await store.appropriate(
            town: id, programme: policy.programme, year: year, amount: appropriation, on: firstDay, by: nil,
            reason: "年初指标下达")
        return SampleTown(
            id: id, name: name, policy: policy, fund: fund, units: try await store.units(town: id, on: firstDay),
            secretaries: Array(everybody[0..<4]), officer: everybody[4], clerk: everybody[5], director: everybody[6],
            leader: everybody[7], finance: everybody[8], panel: Array(everybody[9...10]), auditor: everybody[11],
            admin: everybody[12])
    }
}
