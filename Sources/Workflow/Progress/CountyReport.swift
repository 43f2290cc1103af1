/// What a town's chart contributes to its county's: sums only, so that a county of many towns fits in memory.
public struct TownTally: Hashable, Codable, Sendable {
    public let town: String
    public let county: String
    public let programme: String
    public let totals: ChartTotals
    public let money: FundBalance
    public let edition: Int?
    /// The town's own line of a comparison, under its name.
    public let change: UnitChange?

    public init(_ report: ChartReport, county: String) {
        town = report.town
        self.county = county
        programme = report.programme
        totals = report.totals
        money = report.money
        edition = report.edition
        change = report.comparison?.total(report.town)
    }
}

extension ChartReport {
    /// A county's chart: its towns take the place of units. It lists no projects; those are on the towns' sheets.
    ///
    /// - Parameter since: where the towns' comparisons begin; nil when they compare nothing.
    public init(county: String, of towns: [TownTally], year: Int, asOf: Instant, since: Instant? = nil) {
        let programmes = Set(towns.map(\.programme))
        self.init(
            town: county, programme: programmes.count == 1 ? programmes.first ?? "" : "各专项", year: year,
            asOf: asOf.minute, checkpoint: nil,
            totals: towns.reduce(into: ChartTotals()) { $0.add($1.totals) },
            money: towns.reduce(.zero) { $0 + $1.money }, projects: [],
            units: towns.map {
                UnitTally(
                    area: county, unit: $0.town, byLight: $0.totals.byLight, awarded: $0.totals.awarded,
                    disbursed: $0.totals.disbursed)
            }, axis: [], labels: ["片区": "县（市、区）", "村（社区）": "镇（街道）"])
        if let since {
            comparison = ChartComparison(
                since: since, newReds: [], clearedReds: [], completed: [], submitted: [],
                units: towns.map { $0.change ?? UnitChange(unit: $0.town) })
        }
    }
}

extension ChartTotals {
    mutating func add(_ other: ChartTotals) {
        projects += other.projects
        byState.merge(other.byState, uniquingKeysWith: +)
        byLight.merge(other.byLight, uniquingKeysWith: +)
        requested = requested + other.requested
        awarded = awarded + other.awarded
        disbursed = disbursed + other.disbursed
        settled = settled + other.settled
    }
}

extension FundBalance {
    static func + (a: FundBalance, b: FundBalance) -> FundBalance {
        FundBalance(
            appropriated: a.appropriated + b.appropriated, broughtForward: a.broughtForward + b.broughtForward,
            encumbered: a.encumbered + b.encumbered, disbursed: a.disbursed + b.disbursed,
            recovered: a.recovered + b.recovered, carriedForward: a.carriedForward + b.carriedForward,
            swept: a.swept + b.swept, free: a.free + b.free)
    }
}
