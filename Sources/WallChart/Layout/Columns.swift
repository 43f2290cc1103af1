import Workflow

/// The columns every table begins with: which project.
struct LeadColumns {
    let serial: Box
    /// Area, unit, number and title as far as the policy has them, in its order.
    let places: [(column: ChartColumn, box: Box)]

    init(_ rest: inout Box, em: Double, _ wanted: [ChartColumn] = ChartSettings.usual.columns) {
        serial = rest.takeLeft(1.8 * em)
        places = wanted.filter(ChartColumn.leading.contains).map { ($0, rest.takeLeft(Columns.width($0) * em)) }
    }

    var title: Box { self[.title] ?? serial }
    var right: Double { places.last?.box.right ?? serial.right }

    subscript(_ column: ChartColumn) -> Box? { places.first { $0.column == column }?.box }

    var heads: [(box: Box, word: String)] { [(serial, "序")] + places.map { ($0.box, $0.column.chinese) } }
    var cells: [(column: ChartColumn?, box: Box)] { [(nil, serial)] + places.map { ($0.column, $0.box) } }
}

/// The columns of the progress table, from left to right.
struct Columns {
    let lead: LeadColumns
    /// What follows the lead, the day axis among it.
    let others: [(column: ChartColumn, box: Box)]
    /// QR codes; of no width when there are none.
    let code: Box

    /// Splits the width; the day axis takes what the words leave.
    init(
        _ table: Box, em: Double, _ wanted: [ChartColumn] = ChartSettings.usual.columns, code codeWidth: Double = 0
    ) {
        var rest = table
        lead = LeadColumns(&rest, em: em, wanted)
        code = rest.takeRight(codeWidth)
        let following = wanted.filter { !ChartColumn.leading.contains($0) }
        // The codes stand where a pen would write.
        func width(_ column: ChartColumn) -> Double { Self.width(column) * em - (column == .pen ? codeWidth : 0) }
        let axis = max(0, rest.width - following.reduce(0) { $0 + ($1 == .axis ? 0 : width($1)) })
        others = following.map { ($0, rest.takeLeft($0 == .axis ? axis : width($0))) }
    }

    /// In em; the day axis has what is left.
    static func width(_ column: ChartColumn) -> Double {
        switch column {
        case .area: 2.1
        case .unit: 5.0
        case .number: 4.5
        case .title: 15.2
        case .category: 6.0
        case .secretary, .officer: 3.7
        case .requested, .awarded, .disbursed: 4.4
        case .submittedOn, .dueOn: 4.2
        case .axis: 0
        case .light: 4.3
        case .daysLeft: 4.7
        case .blocker: 8.4
        case .next: 9.2
        case .pen: 6.0
        }
    }

    subscript(_ column: ChartColumn) -> Box? {
        lead[column] ?? others.first { $0.column == column }?.box
    }

    var axis: Box { self[.axis] ?? code }

    /// Everything from the left, nil standing for the serial number and the codes.
    var cells: [(column: ChartColumn?, box: Box)] {
        lead.cells + others.map { ($0.column, $0.box) } + (code.width > 0 ? [(nil, code)] : [])
    }

    /// Left edges between columns, for the vertical rules.
    var edges: [Double] { cells.dropFirst().map(\.box.x) }

    /// The words over all columns but the day axis, which has its calendar there.
    var heads: [(box: Box, word: String)] {
        lead.heads + others.filter { $0.column != .axis }.map { ($0.box, Self.head($0.column)) } + [(code, "扫码")]
    }

    private static func head(_ column: ChartColumn) -> String {
        column.isMoney ? "\(column.chinese)\n（万元）" : column.chinese
    }
}

extension ChartColumn {
    var isMoney: Bool { self == .requested || self == .awarded || self == .disbursed }

    /// What such a column adds up.
    func amount(of row: ChartRow) -> Money {
        switch self {
        case .requested: row.requested
        case .awarded: row.awarded
        case .disbursed: row.disbursed
        case .area, .unit, .number, .title, .category, .secretary, .officer, .submittedOn, .dueOn, .axis, .light,
            .daysLeft, .blocker, .next, .pen:
            .zero
        }
    }

    /// Whether rows of one unit share the cell: it names the unit or its people.
    var isShared: Bool { self == .area || self == .unit || self == .secretary || self == .officer }
}

extension ChartReport {
    /// The columns of the town's policy.
    var columns: [ChartColumn] { (settings ?? .usual).columns }
}
