public import Workflow

/// A table as people take it away: to a terminal, a page, CSV or a workbook. What it says is the same in all of them.
public struct Sheet: Sendable {
    /// The name of its tab.
    public let name: String
    public let title: String
    /// What stands under the title: whose, which days, in which unit.
    public let notes: [String]
    public let columns: [Column]
    public let rows: [[Cell]]
    /// Whether the columns that can be added up are, at the foot.
    public let hasTotals: Bool
    /// What stands below the table: that it sums, and what is counted how.
    public let remarks: [String]

    public struct Column: Sendable {
        public let head: String
        /// In characters of a workbook's column.
        public let width: Double
        public let isSummed: Bool
        /// Left out where there is little room, as on a terminal.
        public let isMinor: Bool

        public init(_ head: String, width: Double = 12, isSummed: Bool = false, isMinor: Bool = false) {
            self.head = head
            self.width = width
            self.isSummed = isSummed
            self.isMinor = isMinor
        }
    }

    public enum Cell: Hashable, Sendable {
        case text(String)
        case number(Int)
        /// Shown in yuan; may be negative.
        case money(Money)
        case day(CivilDate)
        case nothing

        /// As people read it.
        public var words: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .money(let money): money.yuanText
            case .day(let day): day.description
            case .nothing: ""
            }
        }

        /// Whether it stands at the right of its column.
        public var isNumeric: Bool {
            switch self {
            case .number, .money: true
            case .text, .day, .nothing: false
            }
        }

        static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .nothing }
    }

    public init(
        name: String, title: String, notes: [String], columns: [Column], rows: [[Cell]], hasTotals: Bool = true,
        remarks: [String] = []
    ) {
        self.name = name
        self.title = title
        self.notes = notes
        self.columns = columns
        self.rows = rows
        self.hasTotals = hasTotals && columns.contains(where: \.isSummed)
        self.remarks = remarks
    }

    /// The sums at the foot, or nil where nothing is summed.
    public var totals: [Cell]? {
        guard hasTotals else { return nil }
        var cells = columns.indices.map { columns[$0].isSummed ? total($0) : .nothing }
        if let first = columns.firstIndex(where: { !$0.isSummed }) { cells[first] = .text("合计") }
        return cells
    }

    private func total(_ column: Int) -> Cell {
        var money = Money.zero
        var number = 0
        var isMoney = false
        for row in rows {
            switch row[column] {
            case .money(let amount):
                money = money + amount
                isMoney = true
            case .number(let count): number += count
            case .text, .day, .nothing: break
            }
        }
        return isMoney || number == 0 ? .money(money) : .number(number)
    }
}
