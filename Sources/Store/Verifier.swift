internal import Postgres
public import UseCases
internal import Workflow

/// Recomputes everything that is stored twice: every hash, every fold, every column of every row, every balance.
///
/// Reads in batches, each on one snapshot, so it can run beside the service. Changes nothing.
public struct Verifier: Sendable {
    private let store: PostgresStore
    /// Projects read at a time: about two megabytes of log.
    static let batch = 500

    public init(store: PostgresStore) { self.store = store }

    /// Goes through all projects in the order of their keys, then all funds, and stops at the first difference.
    ///
    /// - Parameter progress: is told the number of projects done after each batch.
    public func verify(progress: (@Sendable (Int) -> Void)? = nil) async throws(StoreError) -> VerifyReport {
        var report = VerifyReport()
        var last = ProjectID(town: TownID(0), year: 0, serial: 0)
        while report.firstDifference == nil {
            let projects = try await batch(after: last)
            guard let newest = projects.last?.id else { break }
            for project in projects {
                report.projects += 1
                report.events += project.events.count
                report.firstDifference = project.difference()?.description
                if report.firstDifference != nil { break }
            }
            last = newest
            progress?(report.projects)
        }
        if report.firstDifference == nil { try await checkMovements(&report) }
        if report.firstDifference == nil { try await checkFunds(&report) }
        if report.firstDifference == nil { try await checkOrphans(&report) }
        return report
    }

    private func batch(after last: ProjectID) async throws(StoreError) -> [StoredProject] {
        let key = last.parameters + [.int(Int64(Self.batch))]
        let rows = try await store.readTogether([
            store.step(.verifyProjects, key), store.step(.verifyEvents, key), store.step(.verifyMovements, key),
            store.step(.verifyResolutions, key),
        ])
        return try reading { () throws(RowError) in try StoredProject.list(rows[0], rows[1], rows[2], rows[3]) }
    }

    /// A movement that is gone is named before one that was altered: what follows a gap is no longer what was sealed.
    private func checkMovements(_ report: inout VerifyReport) async throws(StoreError) {
        let checks: [(Query, Difference.What)] = [(.verifyFirstGap, .missing), (.verifyFirstAltered, .sealed)]
        for (query, what) in checks {
            guard report.firstDifference == nil, let row = try await store.read(query).first else { continue }
            let found = try reading { () throws(RowError) in
                var next = RowCursor(row)
                let town: TownID = try next.id()
                return Difference.movement(fund: try next.id(), number: try next.int(), town: town, what)
            }
            report.firstDifference = found.description
        }
    }

    private func checkFunds(_ report: inout VerifyReport) async throws(StoreError) {
        let rows = try await store.read(.verifyFunds)
        for row in rows {
            let fund = try reading { () throws(RowError) in try StoredFund(row) }
            report.movements += fund.movementsFound
            report.firstDifference = report.firstDifference ?? fund.difference()?.description
        }
    }

    private func checkOrphans(_ report: inout VerifyReport) async throws(StoreError) {
        guard let row = try await store.read(.verifyFirstOrphan).first else { return }
        let (id, sequence) = try reading { () throws(RowError) in
            var next = RowCursor(row)
            return (
                ProjectID(town: try next.id(), year: try next.int32(), serial: try next.int32()), try next.number()
            )
        }
        report.firstDifference = Difference.event(id, sequence, .belongsToNothing).description
    }
}

/// What a verification has seen.
public struct VerifyReport: Hashable, Sendable {
    public internal(set) var projects = 0
    public internal(set) var events = 0
    /// Counted once everything before them was found good.
    public internal(set) var movements = 0
    /// The first row that is not what it should be, in English and Chinese; nil when all is well.
    public internal(set) var firstDifference: String?
}
