import Workflow

/// A column of the terminal chart.
struct TextColumn {
    enum Kind: Hashable {
        case serial, state
        case column(ChartColumn)
    }

    let kind: Kind
    let head: String
    var width: Int
    var isRight = false

    /// Title and next step keep at least so many places together; what the policy has beyond the usual columns comes
    /// in only where there is more.
    private static let roomy = 66
    /// With less than this for both, the award gives way to them.
    private static let narrow = 36

    /// The policy's columns in its order, as many as fit. Which project, how far, which light and what next are always
    /// there; a terminal has no day axis and no pen.
    static func fitting(_ wanted: [ChartColumn], in columns: Int) -> [TextColumn] {
        let usual: [ChartColumn] = [.unit, .title, .light, .daysLeft, .awarded]
        var kept = wanted.filter(usual.contains)
        // Serial number, state, a gap after each, and the next step, which names what is in its way.
        func room(_ kept: [ChartColumn]) -> Int {
            columns - 4 - 9 - kept.reduce(0) { $0 + (($1 == .title) ? 0 : Self.width($1) + 1) }
        }
        if room(kept) < narrow { kept.removeAll { $0 == .awarded } }
        let more = wanted.filter { ![.next, .blocker, .axis, .pen].contains($0) && !usual.contains($0) }
        for column in more where room(kept + [column]) >= roomy { kept.append(column) }
        let shown = wanted.filter(kept.contains)
        let flexible = room(kept)
        let next = wanted.contains(.next) || wanted.contains(.blocker)
        let title = next ? flexible * 5 / 9 - 1 : flexible
        var cells = [TextColumn(kind: .serial, head: "序", width: 3, isRight: true)]
        for column in shown {
            // The state stands before the light, which says how good it is.
            if column == .light { cells.append(TextColumn(kind: .state, head: "状态", width: 8)) }
            cells.append(
                TextColumn(
                    kind: .column(column), head: head(column), width: column == .title ? title : width(column),
                    isRight: column.isMoney))
        }
        if next {
            cells.append(TextColumn(kind: .column(.next), head: "下一步 · 责任人", width: flexible - title - 1))
        }
        return cells
    }

    private static func head(_ column: ChartColumn) -> String {
        switch column {
        case .title: "项目"
        case .daysLeft: "时限"
        case .dueOn: "到期"
        case .requested: "申请(万元)"
        case .awarded: "批复(万元)"
        case .disbursed: "已付(万元)"
        case .area, .unit, .number, .category, .secretary, .officer, .submittedOn, .axis, .light, .blocker, .next,
            .pen:
            column.chinese
        }
    }

    private static func width(_ column: ChartColumn) -> Int {
        switch column {
        case .area: 6
        case .unit, .requested, .awarded, .disbursed: 10
        case .number: 19
        case .category: 12
        case .secretary, .officer, .light, .daysLeft, .submittedOn: 8
        case .dueOn: 9
        case .title, .axis, .blocker, .next, .pen: 0
        }
    }
}
