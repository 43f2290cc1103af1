/// A part of a chart: some rows only, with totals of their own. The sheet says that it is a part.
public struct ChartSelection: Hashable, Sendable {
    public var area: String?
    public var unit: String?
    public var light: Light?
    public var stage: Stage?

    public init(area: String? = nil, unit: String? = nil, light: Light? = nil, stage: Stage? = nil) {
        self.area = area
        self.unit = unit
        self.light = light
        self.stage = stage
    }

    public var isWhole: Bool { area == nil && unit == nil && light == nil && stage == nil }

    public func holds(_ row: ChartRow) -> Bool {
        (area == nil || area == row.area) && (unit == nil || unit == row.unit) && (light == nil || light == row.light)
            && (stage == nil || stage == row.state.stage)
    }

    /// 东片区·超期
    public var words: String {
        [area, unit, light?.chinese, stage?.chinese].compactMap { $0 }.joined(separator: "·")
    }
}

extension ChartReport {
    /// The rows of a selection. Units of other areas are left out; the fund stays the whole town's.
    public func selecting(_ selection: ChartSelection) -> ChartReport {
        if selection.isWhole { return self }
        var report = holding(selection.holds)
        report.units = report.units.filter {
            (selection.area == nil || selection.area == $0.area) && (selection.unit == nil || selection.unit == $0.unit)
        }
        report.selection = selection.words
        return report
    }

    /// Only these rows, with totals and units of their own.
    public func holding(_ isIncluded: (ChartRow) -> Bool) -> ChartReport {
        var report = self
        report.projects = projects.filter(isIncluded)
        report.totals = ChartTotals(report.projects)
        let byUnit = Dictionary(grouping: report.projects, by: \.unit)
        report.units = units.map { tally in
            let own = byUnit[tally.unit] ?? []
            return UnitTally(
                area: tally.area, unit: tally.unit,
                byLight: own.reduce(into: [:]) { $0[$1.light, default: 0] += 1 },
                awarded: own.reduce(.zero) { $0 + $1.awarded }, disbursed: own.reduce(.zero) { $0 + $1.disbursed })
        }
        // The last edition's counts are the whole town's.
        report.previous = nil
        report.comparison = nil
        return report
    }
}

extension ChartTotals {
    public init(_ rows: [ChartRow]) {
        self.init()
        for row in rows {
            projects += 1
            byState[row.state, default: 0] += 1
            byLight[row.light, default: 0] += 1
            requested = requested + row.requested
            awarded = awarded + row.awarded
            disbursed = disbursed + row.disbursed
            settled = settled + row.settled
        }
    }
}
