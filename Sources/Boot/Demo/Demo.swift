import Store
public import UseCases
public import Workflow

/// Sets up the fictional town of the shipped ledger, with its projects as they would stand today.
public struct Demo: Sendable {
    let installation: Installation
    /// Whether the ledger's own days stay, instead of being moved to today.
    let asRecorded: Bool
    let password: String

    /// The day the shipped ledger was written on: today looks as this day does in it.
    public static let writtenOn = CivilDate(dayNumber: 20_777)
    public static let townName = "云岭镇"

    public init(_ installation: Installation, asRecorded: Bool, password: String) {
        self.installation = installation
        self.asRecorded = asRecorded
        self.password = password
    }

    /// The database holds a town that is not of a demo: sign-ins with a known password must not be added to it.
    public struct RealTown: Error, Sendable {
        public let name: String
    }

    static func refuseRealTowns(_ towns: [Town]) throws(RealTown) {
        if let real = towns.first(where: { $0.county != DemoTown.county && !$0.county.hasPrefix(DemoCity.county) }) {
            throw RealTown(name: real.name)
        }
    }

    public struct Report: Sendable {
        /// Whether the town was set up now.
        public let isNew: Bool
        public let town: Town
        public let year: Int
        public let outcomes: [LedgerOutcome]
        /// Login, name, role and what it is over, a line each.
        public let signIns: [[String]]
    }

    public func run(report: @Sendable (LedgerOutcome) -> Void = { _ in }) async throws -> Report {
        let today = installation.clock.now().civilDate
        let exceptions = try Shipped.calendar()
        let move = LedgerMove(from: Self.writtenOn, today: today, calendar: WorkingCalendar(exceptions))
        let year = asRecorded ? Self.writtenOn.year : move.year
        var ledger = try Shipped.demoLedger()
        let store = installation.store
        let town: Town
        var signIns: [DemoPeople.SignIn] = []
        let towns = try await store.towns()
        try Self.refuseRealTowns(towns)
        let found = towns.first { $0.name == Self.townName }
        if let found {
            town = found
            // A demo of another year is complete in itself; one of this year may have been cut off half way.
            guard try await store.funds(town: found.id).contains(where: { Int($0.year) == year }) else {
                return Report(isNew: false, town: found, year: year, outcomes: [], signIns: [])
            }
        } else {
            try await store.addPolicy(.secretaryActsNow)
            try await store.addCalendar(exceptions)
            let hash = await installation.secrets.hashPassword(password)
            (town, signIns) = try await DemoTown.yunling(ledger).make(
                in: store, year: year, on: today, logins: "", passwordHash: hash)
        }
        if !asRecorded { ledger.rows = ledger.rows.map { move($0) } }
        let outcomes = try await installation.ledgerImport.run(
            ledger, town: town,
            options: LedgerImport.Options(commit: true, year: year, lateReason: "演示台账导入"), report: report)
        // So that the first chart carries a code.
        _ = try await installation.makeCheckpoint()
        return Report(
            isNew: found == nil, town: town, year: year, outcomes: outcomes,
            signIns: signIns.map { [$0.login, $0.name, $0.role.chinese, $0.over] })
    }
}
