import Workflow

/// The chart for a terminal: the same order of facts, in fixed columns.
struct TextChart {
    let columns: Int
    let colour: Bool
    /// Words of the town's own, by the usual word.
    let labels: [String: String]

    /// Below this the columns would say nothing; the text then runs wider than asked.
    static let least = 80

    init(columns: Int, colour: Bool, labels: [String: String]) {
        self.labels = labels
        self.columns = max(Self.least, columns)
        self.colour = colour
    }

    func write(_ report: ChartReport) -> [UInt8] {
        let facts = ChartFacts(report)
        var lines = head(report, facts)
        lines.append(rule("─"))
        let columns = TextColumn.fitting(report.columns, in: self.columns)
        lines.append(line(columns.map { inColumns(word($0.head), $0.width, alignRight: $0.isRight) }))
        lines.append(rule("─"))
        for (index, row) in report.projects.enumerated() { lines.append(self.row(row, serial: index + 1, columns)) }
        if report.projects.isEmpty { lines.append("本年度尚无申报项目。") }
        lines.append(rule("─"))
        lines.append(
            "列示 \(report.projects.count) 项，无删减。\(Wording.edition(report))。"
                + (report.checkpoint.map { "校验码 \($0)" } ?? ""))
        return Array((lines.map(trimmedRight).joined(separator: "\n") + "\n").utf8)
    }

    private func head(_ report: ChartReport, _ facts: ChartFacts) -> [String] {
        let totals = report.totals
        let title = plainText(Wording.title(report))
        let asOf = Wording.asOf(report)
        let gap = max(2, columns - terminalWidth(title) - terminalWidth(asOf))
        let lights = Light.worstFirst
            .map { paint($0, "\($0.shape) \(word($0.chinese))") + " \(totals.byLight[$0] ?? 0)" }
            .joined(separator: "  ")
        let money = report.money
        var lines = [
            title + String(repeating: " ", count: gap) + asOf,
            rule("═"),
            "共 \(totals.projects) 项  \(lights)",
            "资金(万元)  安排 \(money.appropriated.wanText)  占用 \(money.encumbered.wanText)  "
                + "已拨 \(money.disbursed.wanText)  收回 \(money.recovered.wanText)  可用 \(money.free.wanText)",
        ]
        for red in facts.reds {
            let words = "\(Light.red.shape) \(red.unit) \(red.title)：\(red.lightReason)，\(Wording.who(red))"
            lines.append(fitted(words, .red))
        }
        if let previous = report.previous {
            let name = previous.edition.map { "第\($0)版" } ?? "上版"
            lines.append(
                "与\(name)（\(previous.asOf.civilDate)）比  新增红灯 \(facts.newReds.count)  红灯已消 \(facts.clearedReds.count)")
        }
        for miss in facts.forecastMisses { lines.append(fitted("预计赶不上 \(miss.unit) \(miss.title)", .yellow)) }
        for decision in facts.decisions {
            let who = decision.names.isEmpty ? word(decision.turn.chinese) : decision.names.joined(separator: "、")
            lines.append(fitted("待办 \(word(decision.state.chinese)) \(decision.count) 项：\(who)", nil))
        }
        return lines
    }

    private func row(_ row: ChartRow, serial: Int, _ columns: [TextColumn]) -> String {
        line(
            columns.map { column in
                let text = inColumns(words(column.kind, row, serial), column.width, alignRight: column.isRight)
                return column.kind == .column(.light) ? paint(row.light, text) : text
            })
    }

    private func words(_ kind: TextColumn.Kind, _ row: ChartRow, _ serial: Int) -> String {
        func amount(_ money: Money) -> String { money == .zero ? "—" : money.wanText }
        switch kind {
        case .serial: return String(serial)
        case .state: return word(row.state.chinese)
        case .column(let column):
            return switch column {
            case .area: row.area
            case .unit: row.unit
            case .number: row.number
            case .title: row.title + (row.recordedLate ? "[补]" : "")
            case .category: row.category
            case .secretary: row.secretary
            case .officer: row.officer
            case .requested, .awarded, .disbursed: amount(column.amount(of: row))
            case .submittedOn: row.submittedOn.map(Wording.day) ?? "—"
            case .dueOn: Wording.due(row) ?? "—"
            case .light: "\(row.light.shape) \(word(row.light.chinese))"
            case .daysLeft: Wording.days(row)
            case .next, .blocker: next(row)
            case .axis, .pen: ""
            }
        }
    }

    private func next(_ row: ChartRow) -> String {
        let wrong = row.blocker.map { "【\($0)】" } ?? ""
        return wrong + [row.nextAction, Wording.who(row)].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func word(_ usual: String) -> String { labels[usual] ?? usual }

    private func line(_ cells: [String]) -> String { cells.joined(separator: " ") }

    private func fitted(_ text: String, _ light: Light?) -> String {
        let text = trimmedRight(inColumns(text, columns))
        return light.map { paint($0, text) } ?? text
    }

    private func rule(_ character: String) -> String { String(repeating: character, count: columns) }

    private func trimmedRight(_ text: String) -> String {
        var text = Substring(text)
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// Wraps a text in the light's terminal colour, when colour is wanted.
    private func paint(_ light: Light, _ text: String) -> String {
        guard colour else { return text }
        let code =
            switch light {
            case .blue: "34"
            case .red: "1;31"
            case .yellow: "33"
            case .green: "32"
            case .grey: "90"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
