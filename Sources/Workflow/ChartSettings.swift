/// What the town's chart and ledger show, and in which order: its programme's choice.
public struct ChartSettings: Hashable, Codable, Sendable {
    /// Columns of the progress drawing from left to right, the day axis among them. The other drawings and the chart
    /// for terminals show what they have of these.
    public var columns: [ChartColumn]
    /// Columns of the ledger (台账) from left to right.
    public var ledger: [LedgerField]
    public var order: RowOrder

    public init(columns: [ChartColumn], ledger: [LedgerField], order: RowOrder) {
        self.columns = columns
        self.ledger = ledger
        self.order = order
    }

    /// What holds where a programme says nothing.
    public static let usual = ChartSettings(
        columns: [
            .area, .unit, .number, .title, .secretary, .officer, .awarded, .axis, .light, .daysLeft, .blocker, .next,
            .pen,
        ],
        ledger: LedgerField.allCases, order: .unit)
}

/// A column of the progress drawing.
public enum ChartColumn: String, CaseIterable, Codable, Sendable {
    case area, unit, number, title
    case category, secretary, officer, requested, awarded, disbursed, submittedOn, dueOn, axis
    case light, daysLeft, blocker, next, pen

    /// Which project a row is about: these stand first.
    public static let leading: [ChartColumn] = [.area, .unit, .number, .title]
    /// Without these a chart would not say what it is for.
    public static let required: [ChartColumn] = [.unit, .title, .axis, .light]

    /// The head of the column.
    public var chinese: String {
        switch self {
        case .area: "片区"
        case .unit: "村（社区）"
        case .number: "项目编号"
        case .title: "项目名称"
        case .category: "类别"
        case .secretary: "书记"
        case .officer: "指导员"
        case .requested: "申请金额"
        case .awarded: "批复金额"
        case .disbursed: "已付金额"
        case .submittedOn: "申报日"
        case .dueOn: "时限"
        case .axis: "进度"
        case .light: "灯"
        case .daysLeft: "剩余／超期"
        case .blocker: "存在问题"
        case .next: "下一步·责任人"
        case .pen: "手写批注"
        }
    }
}

/// A column of the ledger (台账), in the usual order.
public enum LedgerField: String, CaseIterable, Codable, Sendable {
    case serial, number, area, unit, title, category, channel, raisedOn, works
    case requested, awarded, contract, settled, paid, sources, surplus, sourcesOfMoney
    case leader, secretary, officer
    case submittedOn, admittedOn, dueOn, dueProvisional, stage, state, light, lightReason, daysLeft
    case blocker, consultation, dispatch, next, turn
    case noticeEndsOn, satisfaction, completedOn, closedOn, recordedLate, remark

    /// Without these a line could not be told from another.
    public static let required: [LedgerField] = [.number, .unit, .title, .light]
}

/// In which order projects stand on the chart.
public enum RowOrder: String, CaseIterable, Codable, Sendable {
    /// By unit in the town's fixed order, then by number: a project keeps its place on the wall.
    case unit
    /// What is due first stands first; what has no due day or is over comes last.
    case dueOn
    /// The worst light first, each light in the order of units.
    case light
}

extension RowOrder {
    /// The same rows in this order. Rows that are alike keep the order they had.
    public func sorted(_ rows: [ChartRow]) -> [ChartRow] {
        switch self {
        case .unit: rows
        case .dueOn: Self.stable(rows) { $0.completedOn == nil && !$0.state.isEnd ? $0.dueOn?.dayNumber : nil }
        case .light: Self.stable(rows) { Int32(Light.worstFirst.firstIndex(of: $0.light) ?? 0) }
        }
    }

    private static func stable(_ rows: [ChartRow], by key: (ChartRow) -> Int32?) -> [ChartRow] {
        rows.enumerated()
            .map { (key: key($0.element) ?? .max, place: $0.offset, row: $0.element) }
            .sorted { ($0.key, $0.place) < ($1.key, $1.place) }
            .map(\.row)
    }
}

extension Light {
    /// The order in which lights are counted for people: what is wrong comes first.
    public static let worstFirst: [Light] = [.red, .yellow, .green, .blue, .grey]
}
