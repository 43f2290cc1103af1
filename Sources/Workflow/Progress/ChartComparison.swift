/// What happened to a town's projects between two charts: the comparison leaders ask for (周报、月报).
public struct ChartComparison: Hashable, Codable, Sendable {
    /// As of when the earlier chart stands; the later one is the report's own `asOf`.
    public let since: Instant
    /// Red now and not red then.
    public let newReds: [ProjectID]
    /// Red then and not red now.
    public let clearedReds: [ProjectID]
    /// Completed (办结) in between.
    public let completed: [ProjectID]
    /// Submitted (申报) for the first time in between.
    public let submitted: [ProjectID]
    /// The same by unit, for every unit in the report's order.
    public let units: [UnitChange]

    public init(
        since: Instant, newReds: [ProjectID], clearedReds: [ProjectID], completed: [ProjectID],
        submitted: [ProjectID], units: [UnitChange]
    ) {
        self.since = since
        self.newReds = newReds
        self.clearedReds = clearedReds
        self.completed = completed
        self.submitted = submitted
        self.units = units
    }

    /// Compares two charts of one town, projects by their keys.
    public init(from earlier: ChartReport, to later: ChartReport) {
        let then = Dictionary(earlier.projects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = later.projects
        func isNew(_ row: ChartRow, _ holds: (ChartRow) -> Bool) -> Bool {
            holds(row) && !(then[row.id].map(holds) ?? false)
        }
        func tally(_ rows: [ChartRow], unit: String) -> UnitChange {
            var change = UnitChange(unit: unit)
            for row in rows {
                let before = then[row.id]
                if isNew(row, { $0.light == .red }) { change.newReds += 1 }
                if before?.light == .red, row.light != .red { change.clearedReds += 1 }
                if isNew(row, { $0.completedOn != nil }) { change.completed += 1 }
                if isNew(row, { $0.submittedOn != nil }) { change.submitted += 1 }
                change.awarded = change.awarded + row.awarded - (before?.awarded ?? .zero)
                change.disbursed = change.disbursed + row.disbursed - (before?.disbursed ?? .zero)
            }
            return change
        }
        let byUnit = Dictionary(grouping: rows, by: \.unit)
        self.init(
            since: earlier.asOf, newReds: rows.filter { row in isNew(row) { $0.light == .red } }.map(\.id),
            clearedReds: rows.filter { then[$0.id]?.light == .red && $0.light != .red }.map(\.id),
            completed: rows.filter { row in isNew(row) { $0.completedOn != nil } }.map(\.id),
            submitted: rows.filter { row in isNew(row) { $0.submittedOn != nil } }.map(\.id),
            units: later.units.map { tally(byUnit[$0.unit] ?? [], unit: $0.unit) })
    }

    /// All units together, under `name`.
    public func total(_ name: String) -> UnitChange {
        units.reduce(into: UnitChange(unit: name)) { sum, unit in
            sum.newReds += unit.newReds
            sum.clearedReds += unit.clearedReds
            sum.completed += unit.completed
            sum.submitted += unit.submitted
            sum.awarded = sum.awarded + unit.awarded
            sum.disbursed = sum.disbursed + unit.disbursed
        }
    }
}

/// What happened to one unit's projects, in numbers; money in fen, negative when it went back.
public struct UnitChange: Hashable, Codable, Sendable {
    public let unit: String
    public var newReds = 0
    public var clearedReds = 0
    public var completed = 0
    public var submitted = 0
    public var awarded = Money.zero
    public var disbursed = Money.zero

    public init(unit: String) { self.unit = unit }
}
