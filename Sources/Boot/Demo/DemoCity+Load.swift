import Store
public import UseCases
import Workflow

extension Demo {
    public struct CityReport: Sendable {
        public let towns: Int
        public let units: Int
        public let projects: Int
        public let refused: [LedgerFinding]
    }

    /// Sets up the whole city; towns that are there already keep what they have and get what they lack.
    ///
    /// Towns are loaded side by side and each town in its own order, so that numbers follow the ledger and no two
    /// writers wait for the same fund.
    public func runCity(
        atOnce: Int = 16, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> CityReport {
        let today = installation.clock.now().civilDate
        let there = try await installation.store.towns()
        try Self.refuseRealTowns(there)
        let exceptions = try Shipped.calendar()
        try await installation.store.addPolicy(DemoCity.policy)
        try await installation.store.addCalendar(exceptions)
        let hash = await installation.secrets.hashPassword(password)
        let city = DemoCity(today: today, calendar: WorkingCalendar(exceptions))
        return try await withThrowingTaskGroup(of: TownLoad.self) { group in
            var next = 0
            var loads: [TownLoad] = []
            while next < min(atOnce, DemoCity.towns) {
                let index = next
                group.addTask { try await load(index, of: city, there, hash, on: today) }
                next += 1
            }
            while let load = try await group.next() {
                loads.append(load)
                progress(loads.reduce(0) { $0 + $1.projects })
                guard next < DemoCity.towns else { continue }
                let index = next
                group.addTask { try await self.load(index, of: city, there, hash, on: today) }
                next += 1
            }
            return CityReport(
                towns: loads.count, units: loads.reduce(0) { $0 + $1.units },
                projects: loads.reduce(0) { $0 + $1.projects }, refused: loads.flatMap(\.refused))
        }
    }

    private struct TownLoad: Sendable {
        let units: Int
        let projects: Int
        let refused: [LedgerFinding]
    }

    private func load(
        _ index: Int, of city: DemoCity, _ there: [Town], _ hash: String?, on today: CivilDate
    ) async throws -> TownLoad {
        let plan = city.town(index)
        let ledger = city.ledger(index)
        let year = ledger.rows.first?.year ?? today.year
        let town: Town
        if let found = there.first(where: { $0.name == plan.town.name }) {
            town = found
        } else {
            (town, _) = try await plan.make(
                in: installation.store, year: year, on: today, logins: "t\(index + 1)-", passwordHash: hash)
        }
        let outcomes = try await installation.ledgerImport.run(
            ledger, town: town,
            options: LedgerImport.Options(commit: true, year: year, lateReason: "演示台账导入"))
        let refused = outcomes.filter { if case .refused = $0.result { true } else { false } }
        return TownLoad(
            units: plan.units.count, projects: outcomes.count - refused.count, refused: refused.flatMap(\.findings))
    }
}
