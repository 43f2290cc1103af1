import UseCases
import Workflow

/// A fictional town, its people and its fund, as a ledger needs them.
struct DemoTown {
    let town: NewTown
    /// Areas and units in official order.
    let units: [NewUnit]
    /// The officer of each area by name.
    let officers: [String: String]
    let appropriation: Money

    static let county = "青岚县"

    /// The town of the shipped ledger: units and officers in the order of its rows.
    static func yunling(_ ledger: Ledger) -> DemoTown {
        var units: [NewUnit] = []
        var officers: [String: String] = [:]
        var areas: [String] = []
        for row in ledger.rows {
            let unit = NewUnit(area: row.area, name: row.unit)
            if !units.contains(unit) { units.append(unit) }
            if !areas.contains(row.area) { areas.append(row.area) }
            officers[row.area] = row.officer
        }
        let policy = Policy.secretaryActsNow
        return DemoTown(
            town: NewTown(
                name: "云岭镇", county: county, numberPrefix: "云书办", programme: policy.programme,
                policyVersion: policy.version),
            units: areas.flatMap { area in units.filter { $0.area == area } }, officers: officers,
            appropriation: Money(fen: 400_000_000))
    }

    /// Sets all of it up and says who may sign in.
    func make(
        in store: any SetupStore & DirectoryStore, year: Int, on today: CivilDate, logins: String,
        passwordHash: String?
    ) async throws -> (town: Town, signIns: [DemoPeople.SignIn]) {
        let id = try await store.addTown(town)
        try await store.addUnits(units, town: id)
        // Years before the year of the ledger, so that moved days of the year before are covered too.
        let from = CivilDate(year: year - 2, month: 1, day: 1) ?? today
        let records = try await store.units(town: id, on: today)
        let people = DemoPeople(loginPrefix: logins, passwordHash: passwordHash, from: from)
            .people(units: records, officers: officers)
        _ = try await store.addPeople(people.map(\.person), town: id)
        let firstDay = min(CivilDate(year: year, month: 1, day: 1) ?? today, today)
        _ = try await store.appropriate(
            town: id, programme: town.programme, year: Int32(year), amount: appropriation, on: firstDay, by: nil,
            reason: "年初指标下达（演示）")
        let made = Town(
            id: id, name: town.name, county: town.county, numberPrefix: town.numberPrefix, programme: town.programme,
            policyVersion: town.policyVersion)
        return (made, people.map(\.signIn))
    }
}
