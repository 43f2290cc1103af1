public import Workflow

/// Makes a town's chart from its rows. The wall, the page and the batch all come through here.
public struct Reporter: Sendable {
    let projects: any ProjectStore
    let funds: any FundStore
    let directory: Directory
    let checkpoints: Checkpoints
    let editions: (any EditionStore)?
    let knownOn: CivilDate?

    /// - Parameters:
    ///   - checkpoints: whose code is printed: the newest made by then.
    ///   - editions: what was printed before, to compare with; without it nothing is compared.
    ///   - knownOn: the day whose knowledge the stores show a past day with, where that is a later one.
    public init(
        projects: any ProjectStore, funds: any FundStore, directory: Directory, checkpoints: Checkpoints,
        editions: (any EditionStore)? = nil, knownOn: CivilDate? = nil
    ) {
        self.checkpoints = checkpoints
        self.projects = projects
        self.funds = funds
        self.directory = directory
        self.editions = editions
        self.knownOn = knownOn
    }

    /// - Parameters:
    ///   - year: the year of the projects' keys; the year of `asOf` when nil.
    ///   - asOf: said to its minute; everything the stores know counts.
    public func report(town id: TownID, year: Int?, asOf: Instant) async throws(UseCaseError) -> ChartReport {
        let today = asOf.civilDate
        guard let town = try await directory.towns().first(where: { $0.id == id }) else { throw .notFound }
        let year = year ?? today.year
        let units = try await directory.units(of: id, on: today)
        let people = try await directory.people(of: id)
        let calendar = try await directory.calendar()
        let records = try await stored { try await projects.chartRows(town: id, year: Int32(year)) }
        let fund = try await stored { try await funds.funds(town: id) }
            .first { $0.programme == town.programme && $0.year == Int32(year) }
        let table = ChartTable(units: units, people: people, calendar: calendar, today: today)
        var rows: [ChartRow] = []
        for record in records {
            let policy = try await directory.policy(
                programme: town.programme, version: record.summary.policyVersion ?? town.policyVersion)
            rows.append(table.row(record, policy))
        }
        let own = try await directory.policy(programme: town.programme, version: town.policyVersion)
        rows = (own.chart ?? .usual).order.sorted(rows)
        var report = ChartReport(
            town: town.name, programme: town.programme, year: year, asOf: asOf.minute,
            // Made by the minute begins: one signed within it would make the same chart different.
            checkpoint: try await checkpoints.code(madeBy: asOf.minute),
            totals: ChartTotals(rows), money: fund?.balance ?? .zero, projects: rows,
            units: table.tallies(rows), axis: table.axis(rows), labels: own.labels)
        report.settings = own.chart
        report.knownOn = knownOn
        if let editions {
            report.previous = try await stored {
                try await editions.lastEdition(before: asOf.minute, town: id, year: Int32(year))
            }
        }
        return report
    }
}
